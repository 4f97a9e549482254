import type { WaitPromise } from '../../contract/queue.ts';

/** How good the promises were; minutes and percentages, see `npm run replay -- --help`. Null: no ticket got a promise. */
export interface ScoreSheet {
  readonly tickets: number;
  readonly duplicates: number;
  readonly maePoint: number | null;
  readonly maeRange: number | null;
  readonly bias: number | null;
  readonly kept: number | null;
  readonly meanWidth: number | null;
  readonly withoutPromise: number;
}

type Promised = Pick<WaitPromise, 'point' | 'fromMinutes' | 'toMinutes'>;

/** Compares each promise with what came. */
export class Score {
  readonly #numbers = new Set<string>();
  #tickets = 0;
  #given = 0;
  #promised = 0;
  #kept = 0;
  #pointError = 0;
  #rangeError = 0;
  #bias = 0;
  #width = 0;

  /**
   * @param actual minutes from taking the number to the call
   * @param taken what the engine answered, its number made unique to its day; null when it gave no number
   */
  add(actual: number, taken: { readonly number: string; readonly promise: Promised | null } | null): void {
    this.#tickets += 1;
    if (taken === null) return;
    this.#given += 1;
    this.#numbers.add(taken.number);
    if (taken.promise === null) return;
    const { point, fromMinutes, toMinutes } = taken.promise;
    const outside = Math.max(0, fromMinutes - actual, actual - toMinutes);
    this.#promised += 1;
    this.#kept += Number(outside === 0);
    this.#pointError += Math.abs(point - actual);
    this.#rangeError += outside;
    this.#bias += point - actual;
    this.#width += toMinutes - fromMinutes;
  }

  get sheet(): ScoreSheet {
    const mean = (sum: number) => (this.#promised === 0 ? null : round(sum / this.#promised));
    return {
      tickets: this.#tickets,
      duplicates: this.#given - this.#numbers.size,
      maePoint: mean(this.#pointError),
      maeRange: mean(this.#rangeError),
      bias: mean(this.#bias),
      kept: mean(100 * this.#kept),
      meanWidth: mean(this.#width),
      withoutPromise: round((100 * (this.#tickets - this.#promised)) / this.#tickets),
    };
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
