import type { PrintEvidence } from '../../contract/printing.ts';
import type { Questioning } from './proof.ts';
import type { Cancel, Timers } from './timers.ts';

/** What became of a slip, and how we know. */
export type PrintOutcome =
  | {
      readonly kind: 'printed';
      readonly evidence: PrintEvidence;
      /** Paper ran out or the cover was opened on the way: the slip may be torn. */
      readonly interrupted: boolean;
      /** The cut behind it was not seen. */
      readonly uncut: boolean;
    }
  /** Not one byte left. */
  | { readonly kind: 'not_sent' }
  /** Some bytes left and nobody knows the rest. */
  | { readonly kind: 'lost'; readonly reason: string };

export interface FlightParts {
  readonly timers: Timers;
  /** How the printer is asked about it, and with which three characters. */
  readonly questioning: Questioning;
  readonly token: string;
  /** How long to wait for proof, in milliseconds, before and after the system has taken all bytes. */
  readonly limit: (accepted: boolean) => number;
  /** That time is up; whoever judges either lands the flight or gives it as long again. */
  readonly overdue: () => void;
}

/** One slip between its first byte and its fate, with the clock that calls for a judgement when proof is overdue. */
export class Flight {
  readonly outcome: Promise<PrintOutcome>;
  readonly #its: FlightParts;
  readonly #resolve: (outcome: PrintOutcome) => void;
  #accepted = false;
  #printed = false;
  #interrupted = false;
  #hangs = false;
  #unwatched = false;
  #cancel: Cancel = () => undefined;

  constructor(parts: FlightParts) {
    const { promise, resolve } = Promise.withResolvers<PrintOutcome>();
    this.outcome = promise;
    this.#resolve = resolve;
    this.#its = parts;
    this.waitAnew();
  }

  get questioning(): Questioning {
    return this.#its.questioning;
  }

  get token(): string {
    return this.#its.token;
  }

  /** The system has taken every byte. */
  get isAccepted(): boolean {
    return this.#accepted;
  }

  /** The printer has said that the last line is on the paper. */
  get isPrinted(): boolean {
    return this.#printed;
  }

  /** The printer was silent for a while: nobody knows what happened to the slip meanwhile. */
  get wasUnwatched(): boolean {
    return this.#unwatched;
  }

  unwatch(): void {
    this.#unwatched = true;
  }

  accept(): void {
    this.#accepted = true;
    this.waitAnew();
  }

  print(): void {
    this.#printed = true;
    this.waitAnew();
  }

  interrupt(): void {
    this.#interrupted = true;
  }

  /** It is printed and not cut. @returns whether that is news */
  hang(): boolean {
    const news = !this.#hangs;
    this.#hangs = true;
    return news;
  }

  waitAnew(): void {
    this.#cancel();
    this.#cancel = this.#its.timers.after(this.#its.limit(this.#accepted), this.#its.overdue);
  }

  /** It came out, and this is how we know. */
  arrive(evidence: PrintEvidence, uncut = false): void {
    this.#land({ kind: 'printed', evidence, interrupted: this.#interrupted, uncut });
  }

  lose(reason: string): void {
    this.#land({ kind: 'lost', reason });
  }

  neverLeft(): void {
    this.#land({ kind: 'not_sent' });
  }

  #land(outcome: PrintOutcome): void {
    this.#cancel();
    this.#resolve(outcome);
  }
}
