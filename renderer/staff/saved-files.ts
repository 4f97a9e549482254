import { bytesOf } from '../client/base64.ts';
import type { SavedFile } from './save-file.ts';

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  txt: 'text/plain;charset=utf-8',
};

/** A text of the hub's as a file, its kind by its ending. */
export function textFile({ name, text }: { readonly name: string; readonly text: string }): SavedFile {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return { name, content: new Blob([text], { type: types[ending] ?? 'text/plain;charset=utf-8' }) };
}

/** A PDF of the hub's as a file. @param pdf in base64 */
export function pdfFile({ name, pdf }: { readonly name: string; readonly pdf: string }): SavedFile {
  return { name, content: new Blob([bytesOf(pdf)], { type: 'application/pdf' }) };
}
