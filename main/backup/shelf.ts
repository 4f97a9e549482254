import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupFile, keptBackups } from '../../contract/backup.ts';

/**
 * A backup's name: of which lounge, its number, and the day as the machine believed. The number orders them, whatever
 * became of the clock.
 * @param lounge eight hexadecimal digits
 * @param day YYYY-MM-DD
 */
export function backupName(lounge: string, sequence: number, day: string): string {
  return `anjungan-${lounge}-${String(sequence).padStart(6, '0')}-${day}.backup`;
}

/** @returns null for the name of anything else, of another lounge's backups too */
export function sequenceOf(name: string, lounge: string): number | null {
  const [, of, sequence] = /^anjungan-([0-9a-f]{8})-(\d{6,})-\d{4}-\d\d-\d\d\.backup$/.exec(name) ?? [];
  return of === lounge ? Number(sequence) : null;
}

/** One lounge's backups in a folder, newest first. A folder that is not there holds none. */
export async function backupsIn(folder: string, lounge: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const numbered = names.flatMap((name) => {
    const sequence = sequenceOf(name, lounge);
    return sequence === null ? [] : [{ name, sequence }];
  });
  numbered.sort((a, b) => b.sequence - a.sequence);
  return Promise.all(numbered.map(async ({ name }) => ({ name, bytes: (await stat(join(folder, name))).size })));
}

/** Removes what is older than the newest that are kept. */
export async function keepNewest(folder: string, lounge: string): Promise<void> {
  const old = (await backupsIn(folder, lounge)).slice(keptBackups);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}
