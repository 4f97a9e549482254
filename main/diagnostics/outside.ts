import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StepFinding } from '../../contract/diagnostics.ts';
import { StartError } from '../ops/start-error.ts';
import type { KeyProvider } from '../store/key.ts';
import { type DatabaseSource, DatabaseStep } from './database.ts';
import type { DatabaseChecked } from './database-check.ts';
import { found, type MachineStep } from './step.ts';
import { type Disk, StorageStep } from './storage.ts';

export interface OutsideParts {
  readonly dataFolder: string;
  readonly disk: Disk;
  readonly key: KeyProvider;
  readonly check: (source: DatabaseSource) => Promise<DatabaseChecked>;
  /** At which a hub would listen. */
  readonly port: number;
  readonly answers: (port: number, signal: AbortSignal) => Promise<boolean>;
}

/** What can be found out about a lounge that does not run; nothing of it is changed. */
export function outsideSteps({ dataFolder, disk, key, check, port, answers }: OutsideParts): MachineStep[] {
  const path = join(dataFolder, 'lounge.db');
  return [
    new StorageStep(disk),
    { step: 'database', look: () => lookAtDatabase(path, dataFolder, key, check) },
    {
      step: 'hub',
      look: async (signal) =>
        (await answers(port, signal))
          ? found('hub', 'bad', 'hub_port_taken', { port })
          : found('hub', 'good', 'hub_port_free', { port }),
    },
  ];
}

async function lookAtDatabase(
  path: string,
  dataFolder: string,
  provider: KeyProvider,
  check: OutsideParts['check'],
): Promise<StepFinding> {
  if (!existsSync(path)) return found('database', 'not_here', 'database_none');
  let key;
  try {
    key = provider.obtain(true);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    // Windows seals it for the program's own user and program.
    return existsSync(join(dataFolder, 'lounge.key.protected'))
      ? found('database', 'attention', 'key_sealed')
      : found('database', 'bad', 'key_missing');
  }
  return new DatabaseStep(() => check({ path, key })).look();
}
