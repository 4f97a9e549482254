import { seeded } from '../doubles/lounge/seeded.ts';

/** Chance that comes again with the same seed. */
export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  /** True once in `times` times, in the long run. */
  onceIn(times: number): boolean {
    return this.#random() * times < 1;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[Math.floor(this.#random() * from.length)] ?? from[0];
  }
}
