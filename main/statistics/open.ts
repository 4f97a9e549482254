import type { Log } from '../ops/log.ts';
import type { Store } from '../store/open.ts';
import { Bureau } from './bureau.ts';
import { LiveDay } from './live-day.ts';
import { Statistics, type StatisticsParts } from './statistics.ts';
import { workerFile } from './worker-file.ts';

export interface StatisticsOptions extends Omit<StatisticsParts, 'bureau'> {
  readonly store: Store;
  readonly log: Log;
}

/** Builds everything that makes reports. No thread and no connection is opened before the first. */
export function openStatistics({ store, log, ...parts }: StatisticsOptions) {
  const bureau = new Bureau({ file: workerFile(), start: store.reader, log });
  const figures = new Statistics({ ...parts, bureau });
  return { figures, live: new LiveDay(() => figures.day()), close: () => bureau.close() };
}
