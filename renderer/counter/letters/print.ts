import { letterSheets } from '../../staff/letter-sheets.ts';

/**
 * Prints PDFs with the system's own dialog.
 * @param files base64
 * @throws when one cannot be read
 */
export async function printPdfs(files: readonly string[]): Promise<void> {
  const sheets = await letterSheets(files);
  document.body.append(sheets);
  // The dialog holds the page until it is answered.
  window.print();
  sheets.remove();
}
