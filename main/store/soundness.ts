import { statSync } from 'node:fs';
import { Bureau } from '../ops/bureau.ts';
import type { Log } from '../ops/log.ts';
import { workerFile } from '../ops/worker-file.ts';
import { checkedAtStartBytes, type Store } from './open.ts';

interface Asks {
  check: { asked: object; answer: boolean };
}

/** Whether the database can be believed: read just now, and gone through once since the start. */
export class Soundness {
  readonly #read: () => unknown;
  readonly #bureau: Bureau<Asks>;
  readonly #log: Log;
  #wasFoundWhole = true;

  constructor({ db, reader }: Store, log: Log) {
    const anything = db.prepare('SELECT max(rowid) FROM run').pluck();
    this.#read = () => anything.get();
    this.#log = log;
    this.#bureau = new Bureau<Asks>({
      name: 'check',
      file: workerFile(import.meta.url, 'check-worker'),
      start: reader,
      log,
      refusals: { busy: 'CHECK_FAILED', failed: 'CHECK_FAILED' },
      mostWaiting: 1,
      heapMb: 64,
      patienceMs: 30 * 60_000,
    });
    // A smaller one was gone through before it was opened.
    if (statSync(reader.path).size > checkedAtStartBytes) void this.check();
  }

  get isSound(): boolean {
    if (!this.#wasFoundWhole) return false;
    try {
      this.#read();
      return true;
    } catch {
      return false;
    }
  }

  /** Goes through the whole file in a thread of its own. Never rejects. */
  async check(): Promise<void> {
    try {
      this.#wasFoundWhole = await this.#bureau.ask({ kind: 'check' });
      if (!this.#wasFoundWhole) this.#log.error({}, 'the database is damaged');
    } catch (error) {
      // It says nothing of the database: the thread was ended with the lounge, or had no memory.
      this.#log.warn({ err: error }, 'the database could not be gone through');
    } finally {
      await this.#bureau.close();
    }
  }

  close(): Promise<void> {
    return this.#bureau.close();
  }
}
