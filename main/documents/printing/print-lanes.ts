import type { Log } from '../../ops/log.ts';
import type { Cancel, Timers } from '../../printing/timers.ts';
import type { Given, JobNow, LetterOutlet } from './letter-outlet.ts';
import type { LetterPrintRecord, LetterPrintStore } from './letter-print-store.ts';
import { after, type Happening } from './print-rules.ts';

export interface PrintLanesParts {
  readonly prints: LetterPrintStore;
  readonly outlet: LetterOutlet;
  readonly timers: Timers;
  readonly clock: { wall(): number };
  /** A letter to be printed now; null where it counts no more, or is not there any more. */
  readonly letter: (id: string) => { pdf: Uint8Array; paper: 'A4' | 'F4' } | null;
  readonly changed: () => void;
  readonly log: Log;
}

/** How often the system is asked what became of its jobs, ms: at first, and after a minute without news. */
const lookMs = { fresh: 1_500, stale: 10_000 } as const;
const freshMs = 60_000;
/** How long a lane rests when the store or the system fails it, ms. */
const restMs = 10_000;
/** How long a print that is being given over may take to end when the program does, ms. */
const farewellMs = 3_000;
/** Questions in a row that the system may leave unanswered: it may be starting anew, and keeps its jobs. */
const mostSilence = 40;

interface Lane {
  readonly running: Promise<void>;
  wake: () => void;
}

/**
 * Gives prints to the system's queues, one at a time to each, and follows them until they are out. That a print begins is on
 * the disk before the system hears of it: whatever ends the program in between leaves it uncertain, and never prints it anew.
 */
export class PrintLanes {
  readonly #its: PrintLanesParts;
  readonly #lanes = new Map<string, Lane>();
  #closed = false;

  constructor(parts: PrintLanesParts) {
    this.#its = parts;
  }

  /** Takes up what the last run left. */
  start(): void {
    for (const queue of this.#its.prints.queues()) this.wake(queue);
  }

  /** Says that there may be something to do for a queue. Returns at once. */
  wake(queue: string): void {
    if (this.#closed) return;
    const lane = this.#lanes.get(queue);
    if (lane) return lane.wake();
    const begun: Lane = { running: Promise.resolve().then(() => this.#run(queue)), wake: () => undefined };
    this.#lanes.set(queue, begun);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const cancel = this.#its.timers.after(farewellMs, () => this.#its.outlet.close());
    const running = [...this.#lanes.values()].map((lane) => {
      lane.wake();
      return lane.running;
    });
    await Promise.all(running);
    cancel();
  }

  async #run(queue: string): Promise<void> {
    let silence = 0;
    for (;;) {
      let pause: number | null = restMs;
      try {
        this.#doubtInterrupted(queue);
        while (!this.#closed && (await this.#sendNext(queue)));
        if (!this.#closed) {
          const heard = await this.#look(queue, silence);
          silence = heard ? 0 : silence + 1;
          pause = this.#pause(queue);
        }
      } catch (error) {
        this.#its.log.error({ err: error }, 'a letter printer could not be looked after; it is tried again soon');
      }
      if (this.#closed || pause === null) break;
      await this.#rest(queue, pause);
    }
    this.#lanes.delete(queue);
  }

  /** What was being given over when a run ended, or when its outcome could not be written down. */
  #doubtInterrupted(queue: string): void {
    for (const print of this.#its.prints.underWay(queue, 'sending'))
      this.#happen(print, { kind: 'lost', reason: 'interrupted' });
  }

  /** @returns whether there was one */
  async #sendNext(queue: string): Promise<boolean> {
    const { prints, outlet, letter, clock } = this.#its;
    const print = prints.next(queue, clock.wall());
    if (!print) return false;
    const what = letter(print.letterId);
    if (what === null) {
      this.#happen(print, { kind: 'dropped', reason: 'letter' });
      return true;
    }
    const begun = this.#happen(print, { kind: 'begin' });
    const given = await outlet.print(queue, { ...what, copies: print.copies });
    this.#happen(begun, outcomeOf(given));
    return true;
  }

  /** Asks what became of the jobs that the system has. @returns whether it answered */
  async #look(queue: string, silence: number): Promise<boolean> {
    const { prints, outlet } = this.#its;
    const asked = prints.underWay(queue, 'sent');
    if (asked.length === 0) return true;
    const jobs = await outlet.jobs(
      queue,
      asked.flatMap(({ job }) => job ?? []),
    );
    if (this.#closed) return true;
    if (jobs === null && silence < mostSilence) return false;
    for (const { id } of asked) {
      // Read anew: a person may have asked for it to be taken back meanwhile.
      const print = prints.find(id);
      if (print?.state !== 'sent' || print.job === null) continue;
      const now = jobs?.get(print.job) ?? { is: 'forgotten' };
      if (now.is === 'waiting' && print.reason === 'cancelling') await outlet.cancel(queue, print.job);
      else this.#happen(print, newsOf(now));
    }
    return jobs !== null;
  }

  /** ms until there is something to do again; null: nothing is left. */
  #pause(queue: string): number | null {
    const { prints, clock } = this.#its;
    const now = clock.wall();
    if (prints.next(queue, now)) return 0;
    const sent = prints.underWay(queue, 'sent');
    const waits: number[] = [];
    if (sent.length > 0)
      waits.push(sent.some(({ since }) => Math.abs(now - since) < freshMs) ? lookMs.fresh : lookMs.stale);
    const retryAt = prints.retryAt(queue);
    // Not longer than that in one go: the clock may be put right meanwhile.
    if (retryAt !== null) waits.push(Math.min(Math.max(retryAt - now, 0), restMs));
    return waits.length === 0 ? null : Math.min(...waits);
  }

  #rest(queue: string, ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const lane = this.#lanes.get(queue);
    const cancel: Cancel = this.#its.timers.after(ms, resolve);
    if (lane)
      lane.wake = () => {
        cancel();
        resolve();
      };
    return promise;
  }

  #happen(print: LetterPrintRecord, happening: Happening): LetterPrintRecord {
    const { prints, clock, changed } = this.#its;
    const now = clock.wall();
    const next = after(print, happening, now);
    if (next === null) return print;
    const since = next.state === print.state ? print.since : now;
    prints.stand(print.id, print.queue, next, since);
    changed();
    return { ...print, ...next, since };
  }
}

function outcomeOf(given: Given): Happening {
  if ('taken' in given) return { kind: 'taken', job: given.taken };
  return 'refused' in given ? { kind: 'refused', reason: given.refused } : { kind: 'lost', reason: given.lost };
}

function newsOf(now: JobNow): Happening {
  switch (now.is) {
    case 'waiting':
      return { kind: 'waits', reason: now.reason };
    case 'out':
      return { kind: 'out' };
    case 'cancelled':
      return { kind: 'dropped', reason: 'elsewhere' };
    default:
      return { kind: 'lost', reason: now.is };
  }
}
