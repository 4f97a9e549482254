import type { PrinterProfile } from '../../contract/printing.ts';
import { type Block, centred, code, gap, type Style, textLine } from './blocks.ts';
import { type TestSlip, ticketCode } from './slip.ts';
import { type DateWords, dateWords, ticketWords } from './words.ts';

interface TestWords {
  readonly title: string;
  readonly normal: string;
  readonly bold: string;
  readonly double: string;
  width(dots: number, columns: number): string;
  readonly edges: string;
  question(cutter: boolean): string;
}

const indonesian: TestWords = {
  title: 'UJI CETAK',
  normal: 'Huruf biasa: Aa Bb Gg 0123456789',
  bold: 'Huruf tebal: Aa Bb Gg 0123456789',
  double: 'Huruf besar',
  width: (dots, columns) => `Lebar ${dots} titik, ${columns} huruf`,
  edges: 'Garis ini dari tepi ke tepi, pada satu baris:',
  question: (cutter) =>
    cutter
      ? 'Apakah tulisan ini terbaca, garis utuh, dan kertas terpotong?'
      : 'Apakah tulisan ini terbaca dan garis utuh? Sobek kertas di tepi printer.',
};

const english: TestWords = {
  title: 'TEST PRINT',
  normal: 'Normal text: Aa Bb Gg 0123456789',
  bold: 'Bold text: Aa Bb Gg 0123456789',
  double: 'Large text',
  width: (dots, columns) => `Width ${dots} dots, ${columns} letters`,
  edges: 'This line goes from edge to edge, in one piece:',
  question: (cutter) =>
    cutter
      ? 'Can you read this, is the line whole, and is the paper cut?'
      : "Can you read this, and is the line whole? Tear the paper at the printer's edge.",
};

/** Of no ticket, and as long as every ticket's: the code has as many modules. */
const nobodysTicket = '00000000-0000-0000-0000-000000000000';

/**
 * A slip for a person who is to judge a printer: each thing that tickets need, once. Pure.
 * @param columns of text across the paper
 */
export function layOutTest(slip: TestSlip, columns: number, { dots, cutter }: Omit<PrinterProfile, 'qr'>): Block[] {
  const language = slip.language ?? 'id';
  const words = language === 'id' ? indonesian : english;
  const line = (text: string, style?: Style): Block[] => centred(text, columns, style);
  return [
    ...line(words.title, { width: 2, height: 2, bold: true }),
    ...line(slip.office, { height: 2, bold: true }),
    ...line(slip.printer),
    ...line(time(dateWords(slip.at, slip.timeZone, language), language)),
    gap,
    ...line(words.normal),
    ...line(words.bold, { bold: true }),
    ...line(words.double, { width: 2, height: 2 }),
    gap,
    ...line(words.width(dots, columns)),
    ...line(words.edges),
    textLine(ruler(columns), {}, 'left'),
    ...code(ticketCode(nobodysTicket)),
    ...line(words.question(cutter), { height: 2, bold: true }),
  ];
}

function time(at: DateWords, language: 'id' | 'en'): string {
  const words = ticketWords(language);
  return `${words.date(at)}, ${words.time(at)}`;
}

/** A mark at each end and a number at every tenth column: |--------1---------2---------3-| */
function ruler(columns: number): string {
  const marks = Array.from({ length: columns - 2 }, (_, at) => ((at + 2) % 10 === 0 ? String((at + 2) / 10) : '-'));
  return `|${marks.join('')}|`;
}
