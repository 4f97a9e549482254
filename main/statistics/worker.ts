import { parentPort, workerData } from 'node:worker_threads';
import { answerAsks } from '../ops/bureau-thread.ts';
import type { Ask, WorkerStart } from './asks.ts';
import { exportFile } from './export-file.ts';
import { LoungeTime } from './lounge-time.ts';
import { dayFigures, ownFigures, rangeFigures } from './reports.ts';
import { StatisticsStore } from './statistics-store.ts';

/** The thread in which reports are made, so that the main loop never waits for one. */

const { path, key } = workerData as WorkerStart;
const store = new StatisticsStore(path, key);
let newest: LoungeTime | null = null;

/** Kept from one report to the next: what it has worked out is what makes it quick. */
function timeIn(zone: string): LoungeTime {
  if (newest?.zone !== zone) newest = new LoungeTime(zone);
  return newest;
}

function answerTo(ask: Ask): unknown {
  switch (ask.kind) {
    case 'day': {
      const { facts, happenings } = store.day(ask.day);
      return dayFigures(ask.day, facts, happenings, timeIn(ask.timeZone), ask.now);
    }
    case 'range':
      return rangeFigures(store.range(ask.from, ask.to), ask.by, timeIn(ask.timeZone));
    case 'own':
      return ownFigures(store.own(ask.day, ask.person));
    case 'people':
      return store.people(ask.from, ask.to);
    case 'export':
      return exportFile(ask, store, timeIn(ask.timeZone));
  }
}

answerAsks(parentPort, answerTo);
