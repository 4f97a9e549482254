import type { RegisterFile } from '../../client/staff-client.ts';
import type { SavedFile } from '../../staff/save-file.ts';

/** Which book is open, and where. */
export interface Shown {
  readonly book: 'agenda' | 'ekspedisi';
  readonly year: number;
  /** 1 to 12; null: the whole year. */
  readonly month: number | null;
  /** Null: all of them. */
  readonly register: string | null;
}

/** "surat_keterangan" as it stands on the cover. */
export function registerName(name: string): string {
  const plain = name.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** A book as the hub gives it, for the person's own folder. */
export function registerFile(answer: RegisterFile): SavedFile {
  const { name } = answer;
  if (answer.format === 'csv') return { name, content: new Blob([answer.text], { type: 'text/csv;charset=utf-8' }) };
  const bytes = Uint8Array.from(atob(answer.pdf), (sign) => sign.codePointAt(0) ?? 0);
  return { name, content: new Blob([bytes], { type: 'application/pdf' }) };
}
