import { parentPort, workerData } from 'node:worker_threads';
import { answerAsks } from '../ops/bureau-thread.ts';
import { DomainError } from '../ops/domain-error.ts';
import { type Ask, type Asks, diskFull, type WorkerStart } from './asks.ts';
import { makeBackup, NoRoom } from './make.ts';
import { copyBackup } from './second-copy.ts';

/** The thread in which backups are made: the main loop waits for none of it. */

const source = workerData as WorkerStart;

function answerTo(ask: Ask): Asks[keyof Asks]['answer'] {
  try {
    return { bytes: ask.kind === 'make' ? makeBackup(source, ask) : copyBackup(ask) };
  } catch (error) {
    throw error instanceof NoRoom ? new DomainError(diskFull) : error;
  }
}

answerAsks(parentPort, answerTo);
