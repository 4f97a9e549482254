import { readFileSync, rmSync } from 'node:fs';
import { longestPauseDays } from '../../contract/updates.ts';
import { replaceFile } from '../store/synced-files.ts';

export const dayMs = 24 * 3_600_000;

/** Until when a supervisor wants no new version. On the clock that never goes backwards: a corrected date moves nothing. */
export class PauseFile {
  readonly #path: string;
  readonly #tick: () => number;

  constructor(path: string, tick: () => number) {
    this.#path = path;
    this.#tick = tick;
  }

  /** How much longer, ms; 0 where nothing is paused, and never more than may be asked for. */
  left(): number {
    try {
      const until = Number(readFileSync(this.#path, 'utf8'));
      const left = until - this.#tick();
      return left > 0 ? Math.min(left, longestPauseDays * dayMs) : 0;
    } catch {
      return 0;
    }
  }

  begin(days: number): void {
    replaceFile(this.#path, `${this.#tick() + days * dayMs}\n`);
  }

  end(): void {
    rmSync(this.#path, { force: true });
  }
}
