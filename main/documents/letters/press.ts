import { Bureau } from '../../ops/bureau.ts';
import type { Log } from '../../ops/log.ts';
import { workerFile } from '../../ops/worker-file.ts';
import type { BookDocument } from './book-document.ts';
import type { LetterDocument } from './letter-document.ts';

interface Asks {
  letter: { asked: { readonly letter: LetterDocument }; answer: Uint8Array<ArrayBuffer> };
  book: { asked: { readonly book: BookDocument }; answer: Uint8Array<ArrayBuffer> };
}

export type PressAsk = { [Kind in keyof Asks]: { readonly kind: Kind } & Asks[Kind]['asked'] }[keyof Asks];

export interface LetterThreadStart {
  /** The folder of the program's fonts. */
  readonly fonts: string;
}

export interface PressParts extends LetterThreadStart {
  readonly file: URL;
  readonly log: Log;
  /** A letter that takes longer is given up with its thread. */
  readonly patienceMs?: number;
}

/** Where the thread's program is. */
export const letterWorkerFile = (): URL => workerFile(import.meta.url, 'letter-worker');

/** Has letters and books set as PDFs, one at a time, in a thread of its own that begins with the first. */
export class LetterPress {
  readonly #bureau: Bureau<Asks>;

  constructor({ file, fonts, log, patienceMs = 20_000 }: PressParts) {
    this.#bureau = new Bureau<Asks>({
      name: 'letters',
      file,
      start: { fonts } satisfies LetterThreadStart,
      log,
      refusals: { busy: 'LETTER_NOT_MADE', failed: 'LETTER_NOT_MADE' },
      // Several clerks may sign a day's letters at once.
      mostWaiting: 64,
      heapMb: 512,
      patienceMs,
    });
  }

  /**
   * The PDF; the same letter always has the same bytes.
   * @throws DomainError LETTER_NOT_MADE
   */
  render(letter: LetterDocument): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bureau.ask({ kind: 'letter', letter });
  }

  /**
   * A register, for its month or year; the same one always has the same bytes.
   * @throws DomainError LETTER_NOT_MADE
   */
  book(book: BookDocument): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bureau.ask({ kind: 'book', book });
  }

  /** Ends the thread; what is being made fails. */
  close(): Promise<void> {
    return this.#bureau.close();
  }
}
