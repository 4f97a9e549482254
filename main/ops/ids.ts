import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const idBytes = 16;

/** Time-ordered UUIDs (version 7, RFC 9562) on the steady clock, so that a later row always has the greater id. */
export class Ids {
  readonly #tick: () => number;
  #last = 0;
  #sequence = 0;
  /** Chance is fetched by the page: a call for every id takes longer than all the rest of it. */
  readonly #chance = Buffer.alloc(256 * idBytes);
  #used = this.#chance.length;

  constructor(clock: { tick(): number }) {
    this.#tick = () => clock.tick();
  }

  next(): string {
    const msecs = Math.max(this.#tick(), this.#last);
    this.#sequence = msecs === this.#last ? this.#sequence + 1 : 0;
    this.#last = msecs;
    return v7({ msecs, seq: this.#sequence, random: this.#random() });
  }

  #random(): Uint8Array {
    if (this.#used === this.#chance.length) {
      randomFillSync(this.#chance);
      this.#used = 0;
    }
    this.#used += idBytes;
    return this.#chance.subarray(this.#used - idBytes, this.#used);
  }
}
