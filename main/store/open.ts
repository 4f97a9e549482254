import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartError } from '../ops/start-error.ts';
import { type FolderLock, takeDataFolder } from './data-folder.ts';
import type { KeyProvider } from './key.ts';
import { migrate, newestVersion, readMigrations } from './migrate.ts';
import { restoreBegun } from './restore-begun.ts';
import { syncFolder } from './synced-files.ts';

/** The lounge's open database. */
export interface Store {
  readonly db: Database.Database;
  /** Runs one immediate transaction: it holds the write lock from its start, and stands or falls as a whole. */
  immediate<A>(act: () => A): A;
  /** What a thread needs to open a second connection, with `unlock`. */
  readonly reader: { readonly path: string; readonly key: string };
  close(): void;
}

/** Up to this size the whole file is checked at a start (about 10 ms a MB). */
export const checkedAtStartBytes = 32 * 1024 * 1024;

/** One page of the smallest size that SQLite knows. */
const smallestDatabaseBytes = 512;

/**
 * Opens the encrypted database of a data folder, made or migrated as needed, for this process alone.
 * @throws StartError, with the database file untouched, when the folder cannot be used or the database is newer than
 * the program, damaged or without its key
 */
export function openStore(folder: string, key: KeyProvider, migrationsFolder: string): Store {
  const lock = takeDataFolder(folder);
  try {
    return openLocked(folder, key, migrationsFolder, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openLocked(folder: string, provider: KeyProvider, migrationsFolder: string, lock: FolderLock): Store {
  if (existsSync(join(folder, restoreBegun)))
    throw new StartError(`A restore into ${folder} was broken off; run npm run restore again before starting.`);
  const path = join(folder, 'lounge.db');
  const exists = existsSync(path) && statSync(path).size > 0;
  const key = provider.obtain(exists);
  const migrations = readMigrations(migrationsFolder);
  if (exists) probe(path, key, newestVersion(migrations));
  const db = new Database(path);
  try {
    unlock(db, key);
    // FULL: a ticket is on the disk before its answer leaves. temp_store: the cipher does not cover temporary files.
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA secure_delete = ON;
      PRAGMA cache_size = -16000;
    `);
    migrate(db, migrations);
    if (!exists) syncFolder(folder);
  } catch (error) {
    db.close();
    throw wordOpenError(path, error);
  }
  const transaction = db.transaction((act: () => unknown) => act());
  return {
    db,
    immediate: <A>(act: () => A) => transaction.immediate(act) as A,
    reader: { path, key },
    close: () => {
      db.close();
      lock.release();
    },
  };
}

/** Looks without touching: a read-only connection leaves the file as it is, whatever it finds. */
function probe(path: string, key: string, newest: number): void {
  let db: Database.Database | undefined;
  try {
    // SQLite takes a file of one byte for an empty database, and would begin anew.
    if (statSync(path).size < smallestDatabaseBytes) throw new StartError(damaged(path));
    db = new Database(path, { readonly: true, fileMustExist: true });
    unlock(db, key);
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > newest)
      throw new StartError(
        `The database ${path} was written by a newer Anjungan (schema ${version}, this one knows ${newest}); install the newer version.`,
      );
    if (statSync(path).size <= checkedAtStartBytes && db.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new StartError(damaged(path));
  } catch (error) {
    throw wordOpenError(path, error);
  } finally {
    db?.close();
  }
}

/** The cipher is named before the raw key, so that no default of a later library can change it. */
export function unlock(db: Database.Database, key: string): void {
  db.pragma("cipher = 'chacha20'");
  db.pragma(`key = "x'${key}'"`);
}

function damaged(path: string): string {
  return `The database ${path} is damaged or lounge.key is not its key; restore both from one backup.`;
}

function wordOpenError(path: string, error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_FULL') return new StartError(`The disk of ${path} is full; free some space and start again.`);
  if (/^SQLITE_(NOTADB|CORRUPT|IOERR_SHORT_READ)/.test(code)) return new StartError(damaged(path));
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/.test(code))
    return new StartError(`The database ${path} cannot be opened (${code}); check the disk and the access rights.`);
  return error;
}
