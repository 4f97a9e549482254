import type { Piece } from './flow.ts';
import type { LetterDocument } from './letter-document.ts';
import type { Pen, Style } from './pen.ts';
import type { Sheet } from './sheet.ts';
import { tablePieces } from './table-pieces.ts';

type Block = LetterDocument['body'][number];

const text: Style = { size: 12 };
const textHeight = 16.5;
const indent = 36;
const rowIndent = 24;
const rowHeight = 15.5;
/** Between a label and its value: the colon stands in it. */
const colon = 12;
/** Lines of a paragraph that stay together at its head and its end. */
const together = 2;

/** Model, title, number and whom it is sent to. */
export function headingPieces(letter: LetterDocument, pen: Pen, sheet: Sheet): Piece[] {
  const line = (
    words: string,
    style: Style,
    align: 'center' | 'right' | 'left',
    before: number,
    height: number,
  ): Piece => ({
    before,
    height,
    keep: true,
    draw: (top) => pen.line(words, sheet.left, top, sheet.measure, style, align),
  });
  const titles: Style = { size: 14, bold: true, underlined: true };
  const model = letter.model === null ? [] : [line(letter.model, { size: 10 }, 'right', 2, 12)];
  const title = pen
    .broken(letter.title, sheet.measure, titles)
    .map((words, i) => line(words, titles, 'center', i === 0 ? 14 : 0, 18));
  // A preview leaves the number's place free, so that it is set as the letter will be.
  const number = pen
    .broken(letter.number ?? '', sheet.measure, text)
    .map((words) => line(words, text, 'center', 1, 15));
  const right = sheet.measure * 0.52;
  const to = letter.to.flatMap((words, i) =>
    pen.broken(words, sheet.measure - right, text).map(
      (part, j): Piece => ({
        before: i + j === 0 ? 14 : 0,
        height: rowHeight,
        keep: true,
        draw: (top) => pen.line(part, sheet.left + right, top, sheet.measure - right, text),
      }),
    ),
  );
  return [...model, ...title, ...number, ...to];
}

/**
 * All blocks; the end of the last one stays with the signatures.
 * @param spacing 1: as close as it reads well; a short letter is set wider
 */
export function bodyPieces(letter: LetterDocument, pen: Pen, sheet: Sheet, spacing: number): Piece[] {
  const labels = labelWidth(letter.body, pen, sheet);
  const pieces = letter.body.flatMap((block, i) => {
    const before = (i === 0 ? 18 : 7) * spacing;
    if (block.kind === 'text') return textPieces(block, pen, sheet, before, spacing);
    if (block.kind === 'rows') return rowPieces(block.rows, labels, pen, sheet, before, rowHeight * spacing);
    return tablePieces(block.head, block.rows, pen, sheet, before);
  });
  return pieces.map((piece, i) => (i >= pieces.length - together ? { ...piece, keep: true } : piece));
}

function textPieces(
  block: Extract<Block, { kind: 'text' }>,
  pen: Pen,
  sheet: Sheet,
  before: number,
  spacing: number,
): Piece[] {
  // What begins with a small letter goes on with the sentence above.
  const first = block.align === 'justify' && !/^\p{Ll}/u.test(block.text) ? indent : 0;
  const lines = pen.broken(block.text, sheet.measure, text, first);
  return lines.map((words, i): Piece => {
    const left = i === 0 ? first : 0;
    const align = block.align === 'center' ? 'center' : i === lines.length - 1 ? 'left' : 'both';
    return {
      before: i === 0 ? before : 0,
      height: textHeight * spacing,
      keep: i < together - 1 || i === lines.length - together,
      draw: (top) => pen.line(words, sheet.left + left, top, sheet.measure - left, text, align),
    };
  });
}

/** All colons of a letter stand below each other, and values have more than half of the width. */
function labelWidth(blocks: readonly Block[], pen: Pen, sheet: Sheet): number {
  const labels = blocks.flatMap((block) => (block.kind === 'rows' ? block.rows.map(([label]) => label) : []));
  return Math.min(Math.max(110, ...labels.map((label) => pen.width(label, text))) + 8, sheet.measure * 0.4);
}

function rowPieces(
  rows: readonly (readonly [string, string])[],
  labels: number,
  pen: Pen,
  sheet: Sheet,
  before: number,
  lineHeight: number,
): Piece[] {
  const left = sheet.left + rowIndent;
  const valueLeft = left + labels + colon;
  const valueWidth = sheet.left + sheet.measure - valueLeft;
  return rows.map(([label, value], i): Piece => {
    const style: Style = { ...text, bold: isName(label) };
    const labelLines = pen.broken(label, labels - 4, text);
    const valueLines = pen.broken(value, valueWidth, style);
    return {
      before: i === 0 ? before : 0,
      height: Math.max(labelLines.length, valueLines.length) * lineHeight,
      keep: i < together - 1 || i === rows.length - together,
      draw(top) {
        for (const [j, words] of labelLines.entries()) pen.line(words, left, top + j * lineHeight, labels, text);
        pen.line(':', left + labels, top, colon, text);
        for (const [j, words] of valueLines.entries()) {
          pen.line(words, valueLeft, top + j * lineHeight, valueWidth, style);
        }
      },
    };
  });
}

const isName = (label: string): boolean => /^nama( lengkap)?$/i.test(label);
