import { Temporal } from 'temporal-polyfill';

/** Every zone's offset is a multiple of this. */
const stretchMs = 15 * 60_000;

/** Dates and hours in the lounge's zone, quick enough for a year of tickets. */
export class LoungeTime {
  readonly zone: string;
  readonly #stretches = new Map<number, { date: string; hour: number; minute: number }>();

  constructor(zone: string) {
    this.zone = zone;
  }

  /** The lounge's date (YYYY-MM-DD), hour (0–23) and the minute its quarter of an hour begins with, at a Unix time in ms. */
  at(wall: number): { readonly date: string; readonly hour: number; readonly minute: number } {
    const stretch = Math.floor(wall / stretchMs);
    let known = this.#stretches.get(stretch);
    if (!known) {
      // The worker lives for days.
      if (this.#stretches.size > 100_000) this.#stretches.clear();
      const there = Temporal.Instant.fromEpochMilliseconds(stretch * stretchMs).toZonedDateTimeISO(this.zone);
      known = { date: there.toPlainDate().toString(), hour: there.hour, minute: there.minute };
      this.#stretches.set(stretch, known);
    }
    return known;
  }

  /** "09:14:05". */
  clock(wall: number): string {
    const { hour, minute } = this.at(wall);
    const seconds = Math.floor((wall - Math.floor(wall / stretchMs) * stretchMs) / 1000);
    return [hour, minute + Math.floor(seconds / 60), seconds % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
  }

  /** ISO 8601 with the lounge's offset. */
  iso(wall: number): string {
    return Temporal.Instant.fromEpochMilliseconds(wall)
      .toZonedDateTimeISO(this.zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  }

  /** 1 (Monday) to 7 of a date. */
  weekdayOf(date: string): number {
    return Temporal.PlainDate.from(date).dayOfWeek;
  }
}
