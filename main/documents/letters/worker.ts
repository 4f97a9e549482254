import { parentPort, workerData } from 'node:worker_threads';
import { answerAsks } from '../../ops/bureau-thread.ts';
import type { LetterAsk, LetterThreadStart } from './press.ts';
import { readFonts, renderPdf } from './render.ts';

/** The thread in which letters are set, so that the main loop never waits for one. */

const fonts = readFonts((workerData as LetterThreadStart).fonts);

answerAsks(parentPort, async ({ letter }: LetterAsk) => Uint8Array.from(await renderPdf(letter, fonts)));
