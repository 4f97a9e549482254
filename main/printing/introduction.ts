import type { Means } from './proof.ts';
import { askName, names, type Reply } from './status.ts';
import type { Timers } from './timers.ts';
import type { Transport } from './transports/transport.ts';

/** What a printer tells of itself when it is asked everything. Clones call themselves what they like. */
export interface Introduction {
  /** What the way there carries. */
  readonly carries: Transport['proof'];
  readonly maker: string | null;
  readonly model: string | null;
  readonly firmware: string | null;
  /** The answers to DLE EOT 1 to 4; null where none came. */
  readonly realtime: readonly (number | null)[];
  readonly means: Means;
}

/** The names alone. */
export type Names = Pick<Introduction, 'maker' | 'model' | 'firmware'>;

export const noNames: Names = { maker: null, model: null, firmware: null };

/** Milliseconds. */
const answerLimit = 1000;
/** The first byte of an answer to GS I: an underscore. */
const nameHeader = 0x5f;

/** Asks a printer for its names, one at a time: an answer does not say which it is. */
export class NameReader {
  readonly #send: (bytes: Buffer) => Promise<void>;
  readonly #timers: Timers;
  #waiting: ((name: string | null) => void) | null = null;

  constructor(send: (bytes: Buffer) => Promise<void>, timers: Timers) {
    this.#send = send;
    this.#timers = timers;
  }

  /** Never rejects; takes up to three seconds where nobody answers. */
  async read(): Promise<Names> {
    const maker = await this.#ask(names.maker);
    const model = await this.#ask(names.model);
    const firmware = await this.#ask(names.firmware);
    return { maker, model, firmware };
  }

  hear(reply: Reply): void {
    if (reply.kind !== 'block' || reply.bytes[0] !== nameHeader) return;
    const name = reply.bytes
      .toString('latin1', 1, reply.bytes.length - 1)
      .replace(/[^\x20-\x7E]/g, '?')
      .trim();
    this.#waiting?.(name === '' ? null : name);
  }

  giveUp(): void {
    this.#waiting?.(null);
  }

  async #ask(name: number): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    this.#waiting = resolve;
    const cancel = this.#timers.after(answerLimit, () => resolve(null));
    this.#send(askName(name)).catch(() => resolve(null));
    const answer = await promise;
    cancel();
    this.#waiting = null;
    return answer;
  }
}
