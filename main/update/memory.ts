import { readFileSync } from 'node:fs';
import { replaceFile } from '../store/synced-files.ts';
import type { Known } from './verdict.ts';

/** Files of the machine, outside the database: they must outlive a restored one. */
export interface MemoryFiles {
  /** Ours: the highest sequence a release was offered with. */
  readonly sequence: string;
  /** Written by the judge outside: a line for each version that failed here. May not be there. */
  readonly blacklist: string;
}

/** What the machine knows of earlier releases. */
export class UpdateMemory {
  readonly #files: MemoryFiles;

  constructor(files: MemoryFiles) {
    this.#files = files;
  }

  /** A damaged file counts as none: the root's program keeps its own count and refuses an older release all the same. */
  read(): Known {
    const sequence = linesOf(this.#files.sequence)[0] ?? '';
    return {
      highestSequence: /^\d{1,15}$/.test(sequence) ? Number(sequence) : 0,
      blacklist: linesOf(this.#files.blacklist),
    };
  }

  /** Never lowers it. */
  sawSequence(sequence: number): void {
    if (sequence > this.read().highestSequence) replaceFile(this.#files.sequence, `${sequence}\n`);
  }
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
