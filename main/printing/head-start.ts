import type { NewPrintJob, PrintJobStore } from './print-job-store.ts';

/** The one ticket whose own transaction has written that it is being sent, between that transaction and its first byte. */
export class HeadStart {
  readonly #store: PrintJobStore;
  #job: Pick<NewPrintJob, 'id' | 'slip'> | null = null;

  constructor(store: PrintJobStore) {
    this.#store = store;
  }

  /** A ticket was given one, or its transaction was rolled back and nobody has looked since. */
  get isGiven(): boolean {
    return this.#job !== null;
  }

  /** Whether another ticket may have it: there is none, or it was rolled back and has left no row. */
  get isFree(): boolean {
    return this.#job === null || this.#store.find(this.#job.id) === undefined;
  }

  give({ id, slip }: NewPrintJob): void {
    this.#job = { id, slip };
  }

  /** The ticket, if its transaction was committed; from now on nobody has a head start. */
  take(): Pick<NewPrintJob, 'id' | 'slip'> | null {
    const job = this.#job;
    this.#job = null;
    return job !== null && this.#store.find(job.id)?.state === 'sending' ? job : null;
  }
}
