import { Worker } from 'node:worker_threads';
import { DomainError } from '../ops/domain-error.ts';
import type { Log } from '../ops/log.ts';
import type { Ask, Asks, Reply, WorkerStart } from './asks.ts';

export interface BureauParts {
  readonly file: URL;
  readonly start: WorkerStart;
  readonly log: Log;
  /** A report that takes longer is given up with its thread. */
  readonly patienceMs?: number;
}

interface Errand {
  readonly ask: Ask;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** As many may wait for the one that is being made. */
const mostWaiting = 8;
const patience = 60_000;
/** An export of many tickets is made in memory; a thread that wants more ends, and the lounge goes on. */
const heapMb = 1024;

/** Has reports made in a thread of its own, one at a time. The thread begins with the first and is made anew when it dies. */
export class Bureau {
  readonly #its: BureauParts;
  readonly #waiting: Errand[] = [];
  #worker: Worker | null = null;
  #current: Errand | null = null;
  #late: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(parts: BureauParts) {
    this.#its = parts;
  }

  /**
   * Has one report made.
   * @throws DomainError STATISTICS_BUSY when too many wait, STATISTICS_FAILED, or what the report itself refuses
   */
  ask<Kind extends keyof Asks>(ask: { readonly kind: Kind } & Asks[Kind]['asked']): Promise<Asks[Kind]['answer']> {
    if (this.#closed) return Promise.reject(new DomainError('STATISTICS_FAILED'));
    if (this.#waiting.length >= mostWaiting) return Promise.reject(new DomainError('STATISTICS_BUSY'));
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ ask: ask as Ask, resolve, reject });
    this.#next();
    return promise as Promise<Asks[Kind]['answer']>;
  }

  /** Ends the thread; what is asked for fails. */
  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    this.#worker = null;
    for (const errand of this.#waiting.splice(0)) errand.reject(new DomainError('STATISTICS_FAILED'));
    this.#end()?.reject(new DomainError('STATISTICS_FAILED'));
    await worker?.terminate();
  }

  #next(): void {
    if (this.#current !== null) return;
    const errand = this.#waiting.shift();
    if (!errand) return;
    this.#current = errand;
    try {
      this.#worker ??= this.#hire();
      this.#worker.ref();
      this.#worker.postMessage(errand.ask);
    } catch (error) {
      this.#fail(this.#worker, error);
      return;
    }
    this.#late = setTimeout(
      () => this.#fail(this.#worker, new Error('it took too long')),
      this.#its.patienceMs ?? patience,
    ).unref();
  }

  #hire(): Worker {
    const worker = new Worker(this.#its.file, {
      name: 'statistics',
      workerData: this.#its.start,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    worker.on('message', (reply: Reply) => {
      if (worker === this.#worker) this.#answered(reply);
    });
    worker.on('error', (error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new Error('the thread ended')));
    return worker;
  }

  #answered(reply: Reply): void {
    const errand = this.#end();
    if ('answer' in reply) errand?.resolve(reply.answer);
    else if ('refusal' in reply) errand?.reject(new DomainError(reply.refusal.code, reply.refusal.data));
    else {
      this.#its.log.error({ err: reply.failure, ask: errand?.ask.kind }, 'a report could not be made');
      errand?.reject(new DomainError('STATISTICS_FAILED'));
    }
    this.#next();
  }

  /** The thread is of no more use. */
  #fail(worker: Worker | null, error: unknown): void {
    if (worker !== this.#worker || this.#closed) return;
    this.#worker = null;
    worker?.terminate().catch(() => undefined);
    const errand = this.#end();
    this.#its.log.error({ err: error, ask: errand?.ask.kind }, 'the thread of the reports has failed');
    errand?.reject(new DomainError('STATISTICS_FAILED'));
    this.#next();
  }

  #end(): Errand | null {
    clearTimeout(this.#late);
    // An idle thread keeps no program running.
    this.#worker?.unref();
    const errand = this.#current;
    this.#current = null;
    return errand;
  }
}
