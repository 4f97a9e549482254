import { Bureau } from '../../ops/bureau.ts';
import type { Log } from '../../ops/log.ts';
import { workerFile } from '../../ops/worker-file.ts';
import type { ReadResidents } from './resident-rows.ts';

interface Asks {
  list: {
    asked: {
      /** Its bytes in base64. */
      readonly file: string;
      /** YYYY-MM-DD. */
      readonly today: string;
    };
    answer: ReadResidents;
  };
}

export type ResidentAsk = Asks['list']['asked'];

/** Reads lists of residents, one at a time, in a thread of its own that begins with the first. */
export class ResidentReader {
  readonly #bureau: Bureau<Asks>;

  /** @param patienceMs a list that takes longer is given up with its thread; one of 100,000 people takes some 5 s */
  constructor({ log, patienceMs = 60_000 }: { readonly log: Log; readonly patienceMs?: number }) {
    this.#bureau = new Bureau<Asks>({
      name: 'residents',
      file: workerFile(import.meta.url, 'residents-worker'),
      start: null,
      log,
      // Whatever ends the thread was in the file.
      refusals: { busy: 'FILE_UNREADABLE', failed: 'FILE_UNREADABLE' },
      mostWaiting: 8,
      heapMb: 768,
      patienceMs,
    });
  }

  /** @throws DomainError FILE_UNREADABLE, FILE_TOO_LARGE, COLUMNS_UNKNOWN */
  read(asked: ResidentAsk): Promise<ReadResidents> {
    return this.#bureau.ask({ kind: 'list', ...asked });
  }

  /** Ends the thread; what is being read fails. */
  close(): Promise<void> {
    return this.#bureau.close();
  }
}
