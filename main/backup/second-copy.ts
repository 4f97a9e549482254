import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../store/synced-files.ts';
import type { CopyAsked } from './asks.ts';
import { isFull, NoRoom } from './make.ts';
import { BackupDamaged } from './sealed-file.ts';

const readAtOnce = 1024 * 1024;

/**
 * Copies a backup into another folder: on that disk, compared, and only then under its name.
 * @returns bytes
 * @throws NoRoom, BackupDamaged, the system's error
 */
export function copyBackup({ from, folder, name }: CopyAsked): number {
  const part = join(folder, `${name}.part`);
  try {
    removeUnfinished(folder, name);
    copyFileSync(from, part);
    const file = openSync(part, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!digestOf(part).equals(digestOf(from))) throw new BackupDamaged('the second copy is another');
    renameSync(part, join(folder, name));
    syncFolder(folder);
    return statSync(join(folder, name)).size;
  } catch (error) {
    rmSync(part, { force: true });
    throw isFull(error) ? new NoRoom('the second disk is full') : error;
  }
}

/** What the same lounge left when the stick was pulled out. */
function removeUnfinished(folder: string, name: string): void {
  const [title, lounge] = name.split('-');
  for (const left of readdirSync(folder))
    if (left.startsWith(`${title}-${lounge}-`) && left.endsWith('.backup.part'))
      rmSync(join(folder, left), { force: true });
}

function digestOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const digest = createHash('sha256');
    const room = Buffer.alloc(readAtOnce);
    for (;;) {
      const read = readSync(file, room, 0, room.length, null);
      if (read === 0) return digest.digest();
      digest.update(room.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
