import type { TextFile } from '../../client/village-client.ts';
import type { SavedFile } from '../../staff/save-file.ts';

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  txt: 'text/plain;charset=utf-8',
};

/** A text of the hub's as a file, its kind by its ending. */
export function textFile({ name, text }: TextFile): SavedFile {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return { name, content: new Blob([text], { type: types[ending] ?? 'text/plain;charset=utf-8' }) };
}

/** A berita acara as a file. @param pdf in base64 */
export function pdfFile({ name, pdf }: { readonly name: string; readonly pdf: string }): SavedFile {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
  return { name, content: new Blob([bytes], { type: 'application/pdf' }) };
}
