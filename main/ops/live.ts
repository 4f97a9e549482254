import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A value that changes and that many readers follow. A slow reader skips to the latest: one value is kept, never a line of them.
 * The value is read once per change however many readers there are.
 */
export class Live<T> {
  readonly #read: () => T;
  readonly #repeatMs: number;
  readonly #waiters = new Set<() => void>();
  #version = 0;
  #cached: { version: number; value: T } | null = null;

  /**
   * @param read makes the current value; called lazily, at most once per change
   * @param repeatMs how often an unchanged value is sent again, so that a reader can tell silence from a dead link
   */
  constructor(read: () => T, repeatMs: number) {
    this.#read = read;
    this.#repeatMs = repeatMs;
  }

  /** The value now. */
  get current(): T {
    if (this.#cached?.version !== this.#version) this.#cached = { version: this.#version, value: this.#read() };
    return this.#cached.value;
  }

  /** Says that the value may have changed. */
  changed(): void {
    this.#version += 1;
    for (const wake of this.#waiters) wake();
    this.#waiters.clear();
  }

  /** The current value, then each later one; ends when `signal` aborts. */
  async *watch(signal: AbortSignal | undefined): AsyncGenerator<T, void, void> {
    while (!signal?.aborted) {
      const seen = this.#version;
      yield this.current;
      if (this.#version === seen) await this.#nextChange(signal);
    }
  }

  async #nextChange(signal: AbortSignal | undefined): Promise<void> {
    const timer = new AbortController();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiters.add(resolve);
    signal?.addEventListener('abort', () => resolve(), { once: true, signal: timer.signal });
    const repeat = sleep(this.#repeatMs, undefined, { signal: timer.signal, ref: false }).catch(() => undefined);
    await Promise.race([promise, repeat]);
    // A repeat reads anew: clock-driven parts (open or closed, waits) change without an event.
    if (this.#waiters.delete(resolve)) this.#cached = null;
    timer.abort();
  }
}
