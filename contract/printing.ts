import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, instant, mutationErrors, requestKey } from './base.ts';
import { atCounter } from './principal.ts';
import { printerUris } from './printer-uri.ts';

/**
 * queued → sending → sent → printed → done; held before the first byte, unknown when nobody saw what became of it after
 * that. `printed`: every line is on the paper, and the blade has not answered yet.
 */
export const printJobStates = ['queued', 'held', 'sending', 'sent', 'printed', 'done', 'unknown', 'cancelled'] as const;
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

/** How we know that a slip came out, best first. */
export const printEvidences = [
  'completion', // the printer told it of this very slip (GS ( H)
  'queue', // it answered a question that stood behind the slip (GS r)
  'status', // it said afterwards that all is well
  'system', // the operating system called the job finished
  'bytes', // every byte was taken, and the printer never speaks
  'person', // somebody has seen it
] as const;
export const printEvidence = z.enum(printEvidences);
export type PrintEvidence = z.infer<typeof printEvidence>;

/** Where a slip stands and what the printer says, for the person who waits for the paper. */
export const printJobSnapshot = z.object({
  state: printJobState,
  printer: printerCondition,
  /** Nothing more of it can come out by itself, so whoever stands there may say whether it has. */
  asks: z.boolean(),
  /** The printer has no blade: the paper is torn off. */
  tear: z.boolean(),
  /** The kiosk where it comes out, when that is not the one where it was asked for. */
  elsewhere: z.string().nullable(),
});
export type PrintJobSnapshot = z.infer<typeof printJobSnapshot>;

/** Width of a roll, mm. */
const paper = z.union([z.literal(80), z.literal(58)]);
export type Paper = z.infer<typeof paper>;

/** What the bytes of a slip depend on. Text is plain ASCII, so the code page is the same for all. */
export const printerProfile = z.object({
  /** Across the paper; a column of text takes 12. */
  dots: z.union([z.literal(576), z.literal(546), z.literal(512), z.literal(384)]),
  cutter: z.boolean(),
  /** Whether the printer draws QR codes itself, or gets a picture of one. */
  qr: z.enum(['native', 'raster']),
});
export type PrinterProfile = z.infer<typeof printerProfile>;

/** What a printer said of itself when it was asked everything, for whoever helps from afar. Nothing of a person in it. */
export const probeReport = z.object({
  at: instant,
  uri: z.string(),
  /** Whether the way there carries answers back. */
  carries: z.enum(['replies', 'system', 'bytes']),
  condition: printerCondition,
  maker: z.string().nullable(),
  model: z.string().nullable(),
  firmware: z.string().nullable(),
  /** The answers to DLE EOT 1 to 4, each two hexadecimal digits; null where none came. */
  realtime: z.array(z.string().nullable()).length(4),
  /** GS r 1, GS ( H and GS a are answered. */
  queue: z.boolean(),
  completion: z.boolean(),
  automatic: z.boolean(),
  /** The best proof that its slips can have. */
  evidence: printEvidence,
  profile: printerProfile,
});
export type ProbeReport = z.infer<typeof probeReport>;

/** A printer as staff see it. */
export const printerView = z.object({
  /** The kiosk that it belongs to. */
  device: z.string(),
  name: z.string(),
  condition: printerCondition,
  /**
   * Nothing but test slips is printed until one was read: the fate of two slips in a row was unknown, or a test slip
   * could not be read.
   */
  stopped: z.enum(['unknown', 'unreadable']).nullable(),
  /** The test slip of which somebody has to say whether it can be read: a roll the wrong way round prints nothing. */
  reads: z.uuid().nullable(),
  /** Slips of unknown fate, and slips that wait. */
  toCheck: z.int(),
  waiting: z.int(),
  /** Slips since the roll was changed, and how many the last roll gave; null until one has ended. */
  slips: z.int(),
  rollSlips: z.int().nullable(),
  cutter: z.boolean(),
  /** The kiosk at whose printer its slips come out for now. */
  divertedTo: z.string().nullable(),
});
export type PrinterView = z.infer<typeof printerView>;

/** A slip on its way or lately printed, as staff see it. */
export const printJobView = z.object({
  id: z.uuid(),
  ticketId: z.uuid().nullable(),
  /** Of the ticket; null on a test slip. */
  number: z.string().nullable(),
  service: z.string().nullable(),
  /** CETAK ULANG (n); 0 on the first paper. */
  nth: z.int(),
  state: printJobState,
  /** Why it is held, unknown or cancelled: a condition, or a word of the spooler's. */
  reason: z.string().nullable(),
  evidence: printEvidence.nullable(),
  queuedAt: instant,
  changedAt: instant,
});
export type PrintJobView = z.infer<typeof printJobView>;

