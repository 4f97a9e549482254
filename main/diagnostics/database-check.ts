import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { unlock } from '../store/open.ts';
import type { DatabaseSource } from './database.ts';

/** How a database was found. */
export type DatabaseState = 'ok' | 'none' | 'damaged' | 'locked' | 'unopenable';

export interface DatabaseChecked {
  readonly state: DatabaseState;
  readonly bytes: number;
  /** How many rows it has, by table; none where it is not sound. */
  readonly rows: Readonly<Record<string, number>>;
}

/** What is counted: enough to see how large a lounge is, too little to see whom it serves. */
const counted = ['ticket', 'request', 'letter', 'device'] as const;

/** How long another program may hold the file before it counts as locked, ms. */
const lockedMs = 2_000;
/** One page of the smallest size that SQLite knows: a shorter file is taken for an empty database. */
const smallestBytes = 512;

/**
 * Reads a whole database and says whether it is sound; changes nothing. It takes about 10 ms a MB: not for the main loop.
 * @param key 64 hexadecimal characters
 */
export function checkDatabase({ path, key }: DatabaseSource, patienceMs: number = lockedMs): DatabaseChecked {
  if (!existsSync(path)) return { state: 'none', bytes: 0, rows: {} };
  const file = statSync(path);
  if (!file.isFile()) return { state: 'unopenable', bytes: 0, rows: {} };
  const { size: bytes } = file;
  if (bytes < smallestBytes) return { state: 'damaged', bytes, rows: {} };
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true, timeout: patienceMs });
    unlock(db, key);
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return { state: 'damaged', bytes, rows: {} };
    return { state: 'ok', bytes, rows: rowsOf(db) };
  } catch (error) {
    return { state: stateOf((error as { code?: string }).code ?? ''), bytes, rows: {} };
  } finally {
    db?.close();
  }
}

function stateOf(code: string): DatabaseState {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
  return /^SQLITE_(NOTADB|CORRUPT|IOERR_SHORT_READ)/.test(code) ? 'damaged' : 'unopenable';
}

function rowsOf(db: Database.Database): Record<string, number> {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  const there = counted.filter((table) => tables.includes(table));
  return Object.fromEntries(
    there.map((table) => [table, db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0]),
  );
}
