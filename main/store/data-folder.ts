import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { StartError } from '../ops/start-error.ts';

/** A held lock on a data folder. */
export interface FolderLock {
  release(): void;
}

/**
 * Makes the data folder if need be and takes it for this process alone. The lock is an SQLite file lock, which the
 * system drops by itself when the process dies, however it dies.
 * @throws StartError when the folder cannot be written or another lounge holds it
 */
export function takeDataFolder(folder: string): FolderLock {
  try {
    makeFolder(folder);
    const probe = join(folder, `.write-test-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw new StartError(wordFolderError(folder, error as NodeJS.ErrnoException));
  }
  const lock = new Database(join(folder, 'lounge.lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new StartError(
      `The data folder ${folder} is in use by another Anjungan; stop it first or use another --data.`,
    );
  }
  return { release: () => lock.close() };
}

/** Node's own `recursive` never returns where the system refuses new names with ENOENT, as below /proc (Node 24). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function wordFolderError(folder: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOSPC') return `The disk of ${folder} is full; free some space and start again.`;
  return `The data folder ${folder} cannot be written (${error.code}); give this user write access or use another --data.`;
}
