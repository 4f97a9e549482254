/** What can be counted in the life of a printer: a byte that arrived, a line on the paper, a paper cut off. */
export type Milestone = 'byte' | 'line' | 'cut';

interface Moment {
  readonly milestone: Milestone;
  left: number;
  readonly act: () => void;
}

/** Things that are to happen in the middle of others, each once: "when the third line from now is printed". */
export class Moments {
  #waiting: Moment[] = [];

  /** @param count from now on; 1 is the next */
  after(count: number, milestone: Milestone, act: () => void): void {
    this.#waiting.push({ milestone, left: count, act });
  }

  /** How many more until something is to happen. */
  next(milestone: Milestone): number {
    return Math.min(...this.#waiting.filter((one) => one.milestone === milestone).map(({ left }) => left));
  }

  passed(milestone: Milestone, count = 1): void {
    if (this.#waiting.length === 0) return;
    for (const one of this.#waiting) if (one.milestone === milestone) one.left -= count;
    const due = this.#waiting.filter(({ left }) => left <= 0);
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    for (const { act } of due) act();
  }

  forget(): void {
    this.#waiting = [];
  }
}
