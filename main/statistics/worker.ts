import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../ops/domain-error.ts';
import type { Ask, Reply, WorkerStart } from './asks.ts';
import { exportFile } from './export-file.ts';
import { LoungeTime } from './lounge-time.ts';
import { dayFigures, ownFigures, rangeFigures } from './reports.ts';
import { StatisticsStore } from './statistics-store.ts';

/** The thread in which reports are made, so that the main loop never waits for one. */

if (parentPort === null) throw new Error('this file is started as a worker');
const port = parentPort;
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

async function reply(ask: Ask): Promise<void> {
  try {
    const answer = await answerTo(ask);
    port.postMessage({ answer } satisfies Reply, answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : []);
  } catch (error) {
    const no: Reply =
      error instanceof DomainError
        ? { refusal: { code: error.code, data: error.data } }
        : { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    port.postMessage(no);
  }
}

port.on('message', (ask: Ask) => void reply(ask));
