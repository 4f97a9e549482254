import type { LetterPrinterSettings, LetterPrintReason } from '../../../contract/letter-printing.ts';

export type QueueNow = LetterPrinterSettings['queues'][number];

/** What is given to a queue. */
export interface ToPrint {
  readonly pdf: Uint8Array;
  readonly copies: number;
  readonly paper: 'A4' | 'F4';
}

/** What became of giving it: `refused` only where the system has certainly taken nothing. */
export type Given =
  | { readonly taken: string }
  | { readonly refused: LetterPrintReason }
  | { readonly lost: LetterPrintReason };

/** What the system says of a job that it took. */
export type JobNow =
  | { readonly is: 'waiting'; readonly reason: LetterPrintReason | null }
  | { readonly is: 'out' | 'cancelled' | 'given_up' | 'forgotten' };

/** The operating system's queues of office printers. Nothing here is tried twice by itself. */
export interface LetterOutlet {
  /** Every queue that the system knows now; none where there is no print system. */
  queues(): Promise<QueueNow[]>;
  /** Gives one document to a queue; never rejects. */
  print(queue: string, what: ToPrint): Promise<Given>;
  /** What became of jobs of a queue, by their numbers; null: the system does not answer now. */
  jobs(queue: string, jobs: readonly string[]): Promise<ReadonlyMap<string, JobNow> | null>;
  /** Asks the system to let go of a job; what became of it is for `jobs` to say. */
  cancel(queue: string, job: string): Promise<void>;
  /** Waits no longer for what is under way. */
  close(): void;
}
