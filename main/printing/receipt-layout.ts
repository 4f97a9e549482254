import { type Block, centred, code, gap, type Style, textLine } from './blocks.ts';
import { type ReceiptSlip, type TicketSlip, trackingQr } from './slip.ts';
import { fold, printable } from './text.ts';
import { dateWords, listed, ticketWords } from './words.ts';

/**
 * Lays out the receipt of a request that has no queue number. Pure: the same slip gives the same blocks.
 * @param columns of text across the paper
 */
export function layOutReceipt(slip: ReceiptSlip, columns: number): Block[] {
  const words = ticketWords(slip.language ?? 'id');
  const line = (text: string, style?: Style): Block[] => centred(text, columns, style);
  const filed = dateWords(slip.filedAt, slip.timeZone, slip.language ?? 'id');
  return [
    ...line(slip.office, { height: 2, bold: true }),
    ...line(slip.place),
    gap,
    ...requestLines(slip.request, slip, columns),
    ...bringLines(slip, columns),
    ...line(words.date(filed)),
    ...line(words.time(filed)),
    ...code(trackingQr(slip.request.tracking)),
    ...line(words.keepReceipt),
    ...(slip.complaints === '' ? [] : [gap, ...line(words.complaints(slip.complaints))]),
  ];
}

/** What was asked for, the code to follow it by, and when it is promised. */
export function requestLines(
  { tracking, letter, promisedAt }: ReceiptSlip['request'],
  { timeZone, language = 'id' }: Pick<TicketSlip, 'timeZone' | 'language'>,
  columns: number,
): Block[] {
  const words = ticketWords(language);
  const line = (text: string, style?: Style): Block[] => centred(text, columns, style);
  const promised = promisedAt === null ? null : dateWords(promisedAt, timeZone, language);
  return [
    ...(letter === null ? [] : line(letter, { bold: true })),
    ...line(words.trackingCode),
    ...line(tracking, { width: 2, height: 2, bold: true }),
    ...(promised === null ? [] : line(words.promised(promised))),
    gap,
  ];
}

/** A sentence while it is short; a list once the eye would lose its place in it. */
export function bringLines(slip: Pick<TicketSlip, 'bring' | 'language'>, columns: number): Block[] {
  const words = ticketWords(slip.language ?? 'id');
  const things = slip.bring.map(printable).filter((thing) => thing !== '');
  if (things.length === 0) return [];
  const sentence = `${words.bring} ${listed(things, words.and)}`;
  const short = fold(sentence, columns).length <= 2;
  return [...(short ? centred(sentence, columns) : list(words.bring, things, columns)), gap];
}

/** Lines up on the left, and stands in the middle of the paper as a whole. */
function list(title: string, things: readonly string[], columns: number): Block[] {
  const items = things.flatMap((thing) =>
    fold(thing, columns - 2).map((text, at) => `${at === 0 ? '- ' : '  '}${text}`),
  );
  const longest = Math.max(...[title, ...items].map((text) => text.length));
  const margin = ' '.repeat(Math.floor((columns - longest) / 2));
  return [
    textLine(margin + title, { bold: true }, 'left'),
    ...items.map((text) => textLine(margin + text, {}, 'left')),
  ];
}
