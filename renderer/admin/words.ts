import type { Catalogue } from '../i18n/staff.ts';
import { problemWords } from '../staff/problem-words.ts';

/** Kindly, what went wrong; what a counter can meet is worded there. */
export function problemOf(words: Catalogue, code: string): string {
  const own: Readonly<Record<string, string>> = words.admin.problems;
  return own[code] ?? problemWords(words, code);
}
