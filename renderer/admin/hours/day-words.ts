import { longDate, shortDate } from '../../i18n/format.ts';
import type { Language } from '../../i18n/staff.ts';

/** "Jum, 25 Des 2026", or both ends. Dates are YYYY-MM-DD; what is being typed is shown as it is. */
export function daysWords(from: string, to: string, language: Language): string {
  const words = (date: string) =>
    Number.isNaN(Date.parse(date)) ? date : shortDate(Date.parse(date), language, 'UTC');
  return from === to ? words(from) : `${words(from)} – ${words(to)}`;
}

/** "Jumat, 25 Desember 2026". */
export const dayWords = (date: string, language: Language): string => longDate(Date.parse(date), language, 'UTC');

/** "08.00–12.00, 13.00–15.00". */
export function hoursWords(hours: readonly string[], language: Language): string {
  const text = hours.map((interval) => interval.replace('-', '–')).join(', ');
  return language === 'id' ? text.replaceAll(':', '.') : text;
}
