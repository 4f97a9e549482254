import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/** 64 MB, as issue 6 has it. */
export const ballastBytes = 64_000_000;

/**
 * A file of nothing, thrown off when the disk is nearly full: what it held is enough for the day's calls, and for the
 * start after a power cut.
 */
export class Ballast {
  readonly bytes: number;
  readonly #path: string;
  #laying: Promise<void> | null = null;

  constructor(path: string, bytes = ballastBytes) {
    this.#path = path;
    this.bytes = bytes;
  }

  /** Whole; one that a power cut left short is laid anew. */
  get isThere(): boolean {
    return existsSync(this.#path) && statSync(this.#path).size === this.bytes;
  }

  /** Gives its bytes back to the disk, also where it lies half. */
  throwOff(): void {
    rmSync(this.#path, { force: true });
  }

  /** Lays it down where it is not. @throws (rejects) the system's error; nothing is left behind then */
  lay(): Promise<void> {
    this.#laying ??= this.#write().finally(() => {
      this.#laying = null;
    });
    return this.#laying;
  }

  async #write(): Promise<void> {
    if (this.isThere) return;
    const next = `${this.#path}.new`;
    // Noise: a disk that packs its files would keep zeros for free.
    const block = randomBytes(1_000_000);
    try {
      const file = await open(next, 'w', 0o600);
      try {
        for (let left = this.bytes; left > 0; left -= block.length)
          await file.write(block, 0, Math.min(left, block.length));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(next, this.#path);
    } catch (error) {
      await rm(next, { force: true });
      throw error;
    }
  }
}
