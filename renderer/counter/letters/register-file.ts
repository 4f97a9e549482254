import type { RegisterFile } from '../../client/staff-client.ts';
import type { SavedFile } from '../../staff/save-file.ts';
import { pdfFile, textFile } from '../../staff/saved-files.ts';

/** Which book is open, and where. */
export interface Shown {
  readonly book: 'agenda' | 'ekspedisi';
  readonly year: number;
  /** 1 to 12; null: the whole year. */
  readonly month: number | null;
  /** Null: all of them. */
  readonly register: string | null;
}

/** A book as the hub gives it, for the person's own folder. */
export const registerFile = (answer: RegisterFile): SavedFile =>
  answer.format === 'csv' ? textFile(answer) : pdfFile(answer);
