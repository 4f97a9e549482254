import { DomainError } from '../../ops/domain-error.ts';

const withinMs = 10 * 60_000;

/** Keeps a machine from trying codes until one fits. In memory: a restart takes longer than it gains. */
export class Tries {
  readonly #misses = new Map<string, number[]>();
  readonly #clock: { tick(): number; wall(): number };
  readonly #iso: (wall: number) => string;
  readonly #most: number;

  /** @param most so many misses of one machine within ten minutes, and the desk helps */
  constructor(clock: { tick(): number; wall(): number }, iso: (wall: number) => string, most = 10) {
    this.#clock = clock;
    this.#iso = iso;
    this.#most = most;
  }

  /** @throws DomainError TOO_MANY_TRIES with when it may be tried again */
  expectPatience(device: string): void {
    const now = this.#clock.tick();
    const recent = (this.#misses.get(device) ?? []).filter((at) => now - at < withinMs);
    this.#misses.set(device, recent);
    const [oldest] = recent;
    if (oldest === undefined || recent.length < this.#most) return;
    throw new DomainError('TOO_MANY_TRIES', { retryAt: this.#iso(this.#clock.wall() + withinMs - (now - oldest)) });
  }

  missed(device: string): void {
    this.#misses.set(device, [...(this.#misses.get(device) ?? []), this.#clock.tick()]);
  }
}
