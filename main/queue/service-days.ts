import type Database from 'better-sqlite3';
import type { Calendar } from './calendar.ts';

/**
 * The service day that numbers belong to: the lounge's date, except that it never goes backwards by itself, so that
 * a wrong clock cannot give yesterday's numbers again.
 */
export class ServiceDays {
  readonly #calendar: Calendar;
  readonly #clock: { wall(): number };
  readonly #keep: Database.Statement<[string]>;
  readonly #log: Database.Statement<[number, string]>;
  #day: string;

  constructor(db: Database.Database, calendar: Calendar, clock: { wall(): number }) {
    this.#calendar = calendar;
    this.#clock = clock;
    this.#keep = db.prepare(
      'INSERT INTO lounge_state (id, service_day) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET service_day = excluded.service_day',
    );
    this.#log = db.prepare("INSERT INTO clock_event (at, kind, service_day) VALUES (?, 'new_day', ?)");
    this.#day = (db.prepare('SELECT service_day FROM lounge_state').pluck().get() as string | undefined) ?? '';
  }

  /** The service day now, without writing anything. */
  get current(): string {
    const date = this.#calendar.dateAt(this.#clock.wall());
    return date > this.#day ? date : this.#day;
  }

  /** The service day for a number that is being given; a new day is written down. Call inside the transaction. */
  enter(): string {
    const day = this.current;
    if (day !== this.#day) {
      this.#keep.run(day);
      this.#log.run(this.#clock.wall(), day);
    }
    return day;
  }

  /** Tells that the transaction that entered a day was committed. */
  entered(day: string): void {
    this.#day = day;
  }

  /** A person confirmed the clock: its date holds, even an earlier one. Call inside the transaction. */
  accept(): string {
    const day = this.#calendar.dateAt(this.#clock.wall());
    this.#keep.run(day);
    this.#day = day;
    return day;
  }
}
