import { Inquiry } from './inquiry.ts';
import { faultless, type PrinterStatus, type Reply, withAsb } from './status.ts';
import type { Cancel, Timers } from './timers.ts';

/** All in milliseconds. */
const idleBeat = 2000;
const busyBeat = 500;
/** A status older than this is asked for again before a slip is sent: one beat, and time for its answer. */
const freshFor = 2500;

export interface HeartbeatParts {
  readonly send: (bytes: Buffer) => Promise<void>;
  readonly timers: Timers;
  /** Steady clock in milliseconds. */
  readonly tick: () => number;
  readonly isOpen: () => boolean;
  /** Something is to be watched closely: a slip on its way, or a fault. */
  readonly isBusy: () => boolean;
  readonly answered: () => void;
  readonly unanswered: () => void;
}

/** Asks a printer how it is, every few seconds, and hears what it tells unasked. */
export class Heartbeat {
  readonly #its: HeartbeatParts;
  readonly #inquiry: Inquiry;
  #status: PrinterStatus = faultless;
  #misses = 0;
  #heardAt = Number.NEGATIVE_INFINITY;
  #beating: Promise<void> | null = null;
  #cancel: Cancel = () => undefined;

  constructor(parts: HeartbeatParts) {
    this.#its = parts;
    this.#inquiry = new Inquiry(parts.send, parts.timers);
  }

  /** What it said last. */
  get status(): PrinterStatus {
    return this.#status;
  }

  /** Beats in a row without an answer. */
  get misses(): number {
    return this.#misses;
  }

  get isFresh(): boolean {
    return this.#its.tick() - this.#heardAt <= freshFor;
  }

  /** On a new connection: nothing said on an earlier one is recent. */
  begin(): void {
    this.#misses = 0;
    this.#heardAt = Number.NEGATIVE_INFINITY;
    void this.beat();
  }

  /** Asks now. Never rejects; takes a few milliseconds, or a second when nobody answers. */
  beat(): Promise<void> {
    this.#beating ??= this.#ask().finally(() => {
      this.#beating = null;
      this.plan();
    });
    return this.#beating;
  }

  /** The answers to DLE EOT 1 to 4 as they come; no beat is asked meanwhile. */
  async recite(): Promise<readonly (number | null)[]> {
    await this.#beating;
    const reciting = this.#inquiry.recite();
    this.#beating = reciting
      .then(() => undefined)
      .finally(() => {
        this.#beating = null;
        this.plan();
      });
    return reciting;
  }

  /** Plans the next beat by what is going on now. */
  plan(): void {
    this.#cancel();
    const { isOpen, isBusy, timers } = this.#its;
    if (this.#beating !== null || !isOpen()) return;
    const pause = isBusy() ? busyBeat : idleBeat;
    this.#cancel = timers.after(pause, () => void this.beat());
  }

  hear(reply: Reply): void {
    if (reply.kind === 'realtime') this.#inquiry.hear(reply.byte);
    if (reply.kind !== 'asb') return;
    this.#status = withAsb(reply.bytes);
    this.#heardAt = this.#its.tick();
  }

  /** The connection is gone: no beat is planned, and none waits for an answer. */
  stop(): void {
    this.#cancel();
    this.#inquiry.giveUp();
  }

  /** Settles once no beat waits any more. */
  async stopped(): Promise<void> {
    this.stop();
    await this.#beating;
  }

  async #ask(): Promise<void> {
    const status = await this.#inquiry.make(this.#status);
    if (!this.#its.isOpen()) return;
    if (status === null) {
      this.#misses += 1;
      return this.#its.unanswered();
    }
    this.#misses = 0;
    this.#status = status;
    this.#heardAt = this.#its.tick();
    this.#its.answered();
  }
}
