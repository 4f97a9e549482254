import type { StepFinding } from '../../contract/diagnostics.ts';
import { Bureau } from '../ops/bureau.ts';
import type { Log } from '../ops/log.ts';
import { workerFile } from '../ops/worker-file.ts';
import type { DatabaseChecked } from './database-check.ts';
import { found, type MachineStep } from './step.ts';

export interface DatabaseSource {
  readonly path: string;
  readonly key: string;
}

/** What passes between the main thread and the one that reads the database. */
interface Asks {
  check: { asked: DatabaseSource; answer: DatabaseChecked };
}
export type Ask = { readonly kind: 'check' } & Asks['check']['asked'];

/** Reads a database in a thread of its own. */
export interface DatabaseReader {
  /** @param source the database file and its key */
  check(source: DatabaseSource): Promise<DatabaseChecked>;
  close(): Promise<void>;
}

export function openDatabaseReader(log: Log): DatabaseReader {
  const bureau = new Bureau<Asks>({
    name: 'diagnostics',
    file: workerFile(import.meta.url, 'diagnostics-worker'),
    start: null,
    log,
    refusals: { busy: 'DIAGNOSTICS_FAILED', failed: 'DIAGNOSTICS_FAILED' },
    mostWaiting: 1,
    heapMb: 128,
    // Longer than the step is waited for: what is late is told as late, and the thread still ends by itself.
    patienceMs: 60_000,
  });
  return { check: (source) => bureau.ask({ kind: 'check', ...source }), close: () => bureau.close() };
}

const findings = {
  none: 'database_none',
  damaged: 'database_damaged',
  locked: 'database_locked',
  unopenable: 'database_unopenable',
} as const;

/** Whether the lounge's database can be read from end to end. */
export class DatabaseStep implements MachineStep {
  readonly step = 'database';
  readonly #check: () => Promise<DatabaseChecked>;

  constructor(check: () => Promise<DatabaseChecked>) {
    this.#check = check;
  }

  async look(): Promise<StepFinding> {
    const { state, bytes } = await this.#check();
    if (state === 'ok')
      return found('database', 'good', 'database_ok', { megabytes: Math.max(1, Math.round(bytes / 1_000_000)) });
    return found('database', state === 'none' ? 'not_here' : 'bad', findings[state]);
  }
}
