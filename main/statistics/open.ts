import { Bureau } from '../ops/bureau.ts';
import type { Log } from '../ops/log.ts';
import { workerFile } from '../ops/worker-file.ts';
import type { Store } from '../store/open.ts';
import type { Asks } from './asks.ts';
import { LiveDay } from './live-day.ts';
import { Statistics, type StatisticsParts } from './statistics.ts';

export interface StatisticsOptions extends Omit<StatisticsParts, 'bureau'> {
  readonly store: Store;
  readonly log: Log;
}

/** An export of many tickets is made in memory. */
export const statisticsThread = {
  name: 'statistics',
  refusals: { busy: 'STATISTICS_BUSY', failed: 'STATISTICS_FAILED' },
  mostWaiting: 8,
  heapMb: 1024,
  patienceMs: 60_000,
} as const;

/** Builds everything that makes reports. No thread and no connection is opened before the first. */
export function openStatistics({ store, log, ...parts }: StatisticsOptions) {
  const bureau = new Bureau<Asks>({
    ...statisticsThread,
    file: workerFile(import.meta.url, 'statistics-worker'),
    start: store.reader,
    log,
  });
  const figures = new Statistics({ ...parts, bureau });
  return { figures, live: new LiveDay(() => figures.day()), close: () => bureau.close() };
}
