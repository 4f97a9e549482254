import type Database from 'better-sqlite3';
import type { Log } from '../ops/log.ts';

const againMs = 60_000;

/**
 * Empties the write-ahead log after something was erased: pages as they were before stand in it until it is written over.
 * While somebody reads it cannot be emptied; then it is tried again, and nobody waits.
 */
export class LogSweep {
  readonly #db: Database.Database;
  readonly #log: Log;
  readonly #againMs: number;
  #again: NodeJS.Timeout | undefined;

  constructor(db: Database.Database, log: Log, retryMs = againMs) {
    this.#db = db;
    this.#log = log;
    this.#againMs = retryMs;
  }

  /** Outside of a transaction. */
  sweep(): void {
    clearTimeout(this.#again);
    if (!this.#emptied()) this.#again = setTimeout(() => this.sweep(), this.#againMs).unref();
  }

  close(): void {
    clearTimeout(this.#again);
  }

  #emptied(): boolean {
    const patience = this.#db.pragma('busy_timeout', { simple: true }) as number;
    try {
      this.#db.pragma('busy_timeout = 0');
      return this.#db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
    } catch (error) {
      this.#log.error({ err: error }, 'the database log could not be emptied; it is tried again');
      return false;
    } finally {
      this.#db.pragma(`busy_timeout = ${patience}`);
    }
  }
}
