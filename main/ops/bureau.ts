import { Worker } from 'node:worker_threads';
import type { Reply } from './bureau-thread.ts';
import { DomainError } from './domain-error.ts';
import type { Log } from './log.ts';

export interface BureauParts {
  /** Of the thread, in the log. */
  readonly name: string;
  readonly file: URL;
  /** What the thread is started with. */
  readonly start: unknown;
  readonly log: Log;
  /** The errors of the contract that say so. */
  readonly refusals: { readonly busy: string; readonly failed: string };
  /** As many may wait for the one that is being made. */
  readonly mostWaiting: number;
  /** A thread that wants more ends, and the lounge goes on. */
  readonly heapMb: number;
  /** What takes longer is given up with its thread. */
  readonly patienceMs: number;
}

/** By kind, what may be asked of a thread and what it answers. */
type AskTable<Kinds> = { [Kind in keyof Kinds]: { asked: object; answer: unknown } };

interface Errand {
  readonly ask: { readonly kind: PropertyKey };
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** Has things made in a thread of its own, one at a time. The thread begins with the first and is made anew when it dies. */
export class Bureau<Asks extends AskTable<Asks>> {
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
   * Has one thing made.
   * @throws DomainError `busy` when too many wait, `failed`, or what the thread itself refuses
   */
  ask<Kind extends keyof Asks>(ask: { readonly kind: Kind } & Asks[Kind]['asked']): Promise<Asks[Kind]['answer']> {
    if (this.#closed) return Promise.reject(this.#failure());
    if (this.#waiting.length >= this.#its.mostWaiting) return Promise.reject(new DomainError(this.#its.refusals.busy));
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ ask, resolve, reject });
    this.#next();
    return promise as Promise<Asks[Kind]['answer']>;
  }

  /** Ends the thread; what is asked for fails. */
  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    this.#worker = null;
    for (const errand of this.#waiting.splice(0)) errand.reject(this.#failure());
    this.#end()?.reject(this.#failure());
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
      this.#its.patienceMs,
    ).unref();
  }

  #hire(): Worker {
    const worker = new Worker(this.#its.file, {
      name: this.#its.name,
      workerData: this.#its.start,
      resourceLimits: { maxOldGenerationSizeMb: this.#its.heapMb },
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
      this.#its.log.error(
        { ...this.#about(errand), err: reply.failure },
        'a thread could not make what it was asked for',
      );
      errand?.reject(this.#failure());
    }
    this.#next();
  }

  /** The thread is of no more use. */
  #fail(worker: Worker | null, error: unknown): void {
    if (worker !== this.#worker || this.#closed) return;
    this.#worker = null;
    worker?.terminate().catch(() => undefined);
    const errand = this.#end();
    this.#its.log.error({ ...this.#about(errand), err: error }, 'a thread has failed');
    errand?.reject(this.#failure());
    this.#next();
  }

  #failure(): DomainError {
    return new DomainError(this.#its.refusals.failed);
  }

  #about(errand: Errand | null): object {
    return { thread: this.#its.name, ask: errand?.ask.kind };
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
