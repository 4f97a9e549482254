import type { Bilingual } from '../../contract/base.ts';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/open.ts';
import { Bureau } from './bureau.ts';
import { LiveDay } from './live-day.ts';
import { Statistics } from './statistics.ts';
import { workerFile } from './worker-file.ts';

export interface StatisticsOptions {
  readonly store: Store;
  /** Read anew for every report: a supervisor may change it. */
  readonly catalogue: {
    readonly services: readonly { readonly id: string; readonly letter: string; readonly name: Bilingual }[];
    readonly counters: readonly { readonly id: string; readonly name: Bilingual }[];
    readonly lounge: { readonly timeZone: string };
  };
  readonly nameOf: (person: string) => string;
  readonly today: () => string;
  readonly iso: (wall: number) => string;
  readonly clock: { wall(): number };
  readonly log: Log;
}

/** Builds everything that makes reports. No thread and no connection is opened before the first. */
export function openStatistics({ store, catalogue, nameOf, today, iso, clock, log }: StatisticsOptions) {
  const { timeZone } = catalogue.lounge;
  const bureau = new Bureau({ file: workerFile(), start: { ...store.reader, timeZone }, log });
  const figures = new Statistics({
    bureau,
    services: () => catalogue.services,
    counters: () => catalogue.counters,
    nameOf,
    timeZone,
    today,
    iso,
    clock,
  });
  return { figures, live: new LiveDay(() => figures.day()), close: () => bureau.close() };
}
