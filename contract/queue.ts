import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, bilingual, checkedOnce, day, instant, mutationErrors, requestKey } from './base.ts';
import { atCounter } from './principal.ts';

export const priorities = ['elderly', 'disabled', 'pregnant', 'infant'] as const;
export const priority = z.enum(priorities);
export type Priority = z.infer<typeof priority>;

/** Why a service gives no number now. */
export const closedReasons = [
  'holiday', // a special day of the calendar; `notice` says which
  'closed_today', // the weekday has no hours
  'before_opening',
  'break',
  'after_last_ticket', // the cut-off before closing has passed
  'after_closing',
  'quota_reached',
  'line_too_long', // the promise would end after closing
  'closed_now', // a supervisor closed it for a while; `notice` says why
  'machine', // no service gives a number: the hub's disk is full, or a new version is being tried
] as const;
export const closedReason = z.enum(closedReasons);
export type ClosedReason = z.infer<typeof closedReason>;

/** Why a counter stands still for a while; shown on kiosk and display, so never free text. */
export const pauseReasons = ['break', 'prayer', 'helping', 'documents', 'technical'] as const;
export const pauseReason = z.enum(pauseReasons);
export type PauseReason = z.infer<typeof pauseReason>;

/** Open until `closesAt` (null: no closing known), or closed with the reason and when numbers are given again. */
export const availability = z.discriminatedUnion('open', [
  z.object({ open: z.literal(true), closesAt: instant.nullable() }),
  z.object({
    open: z.literal(false),
    reason: closedReason,
    reopensAt: instant.nullable(),
    notice: bilingual.nullable(),
  }),
]);
export type Availability = z.infer<typeof availability>;

/** Minutes from now. `notBefore` is set when a break or closed time lies ahead: then say a clock time. */
export const promise = z.object({
  point: z.number(),
  fromMinutes: z.int(),
  toMinutes: z.int(),
  notBefore: instant.nullable(),
});
export type WaitPromise = z.infer<typeof promise>;

export const agency = z.object({ id: z.string(), name: bilingual });

export const service = z.object({
  id: z.string(),
  letter: z.string(),
  name: bilingual,
  agencyId: z.string(),
  icon: z.string(),
  hue: z.string(),
  bring: z.array(bilingual),
  availability,
  waiting: z.int(),
  /** What a person who takes a number now would be promised; null where there is no basis or the service is closed. */
  promise: promise.nullable(),
  /** Set while every counter at work for it is paused. */
  paused: pauseReason.nullable(),
});
export type Service = z.infer<typeof service>;

export const ticketStates = ['waiting', 'called', 'serving', 'done', 'no_show', 'parked', 'cancelled'] as const;
export const ticketState = z.enum(ticketStates);
export type TicketState = z.infer<typeof ticketState>;

export const issuedTicket = z.object({
  id: z.uuid(),
  number: z.string(),
  serviceDay: day,
  position: z.int(),
  peopleAhead: z.int(),
  promise: promise.nullable(),
  printJobId: z.uuid(),
});
export type IssuedTicket = z.infer<typeof issuedTicket>;

export const ticket = z.object({
  id: z.uuid(),
  number: z.string(),
  serviceId: z.string(),
  serviceDay: day,
  state: ticketState,
  priority: priority.nullable(),
  takenAt: instant,
  calledAt: instant.nullable(),
  counterId: z.string().nullable(),
  /** Of a missed ticket: not too many numbers have passed. */
  canBeCalledBack: z.boolean(),
  /** Both are null once the ticket has left the line. */
  position: z.int().nullable(),
  peopleAhead: z.int().nullable(),
  /** As given when the number was taken. */
  promise: promise.nullable(),
  /** Null for a pre-printed spare number. */
  printJobId: z.uuid().nullable(),
});
export type Ticket = z.infer<typeof ticket>;

export const unservedTicket = z.object({
  id: z.uuid(),
  number: z.string(),
  serviceId: z.string(),
  state: ticketState,
  takenAt: instant,
});
export type UnservedTicket = z.infer<typeof unservedTicket>;

