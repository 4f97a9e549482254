import type { Cancel, Timers } from './timers.ts';

/** What became of a slip, and how we know. */
export type PrintOutcome =
  /** The printer answered the fence behind it. */
  | { readonly kind: 'printed' }
  /** No fence is to be had; the printer said afterwards that all is well (`status`), or never says anything (`mute`). */
  | { readonly kind: 'trusted'; readonly evidence: 'status' | 'mute' }
  /** Not one byte left. */
  | { readonly kind: 'not_sent' }
  /** Some bytes left and nobody knows the rest. */
  | { readonly kind: 'lost'; readonly reason: string };

/** One slip between its first byte and its fate, with the clock that calls for a judgement when proof is overdue. */
export class Flight {
  readonly outcome: Promise<PrintOutcome>;
  readonly #resolve: (outcome: PrintOutcome) => void;
  readonly #timers: Timers;
  readonly #limit: (accepted: boolean) => number;
  readonly #overdue: () => void;
  #accepted = false;
  #cancel: Cancel = () => undefined;

  /**
   * @param limit how long to wait for proof, in milliseconds, before and after the system has taken all bytes
   * @param overdue that time is up; whoever judges either lands the flight or gives it as long again
   */
  constructor(timers: Timers, limit: (accepted: boolean) => number, overdue: () => void) {
    const { promise, resolve } = Promise.withResolvers<PrintOutcome>();
    this.outcome = promise;
    this.#resolve = resolve;
    this.#timers = timers;
    this.#limit = limit;
    this.#overdue = overdue;
    this.waitAnew();
  }

  /** The system has taken every byte. */
  get isAccepted(): boolean {
    return this.#accepted;
  }

  accept(): void {
    this.#accepted = true;
    this.waitAnew();
  }

  waitAnew(): void {
    this.#cancel();
    this.#cancel = this.#timers.after(this.#limit(this.#accepted), this.#overdue);
  }

  land(outcome: PrintOutcome): void {
    this.#cancel();
    this.#resolve(outcome);
  }
}
