import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base } from './base.ts';
import { atCounter } from './principal.ts';

/** queued → sending → sent → done; held before the first byte, unknown when a link died after it. */
export const printJobStates = ['queued', 'held', 'sending', 'sent', 'done', 'unknown', 'cancelled'] as const;
export const printJobState = z.enum(printJobStates);
export type PrintJobState = z.infer<typeof printJobState>;

/** What a printer's status says, as the operator's chips word it. `absent`: none is configured. */
export const printerConditions = [
  'ready',
  'paper_low',
  'paper_out',
  'cover_open',
  'cutter_jammed',
  'head_hot',
  'unreachable', // off, or the cable is loose
  'needs_check', // it answers, but with something nobody planned, or a slip's fate is unknown
  'absent',
] as const;
export const printerCondition = z.enum(printerConditions);
export type PrinterCondition = z.infer<typeof printerCondition>;

/** Where a slip stands and what the printer says, for the person who waits for the paper. */
export const printJobSnapshot = z.object({ state: printJobState, printer: printerCondition });
export type PrintJobSnapshot = z.infer<typeof printJobSnapshot>;

export const printing = {
  watchJob: base
    .meta({ roles: ['kiosk', ...atCounter] })
    .errors({ PRINT_JOB_UNKNOWN: { status: 404, message: 'There is no such print job' } })
    .input(z.object({ id: z.uuid() }))
    .output(eventIterator(printJobSnapshot)),
};
