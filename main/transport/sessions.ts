import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Actor, Role } from '../../contract/principal.ts';

/** How long a signed-in browser stays so. */
const sessionMs = 30 * 86_400_000;

/** Knows who asks: by the tokens made at this start, or by the cookie of a browser that traded one. */
export class Sessions {
  readonly #kiosk: Actor;
  readonly #clock: { wall(): number };
  readonly #find;
  readonly #insert;
  readonly #forget;
  #pageToken: Buffer | null;
  readonly #restToken: Buffer;
  /** The single-use token of the ready URL, and the token for REST calls; both die with this run. */
  readonly tokens: { readonly page: string; readonly rest: string };

  /** @param kiosk the principal that both tokens stand for: the hub's own kiosk */
  constructor(db: Database.Database, clock: { wall(): number }, kiosk: Actor) {
    this.#kiosk = kiosk;
    this.#clock = clock;
    this.tokens = { page: randomBytes(24).toString('base64url'), rest: randomBytes(24).toString('base64url') };
    this.#pageToken = digest(this.tokens.page);
    this.#restToken = digest(this.tokens.rest);
    this.#find = db.prepare<[Buffer, number], { role: Role; device_id: string }>(
      'SELECT role, device_id FROM session WHERE token_hash = ? AND created_at > ?',
    );
    this.#insert = db.prepare<[Buffer, Role, string, number]>(
      'INSERT INTO session (token_hash, role, device_id, created_at) VALUES (?, ?, ?, ?)',
    );
    this.#forget = db.prepare<[number]>('DELETE FROM session WHERE created_at <= ?');
  }

  /** Trades the page's token, once. @returns the cookie's value, or null when it is not (or no longer) good */
  trade(token: string): string | null {
    if (!this.#pageToken || !timingSafeEqual(digest(token), this.#pageToken)) return null;
    this.#pageToken = null;
    const cookie = randomBytes(32).toString('base64url');
    const now = this.#clock.wall();
    this.#forget.run(now - sessionMs);
    this.#insert.run(digest(cookie), this.#kiosk.role, this.#kiosk.device, now);
    return cookie;
  }

  byCookie(cookie: string | undefined): Actor | null {
    if (!cookie) return null;
    const row = this.#find.get(digest(cookie), this.#clock.wall() - sessionMs);
    return row ? { role: row.role, device: row.device_id, person: null } : null;
  }

  byBearer(token: string): Actor | null {
    return timingSafeEqual(digest(token), this.#restToken) ? this.#kiosk : null;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
