import type Database from 'better-sqlite3';
import { type Actor, actorId } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import { hashOf } from '../ops/secret.ts';
import type { Store } from './open.ts';

/** How long a repeated key is recognised. */
const keptMs = 48 * 3_600_000;

/**
 * Makes every mutating procedure harmless to repeat: the first use of a key runs in one immediate transaction with
 * its stored answer; later uses get that answer and change nothing.
 */
export class RequestKeys {
  readonly #find: Database.Statement<[string, string], { body_hash: Buffer; answer: string }>;
  readonly #keep: Database.Statement<[string, string, Buffer, string, number]>;
  readonly #forget: Database.Statement<[number]>;
  readonly #store: Store;
  readonly #wall: () => number;

  constructor(store: Store, clock: { wall(): number }) {
    const { db } = store;
    this.#store = store;
    this.#wall = () => clock.wall();
    this.#find = db.prepare('SELECT body_hash, answer FROM request_key WHERE key = ? AND principal = ?');
    this.#keep = db.prepare('INSERT INTO request_key (key, principal, body_hash, answer, at) VALUES (?, ?, ?, ?, ?)');
    // A bounded batch, so that a purge never holds the main loop.
    this.#forget = db.prepare(
      'DELETE FROM request_key WHERE (key, principal) IN (SELECT key, principal FROM request_key WHERE at < ? LIMIT 500)',
    );
  }

  /**
   * Runs `act` once for this principal and key.
   * @param body what was asked, without the key; hashed to recognise a key that is used for something else
   * @returns the answer, and whether this call is the one that acted
   * @throws DomainError REQUEST_KEY_REUSED
   */
  once<A>(by: Actor, key: string, body: unknown, act: () => A): { answer: A; acted: boolean } {
    return this.#store.immediate(() => {
      const kept = this.answered<A>(by, key, body);
      if (kept !== undefined) return { answer: kept, acted: false };
      const answer = act();
      this.#keep.run(key, actorId(by), hashOf(JSON.stringify(body)), JSON.stringify(answer), this.#wall());
      return { answer, acted: true };
    });
  }

  /**
   * The answer that was given for this key; undefined where it was not used yet.
   * @throws DomainError REQUEST_KEY_REUSED
   */
  answered<A>(by: Actor, key: string, body: unknown): A | undefined {
    const kept = this.#find.get(key, actorId(by));
    if (!kept) return undefined;
    if (!hashOf(JSON.stringify(body)).equals(kept.body_hash)) throw new DomainError('REQUEST_KEY_REUSED');
    return JSON.parse(kept.answer) as A;
  }

  /** Forgets keys older than 48 h, at most 500 a call. */
  purge(): void {
    this.#forget.run(this.#wall() - keptMs);
  }
}
