import { letters as en } from './admin/letters-en.ts';
import { letters as id } from './admin/letters-id.ts';
import { type Language, wordsFrom } from './index.ts';

/** The words of the supervisor's page for letters, kept apart so that the other pages do not load them. */
export type OfficeWords = typeof id;
export const officeWords: Record<Language, OfficeWords> = { id, en };

export const useOfficeWords = wordsFrom(officeWords);
