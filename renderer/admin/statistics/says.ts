import { type Language, useWords } from '../../i18n/staff.ts';

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** How figures are written in the language in use. Dates are the lounge's own (YYYY-MM-DD), so no zone can move them. */
export interface Says {
  readonly number: (value: number) => string;
  /** With a tenth where it says something. */
  readonly average: (value: number) => string;
  /** "45 dtk", "4,5 mnt", "12 mnt"; null is "–". */
  readonly time: (seconds: number | null) => string;
  readonly percent: (share: number) => number;
  /** "Sel, 24 Nov 2026". */
  readonly date: (day: string) => string;
  /** "24 Nov" or, of a month, "Nov 2026". */
  readonly period: (period: string) => string;
  /** "Senin"; 1 is Monday. */
  readonly weekday: (weekday: number, length: 'long' | 'short') => string;
  /** "09.00". */
  readonly hour: (hour: number) => string;
  /** "09.14" of an instant, in the lounge's zone. */
  readonly clock: (instant: string, zone: string) => string;
}

const monday = Date.parse('2026-11-23');
const dayMs = 86_400_000;

export function saysIn(language: Language, words: ReturnType<typeof useWords>['words']['statistics']): Says {
  const locale = locales[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const dated = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at);
  return {
    number: (value) => whole.format(value),
    average: (value) => (value < 10 ? tenth : whole).format(value),
    time: (seconds) => {
      if (seconds === null) return words.none;
      if (seconds < 60) return words.seconds(seconds);
      return words.minutes((seconds < 600 ? tenth : whole).format(seconds / 60));
    },
    percent: (share) => Math.round(share * 100),
    date: (day) => dated(Date.parse(day), { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    period: (period) =>
      period.length === 7
        ? dated(Date.parse(`${period}-01`), { month: 'short', year: 'numeric' })
        : dated(Date.parse(period), { day: 'numeric', month: 'short' }),
    weekday: (weekday, length) => dated(monday + (weekday - 1) * dayMs, { weekday: length }),
    hour: (hour) => `${String(hour).padStart(2, '0')}${language === 'id' ? '.' : ':'}00`,
    clock: (instant, zone) =>
      new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
        Date.parse(instant),
      ),
  };
}

/** The words of the page, and how it writes figures. */
export function useSays() {
  const { words, language, pick } = useWords();
  return { words: words.statistics, says: saysIn(language, words.statistics), language, pick };
}
