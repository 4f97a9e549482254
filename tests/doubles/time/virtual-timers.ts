import type { Cancel, Timers } from '../../../main/printing/timers.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

/**
 * Time that passes only when it is told to, so that ten minutes of a lounge take a moment. Timers run in the order in
 * which they fall due, equal ones in the order in which they were set; what each sets off by promises is done before
 * the next, as in a program that is never late.
 */
export class VirtualTimers implements Timers {
  /** A binary heap: the earliest is first. A cancelled timer leaves it when its time comes. */
  readonly #heap: Due[] = [];
  readonly #live = new Set<Due>();
  #now = 0;
  #orders = 0;

  /** Milliseconds since the beginning. */
  get now(): number {
    return this.#now;
  }

  /** Timers that were set and have neither run nor been cancelled. */
  get running(): number {
    return this.#live.size;
  }

  after(ms: number, act: () => void): Cancel {
    this.#orders += 1;
    const due: Due = { at: this.#now + Math.max(0, ms), order: this.#orders, act };
    this.#live.add(due);
    this.#push(due);
    return () => this.#live.delete(due);
  }

  /** Lets `ms` milliseconds pass. What a timer throws comes out here. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    while (await this.#step(end));
    this.#now = end;
  }

  /**
   * Lets time pass until something is so, and not a moment longer.
   * @param limit milliseconds to wait at most
   * @returns whether it came about
   */
  async until(isSo: () => boolean, limit: number): Promise<boolean> {
    const end = this.#now + limit;
    await settled();
    while (!isSo()) {
      if (await this.#step(end)) continue;
      this.#now = end;
      return false;
    }
    return true;
  }

  /** Runs the next timer that falls due by `end`. @returns whether there was one */
  async #step(end: number): Promise<boolean> {
    for (let next = this.#heap[0]; next !== undefined && next.at <= end; next = this.#heap[0]) {
      this.#shift();
      if (!this.#live.delete(next)) continue;
      this.#now = next.at;
      next.act();
      await settled();
      return true;
    }
    return false;
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(due);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || isBefore(parent, due)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = due;
  }

  #shift(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      if (left === undefined) break;
      const [least, at] = right !== undefined && isBefore(right, left) ? [right, 2 * index + 2] : [left, 2 * index + 1];
      if (isBefore(last, least)) break;
      heap[index] = least;
      index = at;
    }
    heap[index] = last;
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** After every promise that has been settled has told those who waited for it. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The timers of one program: when it is killed, nothing of it ever runs again. */
export class MortalTimers implements Timers {
  readonly #timers: Timers;
  readonly #cancels = new Set<Cancel>();
  #dead = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  after(ms: number, act: () => void): Cancel {
    if (this.#dead) return () => undefined;
    const cancel = this.#timers.after(ms, () => {
      this.#cancels.delete(cancel);
      act();
    });
    this.#cancels.add(cancel);
    return () => {
      this.#cancels.delete(cancel);
      cancel();
    };
  }

  kill(): void {
    this.#dead = true;
    for (const cancel of this.#cancels) cancel();
    this.#cancels.clear();
  }
}
