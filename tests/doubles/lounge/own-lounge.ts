import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { type Lounge, openLounge } from '../../../main/lounge.ts';
import type { TimeSource } from '../../../main/ops/clock.ts';
import type { Log } from '../../../main/ops/log.ts';
import { type ProgramFiles, programFiles } from '../../../main/program-files.ts';
import { FileKey } from '../../../main/store/key.ts';
import { openStore } from '../../../main/store/open.ts';
import { silentLog } from './in-process.ts';

export const program: ProgramFiles = programFiles(import.meta.dirname);

/** Opens a lounge in this process on data that is there. Close it. */
export function openOwnLounge(data: string, time: TimeSource, log: Log = silentLog): Lounge {
  return openLounge({ files: program, dataFolder: data, key: new FileKey(data), time, log });
}

/** Opens the store of a lounge that is not running, looks, and closes it again. */
export function lookInto<A>(data: string, look: (db: Database.Database) => A): A {
  const store = openStore(data, new FileKey(data), program.migrations);
  try {
    return look(store.db);
  } finally {
    store.close();
  }
}

/** The database file of a data folder. */
export function databaseFile(data: string): string {
  return join(data, 'lounge.db');
}
