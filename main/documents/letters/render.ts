import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyPieces, headingPieces } from './body-pieces.ts';
import { endingPiece } from './ending-piece.ts';
import { type Placed, pages } from './flow.ts';
import type { LetterDocument } from './letter-document.ts';
import { letterheadPiece } from './letterhead.ts';
import { type LetterFonts, type Pen, pdfOf } from './pen.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { dayWritten } from './written-values.ts';

/** Tinos, cut down to Latin letters and the signs beside them (pyftsubset). @param folder of the program's fonts */
export function readFonts(folder: string): LetterFonts {
  return {
    regular: readFileSync(join(folder, 'Tinos-Regular.ttf')),
    bold: readFileSync(join(folder, 'Tinos-Bold.ttf')),
  };
}

/** Sets a letter on its paper. The same document always gives the same bytes. */
export function renderPdf(letter: LetterDocument, fonts: LetterFonts): Promise<Buffer> {
  const made = dayWritten(letter.signature.placeAndDate) ?? new Date(0);
  return pdfOf(letter.title, made, fonts, (pen) => draw(letter, pen, sheetOf(letter.paper)));
}

function draw(letter: LetterDocument, pen: Pen, sheet: Sheet): void {
  const all = onPages(letter, pen, sheet);
  for (const [i, placed] of all.entries()) {
    pen.doc.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    if (letter.watermark !== null) drawWatermark(letter.watermark, pen, sheet);
    pen.doc.fillColor('#000');
    for (const { piece, top } of placed) piece.draw(top);
    if (all.length > 1) {
      const words = `Halaman ${i + 1} dari ${all.length}`;
      pen.line(words, sheet.left, sheet.bottom + 16, sheet.measure, { size: 9 }, 'center');
    }
  }
}

/** As wide between the lines as goes on one page. */
const spacings = [1.15, 1.07, 1, 0.94];

function onPages(letter: LetterDocument, pen: Pen, sheet: Sheet): Placed[][] {
  const set = (spacing: number) =>
    pages(
      [
        letterheadPiece(letter, pen, sheet),
        ...headingPieces(letter, pen, sheet),
        ...bodyPieces(letter, pen, sheet, spacing),
        endingPiece(letter, pen, sheet),
      ],
      sheet.top,
      sheet.bottom,
    );
  for (const spacing of spacings) {
    const all = set(spacing);
    if (all.length === 1) return all;
  }
  return set(1);
}

/** Across the page, below everything else. */
function drawWatermark(words: string, pen: Pen, sheet: Sheet): void {
  const middle: [number, number] = [sheet.width / 2, sheet.height / 2];
  const size = Math.min(96, (96 * sheet.width) / pen.width(words, { size: 96, bold: true }));
  pen.doc.save().rotate(-50, { origin: middle }).fillColor('#dddddd');
  pen.line(words, 0, middle[1] - size / 2, sheet.width, { size, bold: true }, 'center');
  pen.doc.restore();
}
