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

  /**
   * The current value, then each later one; ends when `signal` aborts.
   * @param seenAs what this reader gets of it; the same value for as many readers as can share it
   */
  async *watch(
    signal: AbortSignal | undefined,
    seenAs: (value: T) => T = (value) => value,
  ): AsyncGenerator<T, void, void> {
    while (!signal?.aborted) {
      const seen = this.#version;
      yield seenAs(this.current);
      if (this.#version === seen) await this.#nextChange(signal);
    }
  }

  // Plain timers and listeners: fifty screens wait here again after every change.
  #nextChange(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = () => {
      clearTimeout(repeat);
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = () => {
      this.#waiters.delete(wake);
      wake();
    };
    // A repeat reads anew: clock-driven parts (open or closed, waits) change without an event.
    const repeat = setTimeout(() => {
      this.#cached = null;
      leave();
    }, this.#repeatMs).unref();
    this.#waiters.add(wake);
    signal?.addEventListener('abort', leave);
    return promise;
  }
}
