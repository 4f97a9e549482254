import type Database from 'better-sqlite3';

/** What is counted for the regency. */
export class Figures {
  readonly #tickets;
  readonly #waiting;

  constructor(db: Database.Database) {
    this.#tickets = db.prepare<[string], number>('SELECT count(*) FROM ticket WHERE service_day = ?').pluck();
    this.#waiting = db
      .prepare<[], number>(
        `SELECT count(*) FROM request WHERE state IN
         ('submitted', 'checking', 'incomplete', 'awaiting_signature', 'awaiting_camat', 'ready')`,
      )
      .pluck();
  }

  /** Tickets of a service day. */
  tickets(day: string): number {
    return this.#tickets.get(day) ?? 0;
  }

  /** Requests for letters that are not finished. */
  waiting(): number {
    return this.#waiting.get() ?? 0;
  }
}
