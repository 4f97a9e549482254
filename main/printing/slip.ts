import { z } from 'zod';
import { instant } from '../../contract/base.ts';

/** Of a letter that was asked for: on the ticket of whoever asked, or on a paper of its own. */
const requestOnSlip = z.object({
  /** As it is read: "7K2M-9QXD". */
  tracking: z.string().trim().min(1).max(12),
  /** Its name; null for one that others are not to see. */
  letter: z.string().nullable(),
  /** When it is promised; null where the desk says it. */
  promisedAt: instant.nullable(),
});

/**
 * What stands on a queue ticket, as plain data in one language. It is kept in the journal and laid out when it is sent.
 */
export const ticketSlip = z.object({
  ticketId: z.uuid(),
  /** Of the lounge, e.g. "Lounge Pelayanan Publik". */
  office: z.string(),
  /** Where it is, e.g. "Kabupaten Banyuwangi"; empty to leave it out. */
  place: z.string(),
  service: z.string(),
  /** As it is called, e.g. "A017". */
  number: z.string().trim().min(1).max(12),
  priority: z.boolean(),
  /** At the moment of taking or reprinting; null where it is not known, or means nothing any more. */
  peopleAhead: z.int().nonnegative().nullable(),
  promise: z
    .object({
      fromMinutes: z.int().nonnegative(),
      toMinutes: z.int().nonnegative(),
      /** The end of the last break within the wait. */
      notBefore: instant.nullable(),
    })
    .nullable(),
  /** What to have ready, one document an entry. */
  bring: z.array(z.string()),
  takenAt: instant,
  /** Set on every paper of this ticket but the first: which one it is, from 1, and when it was asked for. */
  reprint: z.object({ nth: z.int().positive(), at: instant }).nullable().default(null),
  /** The number that this one goes on from, or takes the place of. */
  before: z.string().nullable().default(null),
  /** When the later day opens for which the number counts, in the place of `before`; null for the day of its taking. */
  opensAt: instant.nullable().default(null),
  /** IANA name of the lounge's zone, e.g. "Asia/Jakarta": the paper says the time of the wall clock beside it. */
  timeZone: z.string(),
  /** Where to complain: a number or an address, without a label; empty to leave it out. */
  complaints: z.string(),
  request: requestOnSlip.nullable().default(null),
  language: z.enum(['id', 'en']).default('id'),
});

/** As callers write it; what has a default may be left out. */
export type TicketSlip = z.input<typeof ticketSlip>;

/** A slip that shows a person what a printer can do. */
export const testSlip = z.object({
  kind: z.literal('test'),
  /** Its name, as staff know it. */
  printer: z.string(),
  office: z.string(),
  at: instant,
  timeZone: z.string(),
  language: z.enum(['id', 'en']).default('id'),
});
export type TestSlip = z.input<typeof testSlip>;

/** The receipt of a request while no queue number is given. */
const receiptSlip = z.object({
  kind: z.literal('receipt'),
  office: z.string(),
  place: z.string(),
  request: requestOnSlip,
  bring: z.array(z.string()),
  filedAt: instant,
  timeZone: z.string(),
  complaints: z.string(),
  language: z.enum(['id', 'en']).default('id'),
});
export type ReceiptSlip = z.input<typeof receiptSlip>;

/** Whatever a printer prints. A ticket has no kind, nor had any slip before there were others. */
export const printSlip = z.union([testSlip, receiptSlip, ticketSlip]);
export type PrintSlip = z.input<typeof printSlip>;

/** What our own scanners read from the ticket's QR code: never an address that a phone would try to open. */
export function ticketCode(ticketId: string): string {
  return `ANJ1:${ticketId}`;
}

/** The same for a request without a ticket. */
export function trackingQr(tracking: string): string {
  return `ANJ2:${tracking.replace('-', '')}`;
}
