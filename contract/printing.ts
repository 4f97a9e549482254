import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, mutationErrors, requestKey } from './base.ts';
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

/** Width of a roll, mm. */
const paper = z.union([z.literal(80), z.literal(58)]);
export type Paper = z.infer<typeof paper>;

/** Where the slips of a kiosk come out. */
export const outlet = z.discriminatedUnion('kind', [
  /** From the hub's own printer, which stands within reach. */
  z.object({ kind: z.literal('hub') }),
  /** From a printer on the network that the hub speaks to itself. */
  z.object({ kind: z.literal('network'), uri: z.string().regex(/^tcp:\/\/[a-z0-9.-]{1,253}:[1-9]\d{0,4}$/i) }),
  /** From a printer on a USB cable of the hub; `usb:` is the first that is plugged in. */
  z.object({ kind: z.literal('usb'), uri: z.string().regex(/^usb:(?:\/dev\/(?!.*\.\.)[\w./-]{1,100})?$/) }),
  /** From the printer at the kiosk's own machine, whose program lends it to the hub. */
  z.object({ kind: z.literal('machine') }),
  /** On no paper: the number stays on the screen. */
  z.object({ kind: z.literal('none') }),
]);
export type Outlet = z.infer<typeof outlet>;

const kioskOutlet = z.object({
  device: z.string(),
  name: z.string(),
  /** The hub's own kiosk, whose printer the others may share: it lends itself none. */
  own: z.boolean(),
  outlet,
  paper,
  condition: printerCondition,
});
export type KioskOutlet = z.infer<typeof kioskOutlet>;

/** What the hub asks of a machine that lends its printer: to carry bytes, and nothing that needs a thought. */
export const printerOrder = z.discriminatedUnion('kind', [
  /** Connect to the printer, and name this line in every report. */
  z.object({ kind: z.literal('connect'), line: z.uuid() }),
  z.object({ kind: z.literal('write'), id: z.int(), bytes: z.base64() }),
]);
export type PrinterOrder = z.infer<typeof printerOrder>;

/** What such a machine tells of its printer, in the order in which it happened. */
export const printerNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened') }),
  z.object({ kind: z.literal('received'), bytes: z.base64().max(8192) }),
  z.object({ kind: z.literal('lost'), reason: z.string().max(200) }),
  /** The system has taken every byte. */
  z.object({ kind: z.literal('written'), id: z.int() }),
  /** `begun`: some of the bytes may have arrived. */
  z.object({ kind: z.literal('failed'), id: z.int(), begun: z.boolean(), reason: z.string().max(200) }),
]);
export type PrinterNews = z.infer<typeof printerNews>;

/** How many pieces of news one report may hold. */
export const mostNews = 32;

const supervise = base.meta({ roles: ['supervisor'] });
const lending = base.meta({ roles: ['kiosk'] });

export const printing = {
  watchJob: base
    .meta({ roles: ['kiosk', ...atCounter] })
    .errors({ PRINT_JOB_UNKNOWN: { status: 404, message: 'There is no such print job' } })
    .input(z.object({ id: z.uuid() }))
    .output(eventIterator(printJobSnapshot)),

  /** A lost ticket on a new paper that says CETAK ULANG (n), with what is true now. Written in the audit trail. */
  reprint: base
    .meta({ roles: atCounter })
    .route({ method: 'POST', path: '/tickets/{ticketId}/reprint', summary: 'Print a ticket of today again' })
    .errors({
      ...mutationErrors,
      TICKET_UNKNOWN: { status: 404, message: 'There is no such ticket today' },
      TICKET_STATE: { status: 409, message: 'This ticket has ended' },
      PRINTER_ABSENT: { status: 409, message: 'No printer is set up for it' },
      SLIP_UNDER_WAY: { status: 409, message: 'A paper of this ticket is still to come out' },
    })
    .input(z.object({ ticketId: z.uuid(), requestKey }))
    .output(
      z.object({
        printJobId: z.uuid(),
        nth: z.int(),
        /** The kiosk at whose printer it comes out. */
        device: z.string(),
      }),
    ),

  /** Where the slips of each kiosk come out. */
  outlets: supervise.output(z.array(kioskOutlet)),
  /** Takes effect at once: slips that wait come out at the new place, or expire where there is none. */
  setOutlet: supervise
    .errors({
      ...mutationErrors,
      KIOSK_UNKNOWN: { status: 404, message: 'There is no such kiosk' },
      PRINTER_TAKEN: { status: 409, message: 'Another kiosk has this printer; share it as the hub’s, or use another' },
      OUTLET_NOT_POSSIBLE: {
        status: 409,
        message: "The hub's own kiosk lends itself no printer, and no other kiosk has the hub's cables",
      },
    })
    .input(z.object({ device: z.string().max(64), outlet, paper, requestKey }))
    .output(z.object({})),

  /** A machine's program lends its printer for as long as it reads; a newer line of the same machine ends the older. */
  lend: lending
    .errors({ PRINTER_NOT_WANTED: { status: 409, message: 'The slips of this kiosk come out somewhere else' } })
    .input(z.object({ paper }))
    .output(eventIterator(printerOrder)),
  /** What the lent printer says. */
  reportLent: lending
    .errors({ LINE_OVER: { status: 409, message: 'This line is over; lend the printer again' } })
    .input(z.object({ line: z.uuid(), news: z.array(printerNews).min(1).max(mostNews) }))
    .output(z.object({})),
};
