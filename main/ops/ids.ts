import { v7 } from 'uuid';

/** Time-ordered UUIDs (version 7, RFC 9562) on the steady clock, so that a later row always has the greater id. */
export class Ids {
  readonly #tick: () => number;
  #last = 0;
  #sequence = 0;

  constructor(clock: { tick(): number }) {
    this.#tick = () => clock.tick();
  }

  next(): string {
    const msecs = Math.max(this.#tick(), this.#last);
    this.#sequence = msecs === this.#last ? this.#sequence + 1 : 0;
    this.#last = msecs;
    return v7({ msecs, seq: this.#sequence });
  }
}
