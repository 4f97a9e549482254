import { parentPort } from 'node:worker_threads';
import { answerAsks } from '../ops/bureau-thread.ts';
import type { Ask } from './database.ts';
import { checkDatabase } from './database-check.ts';

/** The thread in which a database is read from end to end: the main loop waits for none of it. */
answerAsks(parentPort, (ask: Ask) => checkDatabase(ask));
