import type { Dispatch } from './dispatch.ts';
import type { EncodedSlip } from './encode.ts';
import type { Cancel, Timers } from './timers.ts';

/** Milliseconds. An owed answer and the drain's own come together; where more are owed, they are waited for. */
const together = 300;
const late = 3000;
/** Between two attempts, whatever refuses them. */
const again = 1000;

const nothing: EncodedSlip = { body: Buffer.alloc(0), cut: Buffer.alloc(0) };

export interface DrainParts {
  readonly dispatch: Dispatch;
  readonly timers: Timers;
  /** Cuts off what an interrupted slip left on the paper: the next person's number must not hang under it. */
  readonly cutOff: EncodedSlip;
  /** The connection stands, and it is known what the printer answers. */
  readonly mayGoOn: () => boolean;
  /** Answers do not say which question they answer. */
  readonly areNameless: () => boolean;
  /** It has begun, ended, or found out that the printer does not answer. */
  readonly changed: () => void;
}

/**
 * Makes sure that nothing of a lost slip is left, in the buffer or under the head, before another is sent. Until the
 * printer answers for that, however long, it needs a person to look at it.
 */
export class Drain {
  readonly #its: DrainParts;
  #owed = false;
  #torn = false;
  #running = false;
  #stuck = false;
  #answerCame = false;
  #cancel: Cancel = () => undefined;
  #endPause: () => void = () => undefined;

  constructor(parts: DrainParts) {
    this.#its = parts;
  }

  /** A question was sent whose answer never came: it may still come, and must not pass for another slip's. */
  get isOwed(): boolean {
    return this.#owed;
  }

  get isRunning(): boolean {
    return this.#running;
  }

  /** The printer has not answered for what was lost. */
  get isStuck(): boolean {
    return this.#stuck;
  }

  /** Something was lost; if it was a slip, some of it may be on the paper. */
  owe(): void {
    this.#owed = true;
    this.#torn ||= !this.#running;
  }

  /** Something came in answer to a question that has no name. */
  hear(): void {
    this.#answerCame = true;
  }

  /** Never rejects. */
  async run(): Promise<void> {
    const { dispatch, cutOff, mayGoOn, changed } = this.#its;
    this.#running = true;
    let outcome = await dispatch.send(this.#torn ? cutOff : nothing, null);
    while (outcome.kind !== 'printed' && mayGoOn()) {
      this.#stuck = true;
      changed();
      await this.#pause(again);
      outcome = await dispatch.send(nothing, null);
    }
    if (outcome.kind === 'printed') {
      if (this.#its.areNameless()) await this.#waitForOthers();
      this.#owed = false;
      this.#torn = false;
      this.#stuck = false;
    }
    this.#running = false;
    changed();
  }

  /** The program ends. */
  stop(): void {
    this.#cancel();
    this.#endPause();
  }

  /** Until all answers have come, or none comes any more, none is believed. */
  async #waitForOthers(): Promise<void> {
    const { dispatch, mayGoOn } = this.#its;
    do {
      this.#answerCame = false;
      await this.#pause(dispatch.unanswered > 0 ? late : together);
    } while (this.#answerCame && mayGoOn());
    dispatch.unanswered = 0;
  }

  async #pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#cancel = this.#its.timers.after(ms, resolve);
    this.#endPause = resolve;
    await promise;
  }
}
