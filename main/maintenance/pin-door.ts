import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../ops/domain-error.ts';
import { Turns } from '../ops/turns.ts';
import { replaceFile } from '../store/synced-files.ts';

const longestWaitMs = 3_600_000;
/** What a damaged count is taken for. */
const doubted = 8;

/** How long the next try waits after so many wrong ones in a row, ms: 1 s twice, then 10 s, 20 s, … one hour. */
export function waitAfter(wrong: number): number {
  if (wrong === 0) return 0;
  return wrong < 3 ? 1_000 : Math.min(10_000 * 2 ** (wrong - 3), longestWaitMs);
}

export interface PinDoorParts {
  readonly dataFolder: string;
  /** Takes as long for no hash as for a wrong PIN. */
  readonly verify: (hash: string | null, pin: string) => Promise<boolean>;
  /** Steady ms of this run. */
  readonly tick: () => number;
}

/**
 * Asks for the maintenance PIN without hub or database. Every try is written down as a wrong one before it is looked at,
 * and a start begins the last wait anew: pulling the plug wins nothing, whatever the clock shows.
 */
export class PinDoor {
  readonly #its: PinDoorParts;
  readonly #tries = new Turns(3);
  readonly #file: string;
  #wrong: number;
  #since: number;

  constructor(parts: PinDoorParts) {
    this.#its = parts;
    this.#file = join(parts.dataFolder, 'maintenance.tries');
    this.#wrong = readCount(this.#file);
    this.#since = parts.tick();
  }

  get isPinSet(): boolean {
    return this.#hash() !== null;
  }

  /** Whole seconds until a try is looked at. */
  get waitSeconds(): number {
    return Math.max(0, Math.ceil((this.#since + waitAfter(this.#wrong) - this.#its.tick()) / 1000));
  }

  /** Returns when the PIN is this machine's. @throws DomainError PIN_UNSET, PIN_SLOW, PIN_WRONG */
  async check(pin: string): Promise<void> {
    if (this.#tries.full) throw new DomainError('PIN_SLOW', { retrySeconds: Math.max(1, this.waitSeconds) });
    await this.#tries.take(() => this.#try(pin));
  }

  async #try(pin: string): Promise<void> {
    const retrySeconds = this.waitSeconds;
    if (retrySeconds > 0) throw new DomainError('PIN_SLOW', { retrySeconds });
    this.#count(this.#wrong + 1);
    const hash = this.#hash();
    const right = await this.#its.verify(hash, pin).catch(() => false);
    if (hash === null) throw new DomainError('PIN_UNSET');
    if (!right) throw new DomainError('PIN_WRONG', { retrySeconds: this.waitSeconds });
    this.#count(0);
  }

  #count(wrong: number): void {
    this.#wrong = wrong;
    this.#since = this.#its.tick();
    try {
      if (wrong === 0) rmSync(this.#file, { force: true });
      else replaceFile(this.#file, `${wrong}\n`);
    } catch {
      // A full disk: it is counted in memory, and the technician who comes because of it gets in.
    }
  }

  #hash(): string | null {
    try {
      const hash = readFileSync(join(this.#its.dataFolder, 'maintenance.pin'), 'utf8').trim();
      return hash.startsWith('$argon2') ? hash : null;
    } catch {
      return null;
    }
  }
}

function readCount(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 0 : doubted;
  }
  return /^\d{1,3}$/.test(text) ? Number(text) : doubted;
}
