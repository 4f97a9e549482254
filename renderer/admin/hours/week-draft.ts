import type { Week } from '../../../contract/catalogue.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies (keyof Week)[];
export type Weekday = (typeof weekdays)[number];
const mostIntervals = 6;

/** `08:00-12:00` as its two ends; what is being typed may be anything. */
export function ends(interval: string): [from: string, to: string] {
  const [from = '', to = ''] = interval.split('-');
  return [from, to];
}

export const joined = (from: string, to: string): string => `${from}-${to}`;

/** Hours of a day with one stretch more: after the last, an hour of break between; a whole working day first. */
export function withStretch(day: readonly string[]): string[] {
  const last = day.at(-1);
  if (last === undefined) return ['08:00-15:00'];
  const [, end] = ends(last);
  const [hours = 0, minutes = 0] = end.split(':').map(Number);
  if (day.length >= mostIntervals || hours >= 22) return [...day];
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return [...day, joined(clock(hours + 1), hours + 3 >= 24 ? '24:00' : clock(hours + 3))];
}

/**
 * Hours of a day with a break cut into the stretch in which noon lies.
 * @returns null where no stretch is open over noon
 */
export function withBreak(day: readonly string[]): string[] | null {
  const at = day.findIndex((interval) => {
    const [from, to] = ends(interval);
    return from < '12:00' && to > '13:00';
  });
  const cut = day[at];
  if (cut === undefined || day.length >= mostIntervals) return null;
  const [from, to] = ends(cut);
  return day.toSpliced(at, 1, joined(from, '12:00'), joined('13:00', to));
}

/** A plan in which the days after one have its hours, up to Friday. */
export function copiedOn(week: Week, day: Weekday): Week {
  const hours = week[day] ?? [];
  const from = weekdays.indexOf(day);
  const later = weekdays.slice(from + 1, weekdays.indexOf('fri') + 1);
  return { ...week, ...Object.fromEntries(later.map((other) => [other, [...hours]])) };
}
