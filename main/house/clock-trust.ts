import type Database from 'better-sqlite3';
import { type Actor, actorId } from '../../contract/principal.ts';
import { type ClockDoubt, doubtClock } from '../ops/clock.ts';

interface ServiceDay {
  readonly current: string;
  accept(): string;
}

/** Whether the clock is believed, and the record of doubts, answers and steps. */
export class ClockTrust {
  readonly #clock: { wall(): number };
  readonly #days: ServiceDay;
  readonly #insert;
  #doubt: ClockDoubt | null;

  /**
   * @param newestEvent wall time of the newest stored event before this start, Unix ms, or null on new data
   * @param releasedAt when this program was released, Unix ms
   */
  constructor(
    db: Database.Database,
    clock: { wall(): number },
    days: ServiceDay,
    newestEvent: number | null,
    releasedAt: number,
  ) {
    this.#clock = clock;
    this.#days = days;
    this.#insert = db.prepare<[number, string, number | null, string, string | null]>(
      'INSERT INTO clock_event (at, kind, step_ms, service_day, actor) VALUES (?, ?, ?, ?, ?)',
    );
    this.#doubt = doubtClock(clock.wall(), newestEvent, releasedAt);
    if (this.#doubt) this.#record('doubted', null, null);
  }

  get confirmed(): boolean {
    return this.#doubt === null;
  }

  /** While the clock shows a moment that has already been, opening hours mean nothing and the queue goes on without. */
  get hoursKnown(): boolean {
    return this.#doubt !== 'behind';
  }

  /** A person says whether the clock is right; nobody is asked while it is believed. Call inside a transaction. */
  answer(by: Actor, right: boolean): void {
    if (this.#doubt === null) return;
    this.#record(right ? 'confirmed' : 'denied', null, actorId(by));
    if (!right) return;
    this.#doubt = null;
    this.#days.accept();
  }

  /** The wall clock jumped while the lounge ran. */
  stepped(stepMs: number): void {
    this.#record('stepped', stepMs, null);
  }

  #record(kind: 'doubted' | 'confirmed' | 'denied' | 'stepped', stepMs: number | null, actor: string | null): void {
    this.#insert.run(this.#clock.wall(), kind, stepMs, this.#days.current, actor);
  }
}
