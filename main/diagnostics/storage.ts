import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StepFinding, StorageRoom } from '../../contract/diagnostics.ts';
import { levelOf } from '../store/space.ts';
import { found, type MachineStep } from './step.ts';

const megabyte = 1_000_000;

/** How much room so many free bytes are: what the hub itself makes of them. */
export function roomOf(freeBytes: number): StorageRoom {
  const level = levelOf(freeBytes, 'enough');
  if (level === 'enough') return 'ok';
  return level === 'no_requests' ? 'low' : 'full';
}

/** What the step asks of the disk. */
export interface Disk {
  /** Bytes that the program may still use. @throws the system's error */
  freeBytes(): Promise<number>;
  /** Writes a small file and takes it away again. @throws the system's error */
  tryWrite(): Promise<void>;
}

/** The disk of a folder. */
export function diskOf(folder: string): Disk {
  return {
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    tryWrite: async () => {
      const path = join(folder, 'diagnostics.tmp');
      try {
        await writeFile(path, 'x'.repeat(4096), { mode: 0o600, flush: true });
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** Whether the disk of the data folder takes something more. */
export class StorageStep implements MachineStep {
  readonly step = 'storage';
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  async look(): Promise<StepFinding> {
    const free = await this.#disk.freeBytes();
    const figures = { megabytes: Math.floor(free / megabyte) };
    const room = roomOf(free);
    if (room === 'full') return found('storage', 'bad', 'storage_full', figures);
    try {
      await this.#disk.tryWrite();
    } catch (error) {
      // A quota can be used up while the disk says that it has room.
      const isFull = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
      return isFull
        ? found('storage', 'bad', 'storage_full', { megabytes: 0 })
        : found('storage', 'bad', 'storage_unwritable');
    }
    return room === 'low'
      ? found('storage', 'attention', 'storage_low', figures)
      : found('storage', 'good', 'storage_ok', figures);
  }
}
