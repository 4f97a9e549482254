import type { DiagnosticStep, StepFinding } from '../../contract/diagnostics.ts';
import type { Log } from '../ops/log.ts';
import type { KeyProvider } from '../store/key.ts';
import { openDatabaseReader } from './database.ts';
import { answersAt } from './hub.ts';
import { outsideSteps } from './outside.ts';
import { runMachineSteps } from './run.ts';
import { diskOf } from './storage.ts';

/** Where a hub listens unless it is told another port. */
const usualPort = 4780;

/** Of what something can be said though no lounge runs. */
export const seenFromOutside: readonly DiagnosticStep[] = ['storage', 'database', 'hub'];

/** The self-test of a lounge that does not run: what can be seen from outside; the other steps are not here. */
export async function* testFromOutside(
  dataFolder: string,
  key: KeyProvider,
  log: Log,
  signal: AbortSignal,
): AsyncGenerator<StepFinding, void, void> {
  const reader = openDatabaseReader(log);
  try {
    const steps = outsideSteps({
      dataFolder,
      disk: diskOf(dataFolder),
      key,
      check: (source) => reader.check(source),
      port: usualPort,
      answers: answersAt,
    });
    yield* runMachineSteps(steps, signal);
  } finally {
    await reader.close();
  }
}
