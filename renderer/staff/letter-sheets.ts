import './letter-sheets.css';
import { openPdf, scaleOf } from './pdf.ts';

/** What an office printer makes of a letter's small print without a visible step. */
const dotsPerInch = 300;
/** Points; A4 is 842 high, F4 936. */
const highestA4 = 850;

/**
 * PDFs as sheets that only paper shows: a frame with the file itself would need the page's policy to let frames in, so that
 * its pages are printed as pictures, full size and without margins of the browser.
 * @param files base64
 * @throws when one cannot be read
 */
export async function letterSheets(files: readonly string[]): Promise<HTMLElement> {
  const sheets = document.createElement('div');
  sheets.className = 'letter-sheets';
  for (const file of files) {
    const pdf = await openPdf(file);
    try {
      for (let nth = 1; nth <= pdf.pages; nth += 1) {
        const sheet = document.createElement('canvas');
        sheet.className = 'letter-sheet';
        sheet.dataset['paper'] = (await pdf.size(nth)).height > highestA4 ? 'F4' : 'A4';
        await pdf.draw(nth, sheet, scaleOf(dotsPerInch), 'print');
        sheets.append(sheet);
      }
    } finally {
      pdf.close();
    }
  }
  return sheets;
}
