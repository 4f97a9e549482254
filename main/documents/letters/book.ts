import type { BookDocument } from './book-document.ts';
import { bookPages } from './book-pages.ts';
import { type LetterFonts, type Pen, pdfOf, type Style } from './pen.ts';
import { landscapeOf, type Sheet } from './sheet.ts';

const text: Style = { size: 9 };
const heading: Style = { size: 9, bold: true };
const small: Style = { size: 8 };
const lineHeight = 11;
const padding = 3.5;
const thin = 0.5;
/** Below the letterhead's rule on the first page; below the small line on the others. */
const titleHeight = 46;
const furtherHeight = 18;
const signingHeight = 52;
const signatureWidth = 240;
const signatureGap = 14;
/** What a book without an entry says, as offices write it. */
const nothing = 'NIHIL';

/** Sets a register on its paper, lying. The same document always gives the same bytes. */
export function renderBook(book: BookDocument, fonts: LetterFonts): Promise<Buffer> {
  return pdfOf(`${book.title}, ${book.subtitle}`, new Date(`${book.date}T00:00:00Z`), fonts, (pen) =>
    draw(book, pen, landscapeOf(book.paper)),
  );
}

interface Row {
  readonly lines: readonly (readonly string[])[];
  readonly height: number;
  readonly void: boolean;
}

function draw(book: BookDocument, pen: Pen, sheet: Sheet): void {
  const shares = book.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = book.columns.map(({ share }) => (share / shares) * sheet.measure);
  const measured = (cells: readonly string[], style: Style, isVoid = false): Row => {
    const lines = widths.map((width, i) => pen.broken(cells[i] ?? '', width - 2 * padding, style));
    return { lines, height: Math.max(...lines.map(({ length }) => length)) * lineHeight + 2 * padding, void: isVoid };
  };
  const head = [
    measured(
      book.columns.map((column) => column.head),
      heading,
    ),
    measured(
      book.columns.map((_, i) => String(i + 1)),
      small,
    ),
  ];
  const rows = book.rows.map(({ cells, void: isVoid }) => measured(cells, text, isVoid));
  const letterhead = pen.broken(book.letterhead, sheet.measure, heading);
  const firstTop = sheet.top + letterhead.length * lineHeight + titleHeight;
  const headHeight = head.reduce((sum, { height }) => sum + height, 0);
  const space = {
    first: sheet.bottom - firstTop - headHeight,
    other: sheet.bottom - sheet.top - furtherHeight - headHeight,
    ending: signatureGap + endingHeight(book),
  };
  const pages = bookPages(
    rows.map(({ height }) => height),
    space,
  );
  for (const [i, page] of pages.entries()) {
    pen.doc.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    pen.doc.fillColor('#000');
    let at = i === 0 ? firstTop : sheet.top + furtherHeight;
    if (i === 0) drawTitle(book, letterhead, pen, sheet);
    else pen.line(`${book.title}, ${book.subtitle}`, sheet.left, sheet.top, sheet.measure, small);
    for (const [j, row] of head.entries()) {
      drawRow(row, at, j === 0 ? heading : small, () => 'center');
      at += row.height;
    }
    for (const place of page) {
      const row = rows[place];
      if (row === undefined) continue;
      drawRow(row, at, text, (column) => book.columns[column]?.align ?? 'left');
      at += row.height;
    }
    if (rows.length === 0) {
      const height = lineHeight + 2 * padding;
      pen.doc.rect(sheet.left, at, sheet.measure, height).lineWidth(thin).stroke('#000');
      pen.line(nothing, sheet.left, at + padding, sheet.measure, text, 'center');
      at += height;
    }
    if (i === pages.length - 1) drawEnding(book, at + signatureGap, pen, sheet);
    pen.line(`${i + 1} / ${pages.length}`, sheet.left, sheet.bottom + 8, sheet.measure, small, 'right');
  }

  function drawRow(row: Row, top: number, style: Style, align: (column: number) => 'left' | 'center'): void {
    let left = sheet.left;
    for (const [column, width] of widths.entries()) {
      pen.doc.rect(left, top, width, row.height).lineWidth(thin).stroke('#000');
      for (const [i, words] of (row.lines[column] ?? []).entries()) {
        const at = top + padding + i * lineHeight;
        const room = width - 2 * padding;
        pen.line(words, left + padding, at, room, style, align(column));
        if (row.void && book.columns[column]?.crossed && words !== '') {
          const length = pen.width(words, style);
          const indent = align(column) === 'center' ? (room - length) / 2 : 0;
          pen.rule(left + padding + indent, at + style.size * 0.62, length, 0.6);
        }
      }
      left += width;
    }
  }
}

function drawTitle(book: BookDocument, letterhead: readonly string[], pen: Pen, sheet: Sheet): void {
  let at = sheet.top;
  for (const words of letterhead) {
    pen.line(words, sheet.left, at, sheet.measure, heading, 'center');
    at += lineHeight;
  }
  pen.rule(sheet.left, at + 2, sheet.measure, 1.4);
  pen.line(book.title.toLocaleUpperCase('id'), sheet.left, at + 9, sheet.measure, { size: 13, bold: true }, 'center');
  pen.line(book.subtitle, sheet.left, at + 26, sheet.measure, { size: 10 }, 'center');
}

function endingHeight({ signatures }: BookDocument): number {
  const most = (lines: (one: BookDocument['signatures'][number]) => readonly string[]) =>
    Math.max(...signatures.map((one) => lines(one).length));
  return (most(({ above }) => above) + 1 + most(({ below }) => below)) * lineHeight + signingHeight;
}

/** Two blocks whose names stand on one line, the office's stamp having its place on the left of the first. */
function drawEnding(book: BookDocument, top: number, pen: Pen, sheet: Sheet): void {
  const lines = Math.max(...book.signatures.map(({ above }) => above.length));
  const places = [sheet.left + 24, sheet.left + sheet.measure - 24 - signatureWidth];
  for (const [i, { above, name, below }] of book.signatures.entries()) {
    const left = places[i] ?? sheet.left;
    let at = top + (lines - above.length) * lineHeight;
    for (const words of above) {
      pen.line(words, left, at, signatureWidth, text, 'center');
      at += lineHeight;
    }
    at += signingHeight;
    const written = name === '' ? '................................' : name;
    pen.line(written, left, at, signatureWidth, { ...heading, underlined: name !== '' }, 'center');
    for (const words of below) {
      at += lineHeight;
      pen.line(words, left, at, signatureWidth, text, 'center');
    }
  }
}
