import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, instant, mutationErrors, requestKey } from './base.ts';
import { atCounter } from './principal.ts';

/** Letters on the office's A4 or F4 printers, which the hub's operating system keeps the queues of. */

export const letterPrintStates = [
  /** Waits for its turn. */
  'queued',
  /** Being given to the system's queue. */
  'sending',
  /** The system has it. */
  'sent',
  /** The system says that it is out. */
  'done',
  /** The system does not say any more whether it came out: look at the tray. */
  'unknown',
  /** Tried again by itself, or at a person's word. */
  'failed',
  'cancelled',
] as const;
export const letterPrintState = z.enum(letterPrintStates);
export type LetterPrintState = z.infer<typeof letterPrintState>;

/** Why a print waits, failed or is uncertain. */
export const letterPrintReasons = [
  /** The system has no such queue, or there is no print system. */
  'no_queue',
  'no_system',
  /** The queue takes nothing now. */
  'refused',
  /** The queue stands still until somebody starts it again. */
  'stopped',
  'no_paper',
  /** The system took too long to say whether it has it. */
  'timeout',
  /** The program ended, or lost its word with the system, while it was given over. */
  'interrupted',
  /** The system gave it up, or knows no more of it. */
  'given_up',
  'forgotten',
  /** Somebody takes it back, or has taken it back in the system. */
  'cancelling',
  'elsewhere',
  /** Its letter counts no more, or is not there any more. */
  'letter',
  /** Nobody has said anything of it since an earlier day. */
  'old',
] as const;
export type LetterPrintReason = (typeof letterPrintReasons)[number];

export const letterPrint = z.object({
  id: z.uuid(),
  letterId: z.uuid(),
  requestId: z.uuid(),
  /** As it stands on the letter: no name of a person. */
  number: z.string(),
  title: z.string(),
  queue: z.string(),
  copies: z.int(),
  state: letterPrintState,
  /** A short word of why it waits, failed or is uncertain (see `letterPrintReasons`); null else. */
  reason: z.enum(letterPrintReasons).nullable(),
  /** When it is tried again by itself; null: not. */
  retryAt: instant.nullable(),
  at: instant,
  since: instant,
  by: z.string(),
});
export type LetterPrint = z.infer<typeof letterPrint>;

export const letterPrinterBoard = z.object({
  at: instant,
  /** Where this device's letters come out; null: no printer is set, the preview's own dialog prints. */
  queue: z.string().nullable(),
  /** Of today and whatever is still open; newest first. */
  prints: z.array(letterPrint),
});
export type LetterPrinterBoard = z.infer<typeof letterPrinterBoard>;

/** A queue of the system's: a name as CUPS or Windows has it; one that another computer shares is `\\server\name`. */
export const letterQueue = z
  .string()
  .min(1)
  .max(220)
  .regex(/^[^,!\p{Cc}\p{Cs}/#'"]+$/u);

export const letterPrinterSettings = z.object({
  /** For every counter that has none of its own; null: none. */
  office: letterQueue.nullable(),
  /** By device id. */
  own: z.record(z.string(), letterQueue),
  /** Queues that the hub's system knows now. */
  queues: z.array(z.object({ name: z.string(), state: z.enum(['idle', 'printing', 'stopped', 'unknown']) })),
});
export type LetterPrinterSettings = z.infer<typeof letterPrinterSettings>;

const work = base.meta({ roles: atCounter });
const supervise = base.meta({ roles: ['supervisor'] });
const printUnknown = { PRINT_UNKNOWN: { status: 404, message: 'There is no such print' } } as const;

export const letterPrinting = {
  watch: work.output(eventIterator(letterPrinterBoard)),
  /** Prints an issued letter where this device's letters come out; written down like reading it. */
  print: work
    .errors({
      ...mutationErrors,
      LETTER_UNKNOWN: { status: 404, message: 'There is no such letter here' },
      LETTER_NOT_MADE: { status: 503, message: 'The letter is being made' },
      LETTER_VOID: { status: 409, message: 'Its number counts no more' },
      NO_PRINTER: { status: 409, message: 'No printer is set for letters' },
    })
    .input(z.object({ letterId: z.uuid(), copies: z.int().min(1).max(5), requestKey }))
    .output(letterPrint),
  /** A failed or unknown one once more; a person has looked. */
  again: work
    .errors({ ...mutationErrors, ...printUnknown, PRINT_BUSY: { status: 409, message: 'It is on its way' } })
    .input(z.object({ id: z.uuid(), requestKey }))
    .output(letterPrint),
  /** What the system has already is taken back there; it may come out all the same. */
  cancel: work
    .errors({ ...mutationErrors, ...printUnknown, PRINT_BUSY: { status: 409, message: 'It is on its way' } })
    .input(z.object({ id: z.uuid(), requestKey }))
    .output(letterPrint),
  /** A person has seen an uncertain one in the tray. */
  cameOut: work
    .errors({ ...mutationErrors, ...printUnknown, PRINT_BUSY: { status: 409, message: 'It is not uncertain' } })
    .input(z.object({ id: z.uuid(), requestKey }))
    .output(letterPrint),

  settings: supervise.output(letterPrinterSettings),
  /** `device` null: the office's. `queue` null: none. */
  setPrinter: supervise
    .errors({ ...mutationErrors, DEVICE_UNKNOWN: { status: 404, message: 'There is no such device' } })
    .input(z.object({ device: z.string().max(64).nullable(), queue: letterQueue.nullable(), requestKey }))
    .output(letterPrinterSettings),
  /** A page that says where it came from, with lines at the edges. */
  testPage: supervise
    .errors({ ...mutationErrors, PRINT_REFUSED: { status: 409, message: 'The queue took nothing' } })
    .input(z.object({ queue: letterQueue, requestKey }))
    .output(z.object({})),
};
