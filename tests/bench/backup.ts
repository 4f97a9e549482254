/**
 * A backup as a thread of the hub makes it: a copy over a connection of its own, on the disk, opened with the key and
 * checked whole. On the main thread the copy of a year (91 MB) alone held the loop for 500 ms, and all of it takes a
 * second; from a thread, SQLite lets the lounge read and write meanwhile.
 */
import { closeSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { unlock } from '../../main/store/open.ts';

export interface BackupStart {
  readonly path: string;
  readonly key: string;
  /** The copy; one that is there already is replaced. */
  readonly into: string;
}

export interface BackupDone {
  readonly backup: { readonly ms: number; readonly bytes: number };
}

const { path, key, into } = workerData as BackupStart;
const began = performance.now();
rmSync(into, { force: true });
const db = new Database(path, { readonly: true, fileMustExist: true });
unlock(db, key);
db.pragma('temp_store = MEMORY');
// The copy has the cipher and the key of what is copied.
db.prepare('VACUUM INTO ?').run(into);
db.close();
const handle = openSync(into, 'r+');
fsyncSync(handle);
closeSync(handle);
const copy = new Database(into, { readonly: true, fileMustExist: true });
unlock(copy, key);
const found = copy.pragma('quick_check(1)', { simple: true });
copy.close();
if (found !== 'ok') throw new Error(`the copy is damaged: ${String(found)}`);
parentPort?.postMessage({
  backup: { ms: performance.now() - began, bytes: statSync(into).size },
} satisfies BackupDone);
