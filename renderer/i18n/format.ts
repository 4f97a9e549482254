import type { WaitPromise } from '../../contract/queue.ts';
import { catalogues, type Language } from './index.ts';

/** Times are written in the lounge's zone and never in the browser's. Instants are ms since 1970. */

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
const minuteMs = 60_000;

/** Above this a range of minutes says little; a time of day says more. */
const longestMinutes = 90;
/** Below this nobody counts minutes. */
const shortestMinutes = 5;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone: zone });
  formatters.set(key, known);
  return known;
}

/** "09.14" in Indonesian, "09:14" in English. */
export function timeOfDay(at: number, language: Language, zone: string): string {
  return formatter(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** "Selasa, 24 November 2026". */
export function longDate(at: number, language: Language, zone: string): string {
  const parts = datePieces(at, language, zone, { weekday: 'long', month: 'long' });
  return `${parts.weekday}, ${parts.day} ${parts.month} ${parts.year}`;
}

/** "Sel, 24 Nov 2026". */
export function shortDate(at: number, language: Language, zone: string): string {
  const parts = datePieces(at, language, zone, { weekday: 'short', month: 'short' });
  return `${parts.weekday}, ${parts.day} ${parts.month} ${parts.year}`;
}

/** "pukul 13.00" today, "besok pukul 07.30", "Senin, 30 November pukul 07.30"; `now` is the hub's time. */
export function whenFrom(now: number, at: number, language: Language, zone: string): string {
  const { time } = catalogues[language];
  const clock = timeOfDay(at, language, zone);
  const days = dayNumber(at, zone) - dayNumber(now, zone);
  if (days <= 0) return time.at(clock);
  if (days === 1) return time.tomorrowAt(clock);
  const parts = datePieces(at, language, zone, { weekday: 'long', month: 'long' });
  return time.dayAt(`${parts.weekday}, ${parts.day} ${parts.month}`, clock);
}

/**
 * The promised wait, for a card ("20–30 mnt") or for the ticket ("20–30 menit"). A range that crosses a break, or a long
 * one, is said as times of day.
 * @param madeAt the hub's time from which the minutes count
 */
export function waitRange(
  promise: WaitPromise,
  madeAt: number,
  language: Language,
  zone: string,
  length: 'card' | 'full',
): string {
  const { wait } = catalogues[language];
  const { fromMinutes, toMinutes } = promise;
  if (promise.notBefore !== null || toMinutes > longestMinutes) {
    return clockRange(promise, madeAt, language, zone, length);
  }
  if (toMinutes <= shortestMinutes) {
    return length === 'card' ? wait.shortUnder(shortestMinutes) : wait.minutesUnder(shortestMinutes);
  }
  return length === 'card' ? wait.short(fromMinutes, toMinutes) : wait.minutes(fromMinutes, toMinutes);
}

function clockRange(
  { fromMinutes, toMinutes }: WaitPromise,
  madeAt: number,
  language: Language,
  zone: string,
  length: 'card' | 'full' = 'full',
): string {
  const { wait } = catalogues[language];
  const from = timeOfDay(madeAt + fromMinutes * minuteMs, language, zone);
  const to = timeOfDay(madeAt + toMinutes * minuteMs, language, zone);
  return length === 'card' ? wait.shortClock(from, to) : wait.clock(from, to);
}

/** "KTP dan Kartu Keluarga". */
export function listed(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
}

function datePieces(at: number, language: Language, zone: string, names: Intl.DateTimeFormatOptions) {
  const pieces = { weekday: '', day: '', month: '', year: '' };
  const options: Intl.DateTimeFormatOptions = { ...names, day: 'numeric', year: 'numeric' };
  for (const { type, value } of formatter(language, zone, options).formatToParts(at)) {
    if (type in pieces) pieces[type as keyof typeof pieces] = value;
  }
  return pieces;
}

/** Counts the days of the lounge's calendar, so that "tomorrow" is right at any hour. */
function dayNumber(at: number, zone: string): number {
  const { year, month, day } = datePieces(at, 'en', zone, { month: 'numeric' });
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
}

/** The times of one screen: a language, a zone and the hub's time, bound together. */
export interface Sayings {
  time: string;
  longDate: string;
  shortDate: string;
  timeOf(instant: string): string;
  when(instant: string): string;
  wait(promise: WaitPromise, length: 'card' | 'full', madeAt?: number): string;
  /** A promise made at a moment, as times of day: "pukul 09.50–10.14". */
  clockRange(promise: WaitPromise, madeAt: number): string;
  /** A day by its date, `2026-11-24`: "Selasa, 24 November 2026". */
  dayOf(date: string): string;
  list(items: readonly string[]): string;
}

export function sayings(now: number, language: Language, zone: string): Sayings {
  return {
    time: timeOfDay(now, language, zone),
    longDate: longDate(now, language, zone),
    shortDate: shortDate(now, language, zone),
    timeOf: (instant) => timeOfDay(Date.parse(instant), language, zone),
    when: (instant) => whenFrom(now, Date.parse(instant), language, zone),
    wait: (promise, length, madeAt = now) => waitRange(promise, madeAt, language, zone, length),
    clockRange: (promise, madeAt) => clockRange(promise, madeAt, language, zone),
    dayOf: (date) => longDate(Date.parse(`${date}T12:00:00Z`), language, 'UTC'),
    list: (items) => listed(items, language),
  };
}
