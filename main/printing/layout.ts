import { type Block, centred, code, gap, type Style } from './blocks.ts';
import { bringLines, requestLines } from './receipt-layout.ts';
import { type TicketSlip, ticketCode } from './slip.ts';
import { fitsWords, fold, printable } from './text.ts';
import { type DateWords, dateWords, reprintMark, ticketWords } from './words.ts';

/**
 * Lays a queue ticket out for the paper. Pure: the same slip gives the same blocks.
 * @param columns of text across the paper
 */
export function layOutTicket(slip: TicketSlip, columns: number): Block[] {
  const words = ticketWords(slip.language ?? 'id');
  const { reprint = null, before = null, opensAt = null } = slip;
  const number = printable(slip.number);
  const size = numberSize(number, columns);
  const line = (text: string, style?: Style): Block[] => centred(text, columns, style);

  return [
    ...line(slip.office, { height: 2, bold: true }),
    ...line(slip.place),
    gap,
    ...line(slip.service, headlineStyle(printable(slip.service), columns)),
    gap,
    ...line(words.yourNumber),
    ...line(number, { width: size, height: size, bold: true }),
    ...(reprint === null ? [] : line(reprintMark(reprint.nth), { width: 2, height: 2, bold: true })),
    ...(slip.priority ? line(words.priority, { width: 2, height: 2, bold: true }) : []),
    gap,
    ...(opensAt === null ? [] : dayLines(opensAt, slip, columns)),
    ...(slip.peopleAhead === null ? [] : line(words.ahead(slip.peopleAhead), { height: 2, bold: true })),
    ...(slip.promise === null ? [] : line(waitWords(slip, slip.promise), { height: 2 })),
    ...(before === null ? [] : line(opensAt === null ? words.follows(before) : words.replaces(before))),
    ...(reprint === null ? [] : line(words.reprinted(timeOf(reprint.at, slip)))),
    gap,
    ...bringLines(slip, columns),
    ...(slip.request ? requestLines(slip.request, slip, columns) : []),
    ...dateLines(slip, columns),
    ...code(ticketCode(slip.ticketId)),
    ...line(words.missed),
    ...line(words.order),
    ...(slip.complaints === '' ? [] : [gap, ...line(words.complaints(slip.complaints))]),
  ];
}

/** As large as the width allows, up to the printer's eightfold, with a column of air on both sides. */
function numberSize(number: string, columns: number): number {
  return Math.max(1, Math.min(8, Math.floor((columns - 2) / number.length)));
}

/** Double size where that breaks no word and takes three lines at most; tall letters for the longest names. */
function headlineStyle(text: string, columns: number): Style {
  const half = Math.floor(columns / 2);
  const doubles = fitsWords(text, half) && fold(text, half).length <= 3;
  return { width: doubles ? 2 : 1, height: 2, bold: true };
}

/**
 * Minutes, or times of day when a break lies in the wait. "After" only where the turn cannot come before the break: who
 * reads it may leave until then.
 */
function waitWords(slip: TicketSlip, promise: NonNullable<TicketSlip['promise']>): string {
  const words = ticketWords(slip.language ?? 'id');
  if (promise.notBefore === null) return words.wait(promise);
  const taken = Date.parse(slip.takenAt);
  const from = taken + promise.fromMinutes * 60_000;
  const breakEnd = Date.parse(promise.notBefore);
  if (from >= breakEnd) return words.waitAfter(timeOf(breakEnd, slip));
  return words.waitFrom(timeOf(from, slip), timeOf(taken + promise.toMinutes * 60_000, slip));
}

/** For which day the number counts, and from when: nobody is to wait for it today. */
function dayLines(opensAt: string, slip: TicketSlip, columns: number): Block[] {
  const words = ticketWords(slip.language ?? 'id');
  const parts = timeOf(opensAt, slip);
  const large = { height: 2, bold: true };
  return [words.forDay(words.date(parts)), words.from(words.time(parts))].flatMap((text) =>
    centred(text, columns, large),
  );
}

/** One line where it fits; else the time stands under the date, never half a date. */
function dateLines(slip: TicketSlip, columns: number): Block[] {
  const words = ticketWords(slip.language ?? 'id');
  const parts = timeOf(slip.takenAt, slip);
  // Beside another day or time, this one must say what it is.
  const date = slip.reprint || slip.opensAt ? words.taken(words.date(parts)) : words.date(parts);
  const time = words.time(parts);
  const whole = `${date}, ${time}`;
  return (whole.length <= columns ? [whole] : [date, time]).flatMap((text) => centred(text, columns));
}

function timeOf(moment: string | number, { timeZone, language = 'id' }: TicketSlip): DateWords {
  return dateWords(moment, timeZone, language);
}
