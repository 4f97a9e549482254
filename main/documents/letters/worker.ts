import { parentPort, workerData } from 'node:worker_threads';
import { answerAsks } from '../../ops/bureau-thread.ts';
import { renderBook } from './book.ts';
import type { LetterThreadStart, PressAsk } from './press.ts';
import { readFonts, renderPdf } from './render.ts';

/** The thread in which letters are set, so that the main loop never waits for one. */

const fonts = readFonts((workerData as LetterThreadStart).fonts);

answerAsks(parentPort, async (ask: PressAsk) =>
  Uint8Array.from(await (ask.kind === 'letter' ? renderPdf(ask.letter, fonts) : renderBook(ask.book, fonts))),
);