/** A call to show and to speak. `callSeq` grows by one per call, so that a reader never repeats or misses one. */
export const call = z.object({
  callSeq: z.int(),
  number: z.string(),
  counterId: z.string(),
  counterName: bilingual,
  calledAt: instant,
});
export type Call = z.infer<typeof call>;

/** What every screen of the lounge needs to know; a snapshot, so that one that comes late has missed nothing. */
export const queueSnapshot = z.object({
  at: instant,
  serviceDay: day,
  agencies: z.array(agency),
  services: z.array(service),
  /** Latest call of each counter of this service day, newest first. */
  calls: z.array(call),
});
export type QueueSnapshot = z.infer<typeof queueSnapshot>;

const unknownService = { SERVICE_UNKNOWN: { status: 404, message: 'There is no such service' } } as const;

export const queue = {
  services: base
    .meta({ roles: ['kiosk', 'display', ...atCounter, 'integration'], scope: 'queue:read' })
    .route({
      method: 'GET',
      path: '/services',
      summary: 'Services with what is open, how many wait and what is promised',
    })
    .output(z.array(service)),

  take: base
    .meta({ roles: ['kiosk', ...atCounter] })
    .route({ method: 'POST', path: '/tickets', successStatus: 201, summary: 'Take the next number of a service' })
    .errors({
      ...mutationErrors,
      ...unknownService,
      SERVICE_CLOSED: {
        status: 409,
        message: 'This service gives no number now',
        data: z.object({ reason: closedReason, reopensAt: instant.nullable(), notice: bilingual.nullable() }),
      },
    })
    .input(z.object({ serviceId: z.string().min(1).max(64), priority: priority.nullable(), requestKey }))
    .output(issuedTicket),

  ticket: base
    .meta({ roles: ['kiosk', ...atCounter, 'integration'], scope: 'queue:read' })
    .route({ method: 'GET', path: '/tickets/{id}', summary: 'One ticket and its place in the line' })
    .errors({ TICKET_UNKNOWN: { status: 404, message: 'There is no such ticket' } })
    .input(z.object({ id: z.uuid() }))
    .output(ticket),

  /** "Cek nomor saya": by the number on the paper, today; the code of its QR goes to `ticket`. */
  byNumber: base
    .meta({ roles: ['kiosk', ...atCounter, 'integration'], scope: 'queue:read' })
    .route({ method: 'GET', path: '/tickets', summary: 'A ticket of today by its number' })
    .errors({ TICKET_UNKNOWN: { status: 404, message: 'There is no such ticket today' } })
    .input(z.object({ number: z.string().trim().min(1).max(12) }))
    .output(ticket),

  /** Who was never finished today, in order of taking. */
  unserved: base
    .meta({ roles: ['operator', 'supervisor'] })
    .route({ method: 'GET', path: '/queue/unserved', summary: 'Tickets of today that have not ended' })
    .output(z.array(unservedTicket)),

  /** Ends the day for everybody who still waits; with `carry` each gets one of the first numbers of the next open day. */
  endDay: base
    .meta({ roles: ['operator', 'supervisor'] })
    .route({ method: 'POST', path: '/queue/end-day', summary: 'End the day, with first places on the next one' })
    .errors(mutationErrors)
    .input(z.object({ carry: z.boolean(), requestKey }))
    .output(z.array(z.object({ number: z.string(), next: z.object({ number: z.string(), day }).nullable() }))),

  /** Cancels the waiting tickets of a run of numbers that somebody took for fun. */
  voidRun: base
    .meta({ roles: ['operator', 'supervisor'] })
    .route({ method: 'POST', path: '/queue/void-run', summary: 'Cancel a run of abusive tickets' })
    .errors({ ...mutationErrors, ...unknownService })
    .input(
      z
        .object({ serviceId: z.string().min(1).max(64), from: z.int().min(1), to: z.int().min(1), requestKey })
        .refine(({ from, to }) => from <= to && to - from < 500, 'must be a run of at most 500 numbers'),
    )
    .output(z.object({ cancelled: z.array(z.string()) })),

  watch: base.meta({ roles: ['kiosk', 'display', ...atCounter] }).output(eventIterator(checkedOnce(queueSnapshot))),
};
