import { Temporal } from 'temporal-polyfill';
import type { Bilingual } from '../../contract/base.ts';
import type { CalendarFile, Week } from '../../contract/catalogue.ts';

/** A stretch of time, Unix milliseconds, the end excluded. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** What the calendar says about one service on one date. */
export interface DayPlan {
  readonly date: string;
  readonly serving: readonly Interval[];
  readonly taking: readonly Interval[];
  /** The special day's name when it closes the lounge. */
  readonly holiday: Bilingual | null;
}

/** A date that was asked for lately; its offset from UTC as ISO 8601 writes it, unless clocks are set on that day. */
interface Today extends Interval {
  readonly date: string;
  readonly offset: string | null;
}

const noDay: Today = { from: 0, to: 0, date: '', offset: null };
const dayMs = 86_400_000;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly (keyof Week)[];

/** Dates and hours in the lounge's own time zone, special days included. */
export class Calendar {
  #file: CalendarFile;
  #zone: string;
  readonly #plans = new Map<string, DayPlan>();
  #today: Today = noDay;

  constructor(file: CalendarFile, timeZone: string) {
    this.#file = file;
    this.#zone = timeZone;
  }

  /** Takes other hours, days or another zone from now on. */
  adopt(file: CalendarFile, timeZone: string): void {
    this.#file = file;
    this.#zone = timeZone;
    this.#plans.clear();
    this.#today = noDay;
  }

  /** The lounge's date (YYYY-MM-DD) at a Unix time in ms. */
  dateAt(wall: number): string {
    if (wall < this.#today.from || wall >= this.#today.to) {
      const date = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO(this.#zone).toPlainDate();
      const from = this.#startOf(date);
      const to = this.#startOf(date.add({ days: 1 }));
      this.#today = { date: date.toString(), from, to, offset: to - from === dayMs ? this.#offsetAt(from) : null };
    }
    return this.#today.date;
  }

  /** Unix ms of a date's midnight. */
  midnightOf(date: string): number {
    return this.#startOf(Temporal.PlainDate.from(date));
  }

  /** ISO 8601 with the lounge's offset, to the second. */
  iso(wall: number): string {
    const { date, from, to, offset } = this.#today;
    if (offset !== null && wall >= from && wall < to) {
      const time = new Date(wall - from).toISOString().slice(10, 19);
      return `${date}${time}${offset}`;
    }
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(wall / 1000) * 1000)
      .toZonedDateTimeISO(this.#zone)
      .toString({ timeZoneName: 'never' });
  }

  #offsetAt(wall: number): string {
    return Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO(this.#zone).offset;
  }

  /** The plan of a date for a service that serves by one plan of hours and gives numbers by another (or the same). */
  planOf(date: string, hours: { serving: string; taking?: string | undefined }): DayPlan {
    const key = `${date} ${hours.serving} ${hours.taking ?? ''}`;
    let plan = this.#plans.get(key);
    if (!plan) {
      // A kiosk runs for years: keep the plans of the days in use only.
      if (this.#plans.size > 2000) this.#plans.clear();
      plan = this.#makePlan(Temporal.PlainDate.from(date), hours.serving, hours.taking ?? hours.serving);
      this.#plans.set(key, plan);
    }
    return plan;
  }

  /** The next dates after one, nearest first. */
  *datesAfter(date: string, count: number): Generator<string> {
    const start = Temporal.PlainDate.from(date);
    for (let days = 1; days <= count; days += 1) yield start.add({ days }).toString();
  }

  #makePlan(date: Temporal.PlainDate, serving: string, taking: string): DayPlan {
    const iso = date.toString();
    // Of several special days the last one written wins, so that a general rule can stand before its exception.
    const special = this.#file.special.findLast((days) => days.from <= iso && iso <= days.to);
    if (special?.closed) return { date: iso, serving: [], taking: [], holiday: special.name };
    const hours = { ...this.#file.hours, ...special?.hours };
    return {
      date: iso,
      serving: this.#intervals(date, hours[serving]),
      taking: this.#intervals(date, hours[taking]),
      holiday: null,
    };
  }

  #intervals(date: Temporal.PlainDate, week: Week | undefined): Interval[] {
    const texts = week?.[weekdays[date.dayOfWeek - 1] as keyof Week] ?? [];
    return texts.map((text) => ({
      from: this.#instant(date, text.slice(0, 5)),
      to: this.#instant(date, text.slice(6)),
    }));
  }

  #instant(date: Temporal.PlainDate, time: string): number {
    if (time === '24:00') return this.#startOf(date.add({ days: 1 }));
    return date.toZonedDateTime({ timeZone: this.#zone, plainTime: time }).epochMilliseconds;
  }

  #startOf(date: Temporal.PlainDate): number {
    return date.toZonedDateTime({ timeZone: this.#zone }).epochMilliseconds;
  }
}
