import { timeOfDay } from '../../i18n/format.ts';
import type { Language } from '../../i18n/index.ts';

/** Moments as a list has room for them. */

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

const pieces = (at: number, language: Language, zone: string, withYear: boolean): string =>
  new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: zone,
  }).format(at);

export const yearOf = (at: number, zone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: zone }).format(at));

/** "09.14" of today, "23 Nov" of this year, "23 Nov 2025" of another; both are ms since 1970, in the lounge's zone. */
export function momentWords(at: number, now: number, language: Language, zone: string): string {
  if (pieces(at, language, zone, true) === pieces(now, language, zone, true)) return timeOfDay(at, language, zone);
  return pieces(at, language, zone, yearOf(at, zone) !== yearOf(now, zone));
}

/** "23 Nov 2026" of `2026-11-23`. */
export const dayWords = (date: string, language: Language): string =>
  pieces(Date.parse(`${date}T12:00:00Z`), language, 'UTC', true);

/** "November", in the language of the screen. */
export const monthWords = (month: number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 15));
