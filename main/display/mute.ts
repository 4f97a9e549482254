import type Database from 'better-sqlite3';
import { type Actor, actorId } from '../../contract/principal.ts';

/** Silence of the whole lounge for a while, kept over a restart. */
export class Mute {
  readonly #put;
  #until: number | null;

  constructor(db: Database.Database) {
    this.#put = db.prepare<[number | null, string, number]>('INSERT INTO mute (until, actor, at) VALUES (?, ?, ?)');
    const latest = db.prepare<[], { until: number | null }>('SELECT until FROM mute ORDER BY id DESC LIMIT 1').get();
    this.#until = latest?.until ?? null;
  }

  /** Unix ms, or null while calls are spoken. */
  until(wall: number): number | null {
    return this.#until !== null && wall < this.#until ? this.#until : null;
  }

  /** Runs in the caller's transaction. @param minutes null ends it */
  set(by: Actor, minutes: number | null, wall: number): number | null {
    const until = minutes === null ? null : wall + minutes * 60_000;
    this.#put.run(until, actorId(by), wall);
    this.#until = until;
    return until;
  }
}
