import type { Log } from '../ops/log.ts';
import { pauseAfter } from './daily.ts';
import type { FleetStore } from './fleet-store.ts';

export interface SenderParts {
  readonly store: FleetStore;
  readonly immediate: <A>(act: () => A) => A;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: { wall(): number; tick(): number };
  /** 0 to 1. */
  readonly chance: () => number;
  readonly log: Log;
}

const patienceMs = 20_000;
/** The server has read it and does not want it: offering it again would only hold up the others. */
const refusals = [400, 409, 413, 422];

/** Sends statuses, one at a time and the oldest first; what could not be sent is tried again after growing pauses. */
export class Sender {
  readonly #its: SenderParts;
  readonly #end = new AbortController();
  #running: Promise<void> | null = null;
  #failures = 0;
  #notBefore = 0;

  constructor(parts: SenderParts) {
    this.#its = parts;
  }

  get failing(): boolean {
    return this.#failures > 0;
  }

  /** From time to time, and when there is something new. Never throws; nobody waits for it. */
  look(): Promise<void> {
    this.#running ??= this.#sendAll()
      .catch((error: unknown) => this.#its.log.error({ err: error }, 'statuses could not be looked through'))
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }

  /** Somebody said where to: that is tried at once. */
  afresh(): void {
    this.#failures = 0;
    this.#notBefore = 0;
  }

  async close(): Promise<void> {
    this.#end.abort();
    await this.#running;
  }

  async #sendAll(): Promise<void> {
    const { store, clock } = this.#its;
    while (!this.#end.signal.aborted && clock.tick() >= this.#notBefore) {
      const { address } = store.facts();
      const next = address === null ? undefined : store.unsent();
      if (address === null || !next || !(await this.#send(address, next))) return;
    }
  }

  async #send(address: string, { sequence, text }: { sequence: number; text: string }): Promise<boolean> {
    const { store, immediate, fetch, clock, chance, log } = this.#its;
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/jose' },
        body: text,
        redirect: 'error',
        signal: AbortSignal.any([this.#end.signal, AbortSignal.timeout(patienceMs)]),
      });
      await answer.body?.cancel();
      if (!answer.ok && !refusals.includes(answer.status)) throw new Error(`HTTP ${answer.status}`);
      if (!answer.ok) log.warn({ status: answer.status }, 'the regency did not take a status');
      immediate(() => store.settle(sequence, answer.ok ? clock.wall() : null));
      this.#failures = 0;
      return true;
    } catch (error) {
      if (this.#end.signal.aborted) return false;
      this.#failures += 1;
      this.#notBefore = clock.tick() + pauseAfter(this.#failures, chance());
      if (this.#failures === 1)
        log.warn({ reason: (error as Error).message }, 'a status could not be sent; tried again');
      return false;
    }
  }
}
