import { letterSheets } from '../staff/letter-sheets.ts';

/** The page of the hidden window that prints letters on Windows. Nobody sees it; the main process calls `drawLetter`. */

/** @param file base64 of a PDF; @returns how many sheets stand ready for paper; @throws when it is none */
async function drawLetter(file: string): Promise<number> {
  const sheets = await letterSheets([file]);
  document.body.replaceChildren(sheets);
  return sheets.childElementCount;
}

Object.assign(globalThis, { drawLetter });
