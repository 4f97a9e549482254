import { hashOf, newToken } from '../ops/secret.ts';
import type { DeviceStore } from './device-store.ts';

/** As long as browsers keep a cookie at most; every use of a day sets it anew. */
const goodForMs = 400 * 86_400_000;
const renewedAfterMs = 86_400_000;

/** What a machine keeps to be let in again: a random token, of which the lounge keeps a hash only. */
export class Tokens {
  readonly #store: DeviceStore;
  readonly #clock: { wall(): number };

  constructor(store: DeviceStore, clock: { wall(): number }) {
    this.#store = store;
    this.#clock = clock;
  }

  /**
   * A new token of a device; those before it stay good. None is thrown away for its age: a clock that shows a year to
   * come for a morning must not cost every machine its place. Runs in the caller's transaction, if there is one.
   */
  make(device: string): string {
    const token = newToken();
    this.#store.insertToken(hashOf(token), device, this.#clock.wall());
    return token;
  }

  /** Whose token it is. @returns the device's id, and whether this use has renewed the token for another 400 days */
  read(token: string): { device: string; renewed: boolean } | null {
    const hash = hashOf(token);
    const now = this.#clock.wall();
    const found = this.#store.byToken(hash, now - goodForMs);
    if (!found) return null;
    const renewed = now - found.renewed_at > renewedAfterMs;
    if (renewed) this.#store.renewToken(hash, now);
    return { device: found.device_id, renewed };
  }
}
