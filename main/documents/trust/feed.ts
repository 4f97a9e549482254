import type { Log } from '../../ops/log.ts';
import type { Cancel, Timers } from '../../printing/timers.ts';
import type { Fed } from './trust.ts';

export interface FeedParts {
  /** An https address; null: there is no feed, or no key to read it with. */
  readonly address: () => string | null;
  readonly take: (list: string) => Promise<Exclude<Fed, 'unreachable'>>;
  readonly looked: (result: Fed) => void;
  readonly fetch: (url: URL, how: RequestInit) => Promise<Response>;
  readonly timers: Timers;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly log: Log;
  /** An answer that takes longer is given up. */
  readonly patienceMs?: number;
}

const minuteMs = 60_000;
/** The machine has other things to do when it starts. */
const firstMs = 2 * minuteMs;
const dayMs = 24 * 60 * minuteMs;
const mostBytes = 2_000_000;
const mostRedirects = 3;

/** Looks once a day, and after the start, whether the regency has a newer list. An office without the internet is normal. */
export class TrustFeed {
  readonly #its: FeedParts;
  readonly #closed = new AbortController();
  #cancel: Cancel = () => undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: FeedParts) {
    this.#its = parts;
  }

  start(): void {
    // A power cut ends for a whole district at once: its offices do not ask in the same minute.
    this.#after(firstMs, 8 * minuteMs);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    this.#cancel();
    await this.#looking;
  }

  #after(ms: number, spread: number): void {
    const { timers, random } = this.#its;
    this.#cancel = timers.after(ms + random() * spread, () => {
      this.#looking = this.#look();
    });
  }

  async #look(): Promise<void> {
    const { address, looked, log } = this.#its;
    const from = address();
    if (from !== null) {
      const result = await this.#result(from);
      if (this.#closed.signal.aborted) return;
      looked(result);
      // Once a day at most.
      if (result === 'wrong') log.warn({}, 'the feed of trusted offices holds no list that the regency has signed');
      if (result === 'unreachable') log.info({}, 'the feed of trusted offices could not be reached');
    }
    this.#after(dayMs - 60 * minuteMs, 120 * minuteMs);
  }

  async #result(from: string): Promise<Fed> {
    let text: string;
    try {
      text = await this.#get(from);
    } catch {
      return 'unreachable';
    }
    try {
      return await this.#its.take(text);
    } catch (error) {
      this.#its.log.error({ err: error }, 'a list of trusted offices could not be kept');
      return 'unreachable';
    }
  }

  /** @throws when there is no whole answer of a bearable size in time */
  async #get(from: string): Promise<string> {
    const signal = AbortSignal.any([this.#closed.signal, AbortSignal.timeout(this.#its.patienceMs ?? 30_000)]);
    let url = new URL(from);
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      if (url.protocol !== 'https:') throw new Error('not by https');
      const answer = await this.#its.fetch(url, { redirect: 'manual', credentials: 'omit', signal });
      if (answer.status >= 300 && answer.status < 400) {
        await answer.body?.cancel();
        url = new URL(answer.headers.get('location') ?? '', url);
        continue;
      }
      if (!answer.ok || answer.body === null) throw new Error(`the answer is ${answer.status}`);
      return await textOf(answer.body);
    }
    throw new Error('too many redirects');
  }
}

async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the answer.
  for await (const part of body) {
    size += part.byteLength;
    if (size > mostBytes) throw new Error('too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
