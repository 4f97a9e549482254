import { randomUUID } from 'node:crypto';
import type { WebContents, WebContentsPrintOptions } from 'electron';
import { letterQueue } from '../../contract/letter-printing.ts';
import type { Given, JobNow, LetterOutlet, QueueNow, ToPrint } from '../documents/printing/letter-outlet.ts';

/** As much of a hidden window as printing needs. */
export interface LetterWindow {
  readonly webContents: Pick<WebContents, 'getPrintersAsync' | 'executeJavaScript' | 'print'>;
  loadURL(url: string): Promise<void>;
  destroy(): void;
}

export interface WindowOutletParts {
  /** Null while the program has no window of its own yet. */
  readonly makeWindow: () => LetterWindow | null;
  /** Whether Windows says that a printer takes nothing now. */
  readonly isShut: (queue: string) => Promise<boolean>;
  /** Of the page that draws letters (`renderer/letter-print`). */
  readonly url: string;
  /** How long a letter, or the list of queues, may take, ms. */
  readonly limitMs?: number;
}

/** Of paper, in micrometres; F4 as Indonesian offices buy it. */
const sizes = { A4: { width: 210_000, height: 297_000 }, F4: { width: 210_000, height: 330_000 } } as const;

/** Where Electron says this, nothing has gone to Windows; all else that it says may come after some of a letter has. */
const refusals: Readonly<Record<string, Given>> = {
  'Invalid deviceName provided': { refused: 'no_queue' },
  'Invalid printer settings': { refused: 'refused' },
};

/**
 * The printers of Windows, by Electron. A letter is drawn in a hidden window, which lives for that letter only; its bytes
 * are in no URL and no file. Windows gives no number of a job here, so that once it has a letter, a person must say whether
 * it came out.
 */
export class WindowOutlet implements LetterOutlet {
  readonly #its: WindowOutletParts;
  readonly #underWay = new Set<() => void>();

  constructor(parts: WindowOutletParts) {
    this.#its = parts;
  }

  async queues(): Promise<QueueNow[]> {
    try {
      const names = await this.#inWindow(namesOf, () => []);
      return (names ?? []).map((name) => ({ name, state: 'unknown' }));
    } catch {
      return [];
    }
  }

  async print(queue: string, { pdf, copies, paper }: ToPrint): Promise<Given> {
    let handed = false;
    const broken = (reason: 'timeout' | 'interrupted' | 'refused'): Given =>
      handed ? { lost: reason } : { refused: reason };
    const work = async (window: LetterWindow, over: AbortSignal): Promise<Given> => {
      const { webContents } = window;
      if (!(await namesOf(window)).includes(queue)) return { refused: 'no_queue' };
      // What stands still is not given more: nobody would be told when it comes out.
      if (await this.#its.isShut(queue)) return { refused: 'stopped' };
      await window.loadURL(this.#its.url);
      // Nothing in base64 ends a string.
      await webContents.executeJavaScript(`drawLetter("${Buffer.from(pdf).toString('base64')}")`);
      const { promise, resolve } = Promise.withResolvers<Given>();
      // It has been called refused meanwhile, and must not come out.
      if (over.aborted) return broken('timeout');
      webContents.print(optionsOf(queue, copies, paper), (taken, reason) =>
        resolve(taken ? { taken: randomUUID() } : (refusals[reason] ?? { lost: 'interrupted' })),
      );
      handed = true;
      return promise;
    };
    try {
      return (await this.#inWindow(work, () => broken('timeout'))) ?? { refused: 'no_system' };
    } catch {
      return broken(handed ? 'interrupted' : 'refused');
    }
  }

  /** Electron follows no job. */
  async jobs(_queue: string, jobs: readonly string[]): Promise<ReadonlyMap<string, JobNow>> {
    return new Map(jobs.map((job) => [job, { is: 'forgotten' }]));
  }

  async cancel(): Promise<void> {}

  close(): void {
    for (const stop of this.#underWay) stop();
  }

  /** Null when there can be no window. @param cut what it comes to when it takes too long, or the program ends */
  async #inWindow<T>(work: (window: LetterWindow, over: AbortSignal) => Promise<T>, cut: () => T): Promise<T | null> {
    const { makeWindow, limitMs = 30_000 } = this.#its;
    const window = makeWindow();
    if (window === null) return null;
    const over = new AbortController();
    const { promise, resolve } = Promise.withResolvers<T>();
    const stop = () => {
      over.abort();
      resolve(cut());
    };
    const timer = setTimeout(stop, limitMs);
    this.#underWay.add(stop);
    try {
      return await Promise.race([work(window, over.signal), promise]);
    } finally {
      clearTimeout(timer);
      this.#underWay.delete(stop);
      window.destroy();
    }
  }
}

/** Those that the office can set. */
async function namesOf({ webContents }: LetterWindow): Promise<string[]> {
  const printers = await webContents.getPrintersAsync();
  return printers.map(({ name }) => name).filter((name) => letterQueue.safeParse(name).success);
}

const optionsOf = (deviceName: string, copies: number, paper: ToPrint['paper']): WebContentsPrintOptions => ({
  silent: true,
  deviceName,
  copies,
  collate: true,
  duplexMode: 'simplex',
  landscape: false,
  scaleFactor: 100,
  margins: { marginType: 'none' },
  pageSize: sizes[paper],
});
