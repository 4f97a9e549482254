import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { answerAsks } from '../ops/bureau-thread.ts';
import { type Store, unlock } from './open.ts';

/** The thread in which a large database is gone through, which takes about 10 ms a MB. */

const { path, key } = workerData as Store['reader'];

function answerTo(): boolean {
  const db = new Database(path, { readonly: true });
  try {
    unlock(db, key);
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    // Some damage stops the check itself.
    if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    db.close();
  }
}

answerAsks(parentPort, answerTo);
