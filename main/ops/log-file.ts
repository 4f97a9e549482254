import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** How large one file may grow, bytes, and how many older ones are kept: about 10 MB, weeks of a quiet office. */
const mostBytes = 2_000_000;
const olderFiles = 4;

/**
 * A log in a file that turns over by size: `path`, then `path.1` for the one before, up to `path.4`. Each line is with the
 * system when `write` returns, so a program that dies loses none. A disk that takes nothing never stops the program.
 */
export class LogFile {
  readonly #path: string;
  readonly #mostBytes: number;
  #file: number | null = null;
  #bytes = 0;

  constructor(path: string, most = mostBytes) {
    this.#path = path;
    this.#mostBytes = most;
  }

  write(line: string): void {
    try {
      if (this.#file !== null && this.#bytes >= this.#mostBytes) this.#turnOver();
      this.#file ??= this.#open();
      this.#bytes += writeSync(this.#file, line);
    } catch {
      // A full disk. The line stands on standard error all the same; the next one is tried anew.
      this.#close();
    }
  }

  #open(): number {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const file = openSync(this.#path, 'a', 0o600);
    this.#bytes = statSync(this.#path).size;
    return file;
  }

  #turnOver(): void {
    this.#close();
    rmSync(`${this.#path}.${olderFiles}`, { force: true });
    for (let age = olderFiles - 1; age >= 1; age -= 1) rename(`${this.#path}.${age}`, `${this.#path}.${age + 1}`);
    rename(this.#path, `${this.#path}.1`);
  }

  #close(): void {
    if (this.#file === null) return;
    const file = this.#file;
    this.#file = null;
    closeSync(file);
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
