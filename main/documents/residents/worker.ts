import { parentPort } from 'node:worker_threads';
import { answerAsks } from '../../ops/bureau-thread.ts';
import { readResidentList } from './resident-list.ts';
import type { ResidentAsk } from './resident-reader.ts';

/** The thread in which lists of residents are read, so that the main loop never waits for one. */

answerAsks(parentPort, ({ file, today }: ResidentAsk) => readResidentList(Buffer.from(file, 'base64'), today));
