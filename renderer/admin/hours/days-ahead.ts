import type { Bilingual } from '../../../contract/base.ts';
import type { CalendarFile } from '../../../contract/catalogue.ts';
import { weekdays } from './week-draft.ts';

const dayMs = 86_400_000;

export interface DayAhead {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Null: a day like every week's. */
  readonly special: Bilingual | null;
  readonly closed: boolean;
  /** Each plan's hours on that day. */
  readonly plans: readonly { readonly id: string; readonly hours: readonly string[] }[];
}

/**
 * The next days as this calendar has them, the first included.
 * @param from YYYY-MM-DD in the lounge's zone
 */
export function daysAhead(calendar: CalendarFile, from: string, count: number): DayAhead[] {
  const start = Date.parse(from);
  return Array.from({ length: count }, (_, n) => {
    const date = new Date(start + n * dayMs);
    const iso = date.toISOString().slice(0, 10);
    const weekday = weekdays[(date.getUTCDay() + 6) % 7] ?? 'mon';
    // As in the hub's calendar the last one written wins.
    const special = calendar.special.findLast((days) => days.from <= iso && iso <= days.to);
    const weeks = { ...calendar.hours, ...special?.hours };
    const closed = special?.closed === true;
    return {
      date: iso,
      special: special?.name ?? null,
      closed,
      plans: Object.keys(calendar.hours).map((id) => ({ id, hours: closed ? [] : (weeks[id]?.[weekday] ?? []) })),
    };
  });
}
