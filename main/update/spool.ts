import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../store/synced-files.ts';

/** A package and its signed note, whole and on the disk, or nothing. */
export interface Parcel {
  readonly packagePath: string;
  /** With its signatures, as it was fetched. */
  readonly signedNote: string;
}

/**
 * Where the program leaves what the root's program is to install. It can only ask: the other side copies the parcel to
 * a folder of its own and checks that copy. A parcel is a folder that appears under its name in one step.
 */
export class Spool {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether root's program was set up on this machine. */
  isThere(): boolean {
    return existsSync(this.#folder);
  }

  /**
   * The version that the judge outside tries just now; null when it tries none. Whoever may write here could say
   * anything: to be believed only where it closes something.
   */
  trying(): string | null {
    try {
      return readFileSync(join(this.#folder, 'trying'), 'utf8').trim();
    } catch {
      return null;
    }
  }

  /** Whether a parcel waits to be taken. */
  isFull(): boolean {
    return existsSync(this.#parcel);
  }

  /** @throws the system's error, such as ENOSPC; nothing is left behind then */
  drop({ packagePath, signedNote }: Parcel): void {
    const next = join(this.#folder, '.parcel.new');
    rmSync(next, { recursive: true, force: true });
    try {
      mkdirSync(next);
      copyFileSync(packagePath, join(next, 'package'));
      syncFile(join(next, 'package'));
      writeFileSync(join(next, 'note'), signedNote, { flush: true });
      syncFolder(next);
      rmSync(this.#parcel, { recursive: true, force: true });
      renameSync(next, this.#parcel);
      syncFolder(this.#folder);
    } finally {
      rmSync(next, { recursive: true, force: true });
    }
  }

  /** Tells the judge outside that this version is healthy and to be kept. */
  reportHealthy(version: string): void {
    const next = join(this.#folder, '.healthy.new');
    rmSync(next, { force: true });
    writeFileSync(next, `${version}\n`, { flush: true });
    renameSync(next, join(this.#folder, 'healthy'));
    syncFolder(this.#folder);
  }

  get #parcel(): string {
    return join(this.#folder, 'parcel');
  }
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
