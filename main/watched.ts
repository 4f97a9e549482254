import { join } from 'node:path';
import { type Health, isHealthy } from './ops/health.ts';
import type { Log } from './ops/log.ts';
import { findSupervisor, Watchdog, watchEveryMs } from './ops/watchdog.ts';

/** Lets whoever supervises this program know that it serves, and that it is well; nobody may. */
export function watchOver(dataFolder: string, health: () => Health, log: Log): { stop(): void } {
  const supervisor = findSupervisor(process.env, process.platform, join(dataFolder, 'run', 'alive'), log);
  if (supervisor === null) return { stop: () => undefined };
  const everyMs = watchEveryMs(process.env);
  const watchdog = new Watchdog({ supervisor, isHealthy: () => isHealthy(health()), everyMs, log });
  watchdog.start();
  return watchdog;
}
