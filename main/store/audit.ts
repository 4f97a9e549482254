import type Database from 'better-sqlite3';
import { type Actor, actorId } from '../../contract/principal.ts';

/** The trail of who did what. A row stands or falls with the act: `write` belongs in the act's own transaction. */
export class Audit {
  readonly #insert;
  readonly #clock: { wall(): number };

  constructor(db: Database.Database, clock: { wall(): number }) {
    this.#clock = clock;
    this.#insert = db.prepare<[number, string, string, string, string | null, string | null]>(
      'INSERT INTO audit (at, actor, device, act, subject, detail) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  /**
   * @param act a word such as `role_changed`
   * @param subject id of what it was done to
   * @param detail states or names of fields; never a name, a PIN, a code or what somebody typed
   */
  write(by: Actor, act: string, subject: string | null, detail: string | null = null): void {
    this.#insert.run(this.#clock.wall(), actorId(by), by.device, act, subject, detail);
  }
}
