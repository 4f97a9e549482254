import type { Piece } from './flow.ts';
import type { Pen, Style } from './pen.ts';
import type { Sheet } from './sheet.ts';

const style: Style = { size: 11 };
const headStyle: Style = { size: 11, bold: true };
const lineHeight = 13.5;
const padding = 4;

/** A table with lines around its cells; a row is never divided. */
export function tablePieces(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  pen: Pen,
  sheet: Sheet,
  before: number,
): Piece[] {
  const widths = columnWidths(head, rows, pen, sheet.measure);
  const row = (cells: readonly string[], of: Style, first: boolean): Piece => {
    const lines = widths.map((width, i) => pen.broken(cells[i] ?? '', width - 2 * padding, of));
    const height = Math.max(...lines.map(({ length }) => length)) * lineHeight + 2 * padding - 1;
    return {
      before: first ? before : 0,
      height,
      keep: first,
      draw(top) {
        let left = sheet.left;
        for (const [i, width] of widths.entries()) {
          pen.doc.rect(left, top, width, height).lineWidth(0.6).stroke('#000');
          for (const [j, words] of (lines[i] ?? []).entries()) {
            const at = top + padding + j * lineHeight;
            pen.line(words, left + padding, at, width - 2 * padding, of, first ? 'center' : 'left');
          }
          left += width;
        }
      },
    };
  };
  return [row(head, headStyle, true), ...rows.map((cells) => row(cells, style, false))];
}

/** Every column has room for its longest word where that is possible; what is left goes to those that have more to say. */
function columnWidths(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  pen: Pen,
  measure: number,
): number[] {
  const columns = head.map((heading, i) => {
    const cells = [{ words: heading, of: headStyle }, ...rows.map((row) => ({ words: row[i] ?? '', of: style }))];
    const widest = (texts: (words: string) => string[]) =>
      Math.max(...cells.flatMap(({ words, of }) => texts(words).map((word) => pen.width(word, of)))) + 2 * padding + 1;
    const least = Math.min(
      widest((words) => words.split(' ')),
      measure / 3,
    );
    return {
      least,
      whole: Math.max(
        least,
        widest((words) => [words]),
      ),
    };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  if (least >= measure) return columns.map((column) => (column.least * measure) / least);
  const wish = columns.reduce((sum, column) => sum + column.whole - column.least, 0);
  const share = (measure - least) / Math.max(wish, 1);
  // A narrow table is drawn out to the margins too, by its wider columns.
  return columns.map((column) =>
    wish < 1 ? column.least + (measure - least) / columns.length : column.least + (column.whole - column.least) * share,
  );
}
