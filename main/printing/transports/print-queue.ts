import type { Cancel, Timers } from '../timers.ts';
import type { Dial, Wire, WireEvents } from './mending.ts';
import { LinkLost, reasonOf } from './transport.ts';

/** What the system says of a job; `waiting` also for paper, for a paused printer, or behind the jobs of others. */
export type JobFate = 'waiting' | 'finished' | { readonly gaveUp: string };

/** A printer's queue in the operating system. Every call may reject when the system does not answer. */
export interface PrintQueue {
  /** @throws (rejects) why it takes no jobs now */
  check(): Promise<void>;
  /**
   * Hands over one job, to be printed as it is.
   * @returns its number
   * @throws NotConnected (rejects) when the system took nothing
   * @throws LinkLost (rejects) when it may have taken some or all
   */
  submit(bytes: Uint8Array): Promise<number>;
  fate(job: number): Promise<JobFate>;
  cancel(job: number): Promise<void>;
  /** Waits no longer for what was asked so far, where that is possible; more can be asked. */
  hangUp(): void;
  close(): Promise<void>;
}

/** All in milliseconds. */
const idleCheck = 5000;
const jobPoll = 250;
/** How long the system may take for one answer. */
const answerLimit = 10_000;
/** How long it may take to let go. */
const farewell = 2000;
/** Questions about a job in a row that the system may leave unanswered: it may be starting anew, and keeps its jobs. */
const mostSilence = 40;

/**
 * The connection to a printer that the system keeps a queue for: it stands while the queue takes jobs. One write is one
 * job, and is over when the system says so. A job that is given up is cancelled, so that it cannot come out later.
 */
export function dialQueue(open: () => PrintQueue): Dial {
  return (events, timers) => new QueueWire(open(), events, timers);
}

class QueueWire implements Wire {
  readonly #queue: PrintQueue;
  readonly #events: WireEvents;
  readonly #timers: Timers;
  /** Ends the waiting for an answer, or for the next question. */
  readonly #waits = new Set<() => void>();
  #over = false;
  /** The job that has not ended, from the moment it is handed over. */
  #job: Promise<number> | null = null;
  #checking: Promise<void>;
  #writing: Promise<void> = Promise.resolve();
  #cancelCheck: Cancel = () => undefined;

  constructor(queue: PrintQueue, events: WireEvents, timers: Timers) {
    this.#queue = queue;
    this.#events = events;
    this.#timers = timers;
    this.#checking = this.#check(() => events.opened());
  }

  write(bytes: Uint8Array): Promise<void> {
    const written = this.#writing.then(() => this.#print(bytes));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  cut(): Promise<void> {
    return this.#leave(async (job) => this.#queue.cancel(await job));
  }

  end(): Promise<void> {
    return this.#leave(async () => undefined);
  }

  async #leave(last: (job: Promise<number>) => Promise<void>): Promise<void> {
    this.#over = true;
    this.#cancelCheck();
    for (const end of this.#waits) end();
    this.#queue.hangUp();
    const left = Promise.all([this.#checking, this.#writing])
      .then(async () => this.#job && last(this.#job))
      .catch(() => undefined)
      .then(() => this.#queue.close())
      .catch(() => undefined);
    // A system that says nothing must not keep the program from ending.
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const cancel = this.#timers.after(farewell, resolve);
    await Promise.race([left, late]);
    cancel();
  }

  async #check(good: () => void): Promise<void> {
    try {
      await this.#answered(this.#queue.check());
      if (this.#over) return;
      good();
      this.#planCheck();
    } catch (error) {
      this.#events.ended(reasonOf(error));
    }
  }

  #planCheck(): void {
    this.#cancelCheck = this.#timers.after(idleCheck, () => {
      // The queue of a job that waits may well be stopped: it goes on when somebody has brought paper.
      if (this.#job !== null) this.#planCheck();
      else this.#checking = this.#check(() => undefined);
    });
  }

  async #print(bytes: Uint8Array): Promise<void> {
    if (this.#over) throw new LinkLost('closed');
    const handedOver = this.#queue.submit(bytes);
    this.#job = handedOver;
    const job = await this.#answered(handedOver).catch((error: unknown) => {
      if (!this.#over) this.#job = null;
      throw error;
    });
    for (let silence = 0; ; ) {
      await this.#pause();
      if (this.#over) throw new LinkLost('closed');
      const fate = await this.#answered(this.#queue.fate(job)).catch((error: unknown) => {
        silence += 1;
        return silence < mostSilence ? 'waiting' : { gaveUp: reasonOf(error) };
      });
      if (fate === 'waiting') continue;
      this.#job = null;
      if (fate === 'finished') return;
      await this.#answered(this.#queue.cancel(job)).catch(() => undefined);
      throw new LinkLost(fate.gaveUp);
    }
  }

  /** @throws LinkLost (rejects) when the system takes too long, or this connection ends first */
  async #answered<T>(answer: Promise<T>): Promise<T> {
    const { promise: never, reject } = Promise.withResolvers<never>();
    const cancel = this.#timers.after(answerLimit, () => {
      reject(new LinkLost('the system does not answer'));
      this.#queue.hangUp();
    });
    const end = (): void => reject(new LinkLost('closed'));
    this.#waits.add(end);
    try {
      return await Promise.race([answer, never]);
    } finally {
      cancel();
      this.#waits.delete(end);
    }
  }

  async #pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#timers.after(jobPoll, resolve);
    this.#waits.add(resolve);
    if (this.#over) resolve();
    await promise;
    cancel();
    this.#waits.delete(resolve);
  }
}
