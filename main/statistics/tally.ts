import type { Outcomes, Summary } from '../../contract/statistics.ts';
import { type Fact, waitOf } from './facts.ts';
import { spreadOf } from './spread.ts';

const minuteMs = 60_000;

const outcomeOf = {
  waiting: 'waiting',
  called: 'atCounter',
  serving: 'atCounter',
  done: 'served',
  no_show: 'noShow',
  parked: 'parked',
  cancelled: 'cancelled',
} as const satisfies Record<Fact['state'], keyof Outcomes>;

/** Adds tickets up. What is known when a number is taken and what became of it may belong to different tallies. */
export class Tally {
  readonly #outcomes = { taken: 0, served: 0, noShow: 0, cancelled: 0, waiting: 0, parked: 0, atCounter: 0 };
  readonly #waits: number[] = [];
  readonly #services: number[] = [];
  #promised = 0;
  #kept = 0;
  #errorMs = 0;

  /** Both sides of a ticket. */
  add(fact: Fact): void {
    this.entered(fact);
    this.ended(fact);
  }

  /** That it was taken, how long the person waited, and whether the promise was kept. */
  entered(fact: Fact): void {
    this.#outcomes.taken += 1;
    const waited = waitOf(fact);
    if (waited === null) return;
    this.#waits.push(waited);
    const { promise_point, promise_from, promise_to } = fact;
    if (promise_point === null || promise_from === null || promise_to === null) return;
    this.#promised += 1;
    this.#kept += Number(promise_from * minuteMs <= waited && waited <= promise_to * minuteMs);
    this.#errorMs += Math.abs(promise_point * minuteMs - waited);
  }

  /** What became of it so far, and how long it was served. */
  ended(fact: Fact): void {
    this.#outcomes[outcomeOf[fact.state]] += 1;
    if (fact.served_ms !== null) this.#services.push(fact.served_ms);
  }

  get summary(): Summary {
    const { taken, served, noShow, cancelled, waiting, parked, atCounter } = this.#outcomes;
    return {
      taken,
      served,
      noShow,
      cancelled,
      waiting,
      parked,
      atCounter,
      wait: spreadOf(this.#waits),
      service: spreadOf(this.#services),
      promises: {
        of: this.#promised,
        kept: this.#kept,
        errorSeconds: this.#promised === 0 ? null : Math.round(this.#errorMs / this.#promised / 1000),
      },
    };
  }
}
