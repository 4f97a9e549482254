import type { Means } from './proof.ts';
import { completionOf, fence, type Reply, reportChanges } from './status.ts';
import type { Cancel, Timers } from './timers.ts';

/** All in milliseconds. A printer that is idle answers in a few. */
const answerLimit = 1000;
/** GS ( H is answered when the paper has moved, so its answer may come behind that of the GS r after it. */
const completionGrace = 300;
/** On a wire of 9600 baud. */
const slowestByte = 1.1;

const reset = Buffer.from([0x1b, 0x40]);

/**
 * Finds out what a printer answers without printing: a printer that takes the questions for text has it in the line
 * that ESC @ throws away.
 */
export class Learning {
  readonly #send: (bytes: Buffer) => Promise<void>;
  readonly #timers: Timers;
  #heard: { completion: boolean; queue: boolean; automatic: boolean } | null = null;
  #token = '';
  #cancel: Cancel = () => undefined;
  #end: () => void = () => undefined;

  constructor(send: (bytes: Buffer) => Promise<void>, timers: Timers) {
    this.#send = send;
    this.#timers = timers;
  }

  get isOn(): boolean {
    return this.#heard !== null;
  }

  /**
   * Never rejects.
   * @param flush what ends a command that an earlier connection left half-sent
   * @param token three characters that no slip of this run has
   */
  async make(flush: Buffer, token: string): Promise<Omit<Means, 'status'>> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const heard = { completion: false, queue: false, automatic: false };
    this.#heard = heard;
    this.#token = `Q${token}`;
    this.#end = resolve;
    this.#wait(answerLimit + flush.length * slowestByte);
    this.#send(Buffer.concat([flush, reset, reportChanges, completionOf(this.#token), fence, reset])).catch(resolve);
    await promise;
    this.#cancel();
    this.#heard = null;
    return heard;
  }

  hear(reply: Reply): void {
    if (this.#heard === null) return;
    if (reply.kind === 'asb') this.#heard.automatic = true;
    if (reply.kind === 'completion' && reply.token === this.#token) this.#heard.completion = true;
    if (reply.kind === 'fence') {
      this.#heard.queue = true;
      this.#wait(completionGrace);
    }
    if (this.#heard.completion && this.#heard.queue) this.#end();
  }

  giveUp(): void {
    this.#end();
  }

  #wait(ms: number): void {
    this.#cancel();
    this.#cancel = this.#timers.after(ms, () => this.#end());
  }
}
