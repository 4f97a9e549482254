export interface RateLimitParts {
  /** How many at once. */
  readonly burst: number;
  /** How many in the long run. */
  readonly perMinute: number;
  /** Ms, steady. */
  readonly monotonic: () => number;
}

/** So many buckets are looked through for full ones: a full one and none are the same. */
const sweepAt = 1_000;

/** A bucket of tokens for each key, which fills again steadily. */
export class RateLimit {
  readonly #burst: number;
  readonly #perMs: number;
  readonly #monotonic: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  #sweepAt = sweepAt;

  constructor({ burst, perMinute, monotonic }: RateLimitParts) {
    this.#burst = burst;
    this.#perMs = perMinute / 60_000;
    this.#monotonic = monotonic;
  }

  /** Takes one token. @returns 0 when there was one, else after how many whole seconds there will be */
  take(key: string): number {
    const now = this.#monotonic();
    const bucket = this.#buckets.get(key) ?? { tokens: this.#burst, at: now };
    const tokens = this.#filled(bucket, now);
    const granted = tokens >= 1;
    this.#buckets.set(key, { tokens: granted ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size >= this.#sweepAt) this.#sweep(now);
    return granted ? 0 : Math.max(1, Math.ceil((1 - tokens) / this.#perMs / 1000));
  }

  #filled({ tokens, at }: { tokens: number; at: number }, now: number): number {
    return Math.min(this.#burst, tokens + (now - at) * this.#perMs);
  }

  #sweep(now: number): void {
    for (const [key, bucket] of this.#buckets) if (this.#filled(bucket, now) >= this.#burst) this.#buckets.delete(key);
    // Where few were full, not again for each new key.
    this.#sweepAt = Math.max(sweepAt, this.#buckets.size * 2);
  }
}
