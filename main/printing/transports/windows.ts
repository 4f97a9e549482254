import type { JobFate, PrintQueue } from './print-queue.ts';
import { LinkLost, NotConnected, reasonOf } from './transport.ts';
import type { SpooledPrinter, Winspool } from './winspool.ts';

/** PRINTER_STATUS_* of a printer that takes no jobs; a fault of its own is not among them: a job waits for its end. */
const shut = { paused: 0x1, deleted: 0x4, offline: 0x80, unavailable: 0x1000 } as const;

/** Whether Windows says that a printer takes no jobs now; false also where it cannot be asked. */
export async function isShut(name: string, load: () => Promise<Winspool>): Promise<boolean> {
  try {
    const printer = await (await load()).open(name);
    try {
      const status = await printer.status();
      return Object.values(shut).some((flag) => (status & flag) !== 0);
    } finally {
      await printer.close();
    }
  } catch {
    return false;
  }
}

/** JOB_STATUS_* */
const job = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  offline: 0x20,
  paperOut: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userIntervention: 0x400,
  complete: 0x1000,
} as const;
/** An error that comes with one of these ends when somebody has been at the printer. */
const mendable = job.paused | job.offline | job.paperOut | job.blocked | job.userIntervention;

/**
 * A printer's queue in Windows, which it enters as a raw document. Windows forgets a job that is done, so "gone" is its
 * word for finished, unless the job was seen being deleted. "Finished" means that the bytes left for the printer.
 */
export class WindowsQueue implements PrintQueue {
  readonly #name: string;
  readonly #load: () => Promise<Winspool>;
  #printer: Promise<SpooledPrinter> | null = null;
  /** The spooler's calls, one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(name: string, load: () => Promise<Winspool>) {
    this.#name = name;
    this.#load = load;
  }

  async check(): Promise<void> {
    const status = await this.#turn((printer) => printer.status());
    const [reason] = Object.entries(shut).find(([, flag]) => (status & flag) !== 0) ?? [];
    if (reason !== undefined) throw new Error(`the printer is ${reason} in the system`);
  }

  submit(bytes: Uint8Array): Promise<number> {
    return this.#turn(async (printer) => {
      const number = await printer.startDocument('Anjungan').catch((error: unknown) => {
        throw new NotConnected(reasonOf(error));
      });
      try {
        await printer.startPage();
        for (let sent = 0; sent < bytes.length; ) {
          const taken = await printer.write(bytes.subarray(sent));
          if (taken <= 0) throw new Error('the spooler takes no bytes');
          sent += taken;
        }
        await printer.endPage();
        await printer.endDocument();
        return number;
      } catch (error) {
        // Half a slip must not come out behind our back.
        await printer.deleteJob(number).catch(() => undefined);
        throw new LinkLost(reasonOf(error));
      }
    });
  }

  async fate(number: number): Promise<JobFate> {
    const status = await this.#turn((printer) => printer.jobStatus(number));
    if (status === null || status & (job.printed | job.complete)) return 'finished';
    if (status & (job.deleting | job.deleted)) return { gaveUp: 'cancelled in the system' };
    if (status & job.error && !(status & mendable)) return { gaveUp: 'given up by the system' };
    return 'waiting';
  }

  cancel(number: number): Promise<void> {
    return this.#turn((printer) => printer.deleteJob(number));
  }

  /** A call to the spooler cannot be broken off. */
  hangUp(): void {}

  async close(): Promise<void> {
    await this.#last;
    const printer = this.#printer;
    this.#printer = null;
    await (await printer)?.close();
  }

  #turn<T>(act: (printer: SpooledPrinter) => Promise<T>): Promise<T> {
    const result = this.#last.then(async () => {
      this.#printer ??= this.#load().then((winspool) => winspool.open(this.#name));
      return act(await this.#printer);
    });
    this.#last = result.catch(() => undefined);
    return result;
  }
}
