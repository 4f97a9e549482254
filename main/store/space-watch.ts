import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '../ops/log.ts';
import type { Ballast } from './ballast.ts';
import { levelOf, roomFor, type SpaceLevel } from './space.ts';

export interface SpaceWatchParts {
  /** Bytes that the hub's user may still write into the data folder. @throws the system's error */
  readonly free: () => number;
  readonly ballast: Pick<Ballast, 'bytes' | 'isThere' | 'lay' | 'throwOff'>;
  readonly log: Log;
}

/** Bytes free for this user where a folder lies. @throws the system's error */
export function freeBytesAt(folder: string): number {
  // Before the first start there is no folder yet.
  if (!existsSync(folder)) return freeBytesAt(dirname(folder));
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Keeps an eye on the disk of the hub, so that it is never filled by what can wait. */
export class SpaceWatch {
  readonly #its: SpaceWatchParts;
  #level: SpaceLevel = 'enough';
  #told: (() => void) | undefined;

  /** Looks at once, and says nothing: a disk that is already full must be relieved before a database is opened on it. */
  constructor(parts: SpaceWatchParts) {
    this.#its = parts;
    this.#measure();
  }

  get level(): SpaceLevel {
    return this.#level;
  }

  /** Requests are large, and the desk can wait a day for them. */
  get takesRequests(): boolean {
    return this.#level === 'enough';
  }

  get givesTickets(): boolean {
    return this.#level === 'enough' || this.#level === 'no_requests';
  }

  /** Calls back when the level is another. */
  onChange(told: () => void): void {
    this.#told = told;
  }

  /** Looks again; cheap enough for every few seconds. Never throws. */
  look(): void {
    const before = this.#level;
    this.#measure();
    if (this.#level === before) return;
    this.#its.log.warn({ level: this.#level, before }, 'the disk has another amount of room');
    this.#told?.();
  }

  #measure(): void {
    const { free, ballast, log } = this.#its;
    try {
      this.#level = levelOf(free(), this.#level);
      if (this.#level === 'reserve' && ballast.isThere) ballast.throwOff();
    } catch (error) {
      log.error({ err: error }, 'the disk cannot be looked at');
    }
  }

  /** Lays the ballast down where there is room for it. Never rejects. */
  async layBallast(): Promise<void> {
    const { free, ballast, log } = this.#its;
    try {
      if (!ballast.isThere && roomFor(ballast.bytes, free())) await ballast.lay();
    } catch (error) {
      log.warn({ err: error }, 'the ballast could not be laid down');
    }
  }
}
