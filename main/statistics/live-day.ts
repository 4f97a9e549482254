import { setTimeout as sleep } from 'node:timers/promises';
import type { DayReport } from '../../contract/statistics.ts';

/** Between two reports of today (ms): making one is work, and nobody reads faster. */
const between = 5_000;
/** A report that takes longer does not leave its readers without a word: they get the last one again. */
const late = 4_000;

/** Today's report for everybody who watches it: made once for all of them, and only while somebody does. */
export class LiveDay {
  readonly #make: () => Promise<DayReport>;
  #making: Promise<DayReport> | null = null;
  #madeAt = Number.NEGATIVE_INFINITY;
  #newest: DayReport | null = null;

  /** @param make today's report */
  constructor(make: () => Promise<DayReport>) {
    this.#make = make;
  }

  /** The report now, then a new one every five seconds; ends when `signal` aborts. */
  async *watch(signal: AbortSignal | undefined): AsyncGenerator<DayReport, void, void> {
    const wait = (ms: number) => sleep(ms, null, { ref: false, signal }).catch(() => null);
    yield await this.#report();
    while (!signal?.aborted) {
      await wait(between);
      if (signal?.aborted) return;
      const report = (await Promise.race([this.#report(), wait(late)])) ?? this.#newest;
      if (report !== null) yield report;
    }
  }

  /** One that is young enough, or a new one. */
  async #report(): Promise<DayReport> {
    if (this.#newest !== null && performance.now() - this.#madeAt < between) return this.#newest;
    this.#making ??= this.#make().finally(() => {
      this.#making = null;
    });
    this.#newest = await this.#making;
    this.#madeAt = performance.now();
    return this.#newest;
  }
}
