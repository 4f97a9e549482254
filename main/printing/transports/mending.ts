import type { Cancel, Timers } from '../timers.ts';
import { LinkLost, NotConnected, type Proof, type Transport, type TransportEvents } from './transport.ts';

/** One connection, from the attempt to make it to its end; it is never used again. */
export interface Wire {
  /**
   * As a transport's, and called only while the connection stands. It need not settle once the wire is cut.
   * @throws NotConnected, LinkLost (rejects)
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Lets go at once; what is on its way may be lost. Resolves when no handle and no timer is left. Never rejects. */
  cut(): Promise<void>;
  /** Lets go; what the system took still reaches the printer. Resolves and never rejects, like `cut`. */
  end(): Promise<void>;
}

export interface WireEvents {
  opened(): void;
  received(bytes: Buffer): void;
  /** It died or never came to be. */
  ended(reason: string): void;
}

/** Begins an attempt to connect. Returns at once, before any event. */
export type Dial = (events: WireEvents, timers: Timers) => Wire;

/** All in milliseconds. */
const firstRetry = 250;
const slowestRetry = 5000;
/** A connection that lives this long, or carries an answer, was a good one: the next loss is mended soon. */
const proven = 5000;

/** The part of every transport that is the same: keeps one connection and mends it quietly, with growing pauses. */
export class MendingTransport implements Transport {
  readonly proof: Proof;
  readonly #dial: Dial;
  readonly #events: TransportEvents;
  readonly #timers: Timers;
  readonly #refusals = new Set<(error: Error) => void>();
  #wire: Wire | null = null;
  #open = false;
  #closed = false;
  #retry = firstRetry;
  #cancelTimer: Cancel = () => undefined;
  /** The connection before has let go: most printers, and every cable, serve one at a time. */
  #left: Promise<void> = Promise.resolve();

  constructor(proof: Proof, dial: Dial, events: TransportEvents, timers: Timers) {
    this.proof = proof;
    this.#dial = dial;
    this.#events = events;
    this.#timers = timers;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  start(): void {
    if (this.#wire !== null || this.#closed) return;
    this.#cancelTimer();
    this.#connect();
  }

  async write(bytes: Uint8Array): Promise<void> {
    const wire = this.#wire;
    if (wire === null || !this.#open) throw new NotConnected('No connection to the printer');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#refusals.add(reject);
    wire.write(bytes).then(resolve, reject);
    await promise.finally(() => this.#refusals.delete(reject));
  }

  drop(reason: string): void {
    if (this.#wire !== null) this.#lose(this.#wire, reason);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const wire = this.#forget('closed');
    await Promise.all([wire?.end(), this.#left]);
  }

  #connect(): void {
    const wire = this.#dial(
      {
        opened: () => {
          if (this.#wire !== wire) return;
          this.#open = true;
          this.#cancelTimer = this.#timers.after(proven, () => {
            this.#retry = firstRetry;
          });
          this.#events.opened();
        },
        received: (bytes) => {
          if (this.#wire !== wire) return;
          this.#retry = firstRetry;
          this.#events.received(bytes);
        },
        ended: (reason) => this.#lose(wire, reason),
      },
      this.#timers,
    );
    this.#wire = wire;
  }

  #lose(wire: Wire, reason: string): void {
    if (this.#wire !== wire) return;
    this.#forget(reason);
    const left = Promise.all([wire.cut(), this.#left]).then(() => undefined);
    this.#left = left;
    const pause = this.#retry * (0.75 + Math.random() / 2);
    this.#retry = Math.min(this.#retry * 2, slowestRetry);
    this.#cancelTimer = this.#timers.after(pause, () => void left.then(() => this.start()));
    this.#events.lost(reason);
  }

  #forget(reason: string): Wire | null {
    const wire = this.#wire;
    this.#wire = null;
    this.#open = false;
    this.#cancelTimer();
    for (const refuse of this.#refusals) refuse(new LinkLost(reason));
    return wire;
  }
}
