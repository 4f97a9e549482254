import { readSheet } from 'read-excel-file/universal';
import { DomainError } from '../../ops/domain-error.ts';
import { expectSoundZip } from './sound-zip.ts';

/** A cell as a file holds it: a CSV has only texts. */
export type ResidentCell = string | number | boolean | Date | null;
export type ResidentTable = readonly (readonly ResidentCell[])[];

/** A list of a large village has some 20,000 people, about 4 MB. */
const mostBytes = 20 * 1024 * 1024;
const mostRows = 100_000;
/** Of a sheet: `GR`. */
const mostColumns = 200;

/**
 * The rows of a list of residents, an XLSX (its first sheet) or a CSV with semicolons, commas or tabs.
 * @throws DomainError FILE_UNREADABLE, FILE_TOO_LARGE
 */
export async function readResidentFile(bytes: Uint8Array): Promise<ResidentTable> {
  if (bytes.length > mostBytes) throw new DomainError('FILE_TOO_LARGE');
  const table = isZip(bytes) ? await readXlsx(bytes) : readCsv(textOf(bytes));
  if (table.length > mostRows) throw new DomainError('FILE_TOO_LARGE');
  return table;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function readXlsx(bytes: Uint8Array): Promise<ResidentTable> {
  expectSoundZip(bytes, expectSmallSheet);
  try {
    // Its types say the class of dates where the dates themselves come.
    return (await readSheet(Uint8Array.from(bytes).buffer)) as ResidentTable;
  } catch {
    throw new DomainError('FILE_UNREADABLE');
  }
}

/**
 * One cell in the farthest corner is a few bytes, and a reader makes seventeen milliards of empty ones for it.
 * @throws DomainError FILE_TOO_LARGE
 */
function expectSmallSheet(name: string, content: Buffer): void {
  if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) return;
  for (const [, letters = '', row] of content.toString('latin1').matchAll(/\br=["']([A-Z]{0,3})(\d{1,9})["']/g)) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (Number(row) > mostRows || column > mostColumns) throw new DomainError('FILE_TOO_LARGE');
  }
}

/** Excel saves a CSV in UTF-8 only when it is told to; else in the code page of Windows. */
function textOf(bytes: Uint8Array): string {
  // A workbook of before 2007, or a page for a browser that was saved as `.xls`.
  if (bytes.includes(0) || /^\ufeff?\s*</.test(decoded(bytes.subarray(0, 200))))
    throw new DomainError('FILE_UNREADABLE');
  return decoded(bytes);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** CSV by RFC 4180; the sign that parts its cells is the most frequent one of its first lines. */
export function readCsv(text: string): string[][] {
  const start = text.slice(0, 4000);
  const [separator = ';'] = [';', ',', '\t'].toSorted((a, b) => start.split(b).length - start.split(a).length);
  const rows: string[][] = [];
  let row: string[] = [];
  // A quoted cell, or a plain one; then what ends it.
  const cells = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)(${separator}|\\r?\\n|\\r|$)`,
    'y',
  );
  for (let match = cells.exec(text); match; match = cells.exec(text)) {
    const [whole, quoted, plain = '', end] = match;
    // The file ends with its last line.
    if (whole === '' && row.length === 0) break;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== separator) {
      rows.push(row);
      row = [];
    }
    if (cells.lastIndex >= text.length && end !== separator) break;
  }
  if (cells.lastIndex < text.length) throw new DomainError('FILE_UNREADABLE');
  return rows;
}
