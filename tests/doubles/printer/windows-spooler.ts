import { type SpooledPrinter, type Winspool, WinspoolError } from '../../../main/printing/transports/winspool.ts';

/** JOB_STATUS_* */
export const jobFlags = {
  error: 0x2,
  deleting: 0x4,
  printing: 0x10,
  paperOut: 0x40,
  printed: 0x80,
  retained: 0x2000,
} as const;

interface Job {
  readonly parts: Uint8Array[];
  flags: number;
  gone: boolean;
}

/** The spooler of Windows with one printer, in memory. It forgets a job that has been printed. */
export class WindowsSpooler implements Winspool {
  readonly #jobs: Job[] = [];
  readonly #stuck: (() => void)[] = [];
  here = false;
  /** PRINTER_STATUS_* */
  printerFlags = 0;
  prints = true;
  /** It takes no jobs, and says nothing of it before. */
  startRefused = false;
  starts = 0;
  /** Calls do not come back until it is woken. */
  hangs = false;
  /** Takes so many bytes at a time, and refuses after so many calls. */
  mouthful = 4096;
  refusesAfter = Number.POSITIVE_INFINITY;
  /** Printers that were opened and not closed. */
  handles = 0;
  heard = Buffer.alloc(0);

  get jobs(): readonly Readonly<Job>[] {
    return this.#jobs;
  }

  async arrive(): Promise<void> {
    this.here = true;
  }

  async leave(): Promise<void> {
    this.here = false;
  }

  /** What the printer, or somebody in the system, does to every job that has not ended. */
  turn(flags: number): void {
    for (const job of this.#jobs) if (!job.gone) job.flags = flags;
  }

  /** Everything that waits comes out. */
  printAll(): void {
    for (const job of this.#jobs) this.#print(job);
  }

  wake(): void {
    this.hangs = false;
    for (const go of this.#stuck.splice(0)) go();
  }

  async open(printer: string): Promise<SpooledPrinter> {
    await this.#call();
    if (printer !== 'Loket 1') throw new WinspoolError('OpenPrinterW was refused');
    this.handles += 1;
    let open = true;
    const call = async (): Promise<void> => {
      await this.#call();
      if (!open) throw new WinspoolError('the handle is invalid');
    };
    const last = (): Job => this.#jobs.at(-1) as Job;
    return {
      status: async () => {
        await call();
        return this.printerFlags;
      },
      startDocument: async () => {
        await call();
        this.starts += 1;
        if (this.startRefused) throw new WinspoolError('StartDocPrinterW was refused');
        return this.#jobs.push({ parts: [], flags: jobFlags.printing, gone: false });
      },
      startPage: call,
      write: async (bytes) => {
        await call();
        this.refusesAfter -= 1;
        if (this.refusesAfter < 0) throw new WinspoolError('WritePrinter was refused');
        const taken = Math.min(this.mouthful, bytes.length);
        last().parts.push(bytes.subarray(0, taken));
        return taken;
      },
      endPage: call,
      endDocument: async () => {
        await call();
        if (this.prints) this.#print(last());
      },
      jobStatus: async (job) => {
        await call();
        const { gone, flags } = this.#jobs[job - 1] ?? { gone: true, flags: 0 };
        return gone ? null : flags;
      },
      deleteJob: async (job) => {
        await call();
        const found = this.#jobs[job - 1];
        if (found) found.gone = true;
      },
      close: async () => {
        open = false;
        this.handles -= 1;
      },
    };
  }

  #print(job: Job): void {
    if (job.gone) return;
    job.gone = true;
    this.heard = Buffer.concat([this.heard, ...job.parts]);
  }

  async #call(): Promise<void> {
    if (this.hangs) await new Promise<void>((resolve) => this.#stuck.push(resolve));
    if (!this.here) throw new WinspoolError('the spooler is not running');
  }
}
