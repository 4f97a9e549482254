import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { unlock } from '../store/open.ts';
import { BackupDamaged } from './sealed-file.ts';

/** What is known of a whole database. */
export interface DatabaseCount {
  /** The newest migration. */
  readonly schema: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** What only ever grows: a copy has as much of it as there was at some moment while it was made. */
const growing = ['audit', 'ticket_event', 'request_event'] as const;

/**
 * Copies a lounge's database that is in use, over a connection of its own: readers and writers go on meanwhile. The copy
 * has the same cipher and key, is on the disk, and was checked whole.
 * @param into replaced
 * @throws the system's error, BackupDamaged when the copy is not what it should be
 */
export function copyDatabase(source: { path: string; key: string }, into: string): DatabaseCount {
  rmSync(into, { force: true });
  const db = new Database(source.path, { readonly: true, fileMustExist: true });
  let before: Record<string, number>;
  let after: Record<string, number>;
  try {
    unlock(db, source.key);
    // The cipher covers no temporary file.
    db.pragma('temp_store = MEMORY');
    before = countRows(db, growing);
    db.prepare('VACUUM INTO ?').run(into);
    after = countRows(db, growing);
  } finally {
    db.close();
  }
  const handle = openSync(into, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  const count = countDatabase(into, source.key);
  for (const table of growing) {
    const rows = count.rows[table] ?? 0;
    if (rows < (before[table] ?? 0) || rows > (after[table] ?? 0))
      throw new BackupDamaged(`the copy has ${rows} rows of ${table}, not ${before[table]} to ${after[table]}`);
  }
  return count;
}

/**
 * Checks a database whole and counts its rows.
 * @throws BackupDamaged
 */
export function countDatabase(path: string, key: string): DatabaseCount {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    unlock(db, key);
    const found = db.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new BackupDamaged(`the database is damaged: ${String(found)}`);
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .pluck()
      .all();
    return { schema: db.pragma('user_version', { simple: true }) as number, rows: countRows(db, tables) };
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') throw new BackupDamaged('its key opens no database');
    throw error;
  } finally {
    db.close();
  }
}

function countRows(db: Database.Database, tables: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    tables.map((table) => [table, db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0]),
  );
}