/** Where the slips of a kiosk come out. */
export const outlet = z.discriminatedUnion('kind', [
  /** From the hub's own printer, which stands within reach. */
  z.object({ kind: z.literal('hub') }),
  /** From a printer on the network that the hub speaks to itself. */
  z.object({ kind: z.literal('network'), uri: z.string().regex(printerUris.network) }),
  /** From a printer on a USB cable of the hub; `usb:` is the first that is plugged in. */
  z.object({ kind: z.literal('usb'), uri: z.string().regex(printerUris.usb) }),
  /** From a printer on a serial cable of the hub. */
  z.object({ kind: z.literal('serial'), uri: z.string().regex(printerUris.serial) }),
  /** From a printer that the hub's operating system keeps a queue for, which gives no answers of the printer's. */
  z.object({ kind: z.literal('system'), uri: z.string().regex(printerUris.system) }),
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
  profile: printerProfile,
  condition: printerCondition,
  /** What it said when it was last asked everything. */
  probed: probeReport.nullable(),
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

const noSuchKiosk = { KIOSK_UNKNOWN: { status: 404, message: 'There is no such kiosk' } } as const;
const noSuchJob = { PRINT_JOB_UNKNOWN: { status: 404, message: 'There is no such print job' } } as const;
const noPrinter = { PRINTER_ABSENT: { status: 409, message: 'No printer is set up for it' } } as const;
/** Of a ticket whose paper is printed again. */
const noReprint = {
  TICKET_UNKNOWN: { status: 404, message: 'There is no such ticket today' },
  TICKET_STATE: { status: 409, message: 'This ticket has ended' },
  ...noPrinter,
  SLIP_UNDER_WAY: { status: 409, message: 'A paper of this ticket is still to come out' },
} as const;

const device = z.string().max(64);
const queuedSlip = z.object({ printJobId: z.uuid() });

const atDesk = base.meta({ roles: atCounter });
const supervise = base.meta({ roles: ['supervisor'] });
const lending = base.meta({ roles: ['kiosk'] });

export const printing = {
  watchJob: base
    .meta({ roles: ['kiosk', ...atCounter] })
    .errors(noSuchJob)
    .input(z.object({ id: z.uuid() }))
    .output(eventIterator(printJobSnapshot)),

  /**
   * The person at the kiosk says whether a slip of unknown fate has come out. A paper that has not is printed again, as
   * CETAK ULANG. Only at the kiosk where the number was taken, and only shortly after.
   */
  answerSlip: base
    .meta({ roles: ['kiosk'] })
    .errors({
      ...mutationErrors,
      ...noSuchJob,
      ...noReprint,
      QUESTION_OVER: {
        status: 409,
        message: 'Only the person who stood there could have said it; staff see to it now',
      },
    })
    .input(z.object({ id: z.uuid(), came: z.boolean(), requestKey }))
    .output(z.object({ printJobId: z.uuid().nullable() })),

  /** The slips of a kiosk's printer: every open one, and the latest of the others, newest first. At most 140. */
  jobs: atDesk.errors(noSuchKiosk).input(z.object({ device })).output(z.array(printJobView)),
  /**
   * What staff decide about a slip: it came out after all, it is printed again as CETAK ULANG (only one of unknown fate),
   * or it is not wanted any more (also one that waits).
   */
  settle: atDesk
    .errors({
      ...mutationErrors,
      ...noSuchJob,
      ...noReprint,
      PRINT_JOB_STATE: { status: 409, message: 'This slip has moved on' },
    })
    .input(z.object({ id: z.uuid(), as: z.enum(['came', 'again', 'cancelled']), requestKey }))
    .output(z.object({ printJobId: z.uuid().nullable() })),
  /** A slip that shows what the printer can do. Comes out before any ticket, also at a printer that was stopped. */
  testSlip: atDesk
    .errors({ ...mutationErrors, ...noSuchKiosk, ...noPrinter })
    .input(z.object({ device, requestKey }))
    .output(queuedSlip),
  /** Whether a test slip can be read. A printer that was stopped prints again after a yes; after a no it is stopped. */
  answerTest: atDesk
    .errors({ ...mutationErrors, ...noSuchJob, QUESTION_OVER: { status: 409, message: 'This question is over' } })
    .input(z.object({ id: z.uuid(), readable: z.boolean(), requestKey }))
    .output(z.object({})),
  /** A new roll is in: its slips are counted anew, and a test slip comes out. */
  rollChanged: atDesk
    .errors({ ...mutationErrors, ...noSuchKiosk, ...noPrinter })
    .input(z.object({ device, requestKey }))
    .output(queuedSlip),
  /** Another printer takes over, also what waits; null ends it. */
  divert: atDesk
    .errors({
      ...mutationErrors,
      ...noSuchKiosk,
      DIVERSION_NOT_POSSIBLE: {
        status: 409,
        message: 'That printer is the same one, is absent, or does not print its own slips',
      },
    })
    .input(z.object({ device, to: device.nullable(), requestKey }))
    .output(z.object({})),

  /** A lost ticket on a new paper that says CETAK ULANG (n), with what is true now. Written in the audit trail. */
  reprint: base
    .meta({ roles: atCounter })
    .route({ method: 'POST', path: '/tickets/{ticketId}/reprint', summary: 'Print a ticket of today again' })
    .errors({ ...mutationErrors, ...noReprint })
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
      ...noSuchKiosk,
      PRINTER_TAKEN: { status: 409, message: 'Another kiosk has this printer; share it as the hub’s, or use another' },
      OUTLET_NOT_POSSIBLE: {
        status: 409,
        message: "The hub's own kiosk lends itself no printer, and no other kiosk has the hub's cables",
      },
    })
    .input(z.object({ device, outlet, paper, requestKey }))
    .output(z.object({})),
  /** What a person saw on the test slip, or reads in the printer's papers. */
  setProfile: supervise
    .errors({ ...mutationErrors, ...noSuchKiosk })
    .input(z.object({ device, profile: printerProfile, requestKey }))
    .output(z.object({})),
  /** Asks a printer what it can do, keeps the answer, and prints a test slip. Takes some seconds. */
  probe: supervise
    .errors({
      ...noSuchKiosk,
      ...noPrinter,
      PRINTER_BUSY: { status: 409, message: 'A slip is on its way, or the printer is not there; try again' },
    })
    .input(z.object({ device }))
    .output(z.object({ report: probeReport, printJobId: z.uuid() })),

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
