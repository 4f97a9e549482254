import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, bilingual, day, instant, mutationErrors, requestKey } from './base.ts';
import { helpState } from './lounge.ts';
import { atCounter } from './principal.ts';
import { printerView } from './printing.ts';
import { pauseReason, priority } from './queue.ts';

export const counterStates = ['closed', 'open', 'paused'] as const;
export const counterState = z.enum(counterStates);
export type CounterState = z.infer<typeof counterState>;

export { type PauseReason, pauseReason } from './queue.ts';

/** Goes only to a counter that is marked for it: the clerk can come out, or a wheelchair fits. */
export const needs = ['visit', 'wheelchair'] as const;
export const need = z.enum(needs);
export type Need = z.infer<typeof need>;

/** Why a person called out of order was called. */
export const chosenReasons = ['urgent', 'unwell', 'came_back', 'same_family', 'other'] as const;
export const chosenReason = z.enum(chosenReasons);

export const cancelReasons = ['left', 'mistake', 'abuse', 'end_of_day'] as const;
export const cancelReason = z.enum(cancelReasons);

/** Why somebody stands where they stand: who came first, or score = rate × minutes. */
export const why = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('arrival') }),
  z.object({ rule: z.literal('priority'), rate: z.number(), minutes: z.int() }),
  /** Priority always first, or one after so many others. */
  z.object({ rule: z.literal('strict') }),
  z.object({ rule: z.literal('ratio'), every: z.int() }),
]);
export type Why = z.infer<typeof why>;

/** One counter as everybody may see it. */
export const counter = z.object({
  id: z.string(),
  name: bilingual,
  state: counterState,
  pauseReason: pauseReason.nullable(),
  since: instant.nullable(),
  services: z.array(z.string()),
  /** Takes tickets that need a visit or a wheelchair's room. */
  accessible: z.boolean(),
  /** Who is called or served here now. */
  number: z.string().nullable(),
});
export type Counter = z.infer<typeof counter>;

const person = z.object({ id: z.string(), name: z.string() });

const ticketHead = {
  ticketId: z.uuid(),
  number: z.string(),
  /** The line it stands in; its letter tells where it was taken. */
  serviceId: z.string(),
  priority: priority.nullable(),
  need: need.nullable(),
};

/** The person at the counter. Seconds run on the steady clock up to `at` of the snapshot. */
export const currentTicket = z.object({
  ...ticketHead,
  state: z.enum(['called', 'serving']),
  calls: z.int(),
  waitedSeconds: z.int(),
  calledSeconds: z.int(),
  servingSeconds: z.int().nullable(),
  /** What one person usually takes here. */
  targetMinutes: z.number().nullable(),
  files: z.int(),
  /** Null: "Tidak hadir" is allowed now. Else how many calls and seconds are still missing. */
  noShowIn: z.object({ calls: z.int(), seconds: z.int() }).nullable(),
});
export type CurrentTicket = z.infer<typeof currentTicket>;

export const waitingTicket = z.object({ ...ticketHead, waitedSeconds: z.int(), why });
export type WaitingTicket = z.infer<typeof waitingTicket>;

export const missedTicket = z.object({
  ...ticketHead,
  calls: z.int(),
  missedSeconds: z.int(),
  /** Not too many numbers have passed. */
  canBeCalledBack: z.boolean(),
});
export type MissedTicket = z.infer<typeof missedTicket>;

export const parkedTicket = z.object({ ...ticketHead, parkedSeconds: z.int(), counterId: z.string().nullable() });
export type ParkedTicket = z.infer<typeof parkedTicket>;

/** Everything one counter's screen shows. No personal data: numbers and services only. */
export const counterSnapshot = z.object({
  at: instant,
  serviceDay: day,
  counter,
  /** Who holds the counter; `mine` when it is the person who asks. */
  holder: person.nullable(),
  mine: z.boolean(),
  current: currentTicket.nullable(),
  /** The first `line.length` of `waiting` people this counter may call, in calling order. */
  line: z.array(waitingTicket),
  waiting: z.int(),
  missed: z.array(missedTicket),
  parked: z.array(parkedTicket),
  help: z.array(z.object({ id: z.uuid(), device: z.string(), state: helpState, seconds: z.int() })),
  printers: z.array(printerView),
  /** Today, at this counter, by the person who holds it. */
  served: z.int(),
  medianMinutes: z.number().nullable(),
  /** The last act here that can still be taken back, and for how long. */
  undo: z.object({ act: z.enum(['called', 'done', 'no_show']), number: z.string(), seconds: z.int() }).nullable(),
});
export type CounterSnapshot = z.infer<typeof counterSnapshot>;

const errors = {
  ...mutationErrors,
  COUNTER_UNKNOWN: { status: 404, message: 'There is no such counter' },
  COUNTER_CLOSED: { status: 409, message: 'This counter is closed or paused' },
  COUNTER_HELD: {
    status: 409,
    message: 'Somebody else works at this counter',
    data: z.object({ holder: person.nullable() }),
  },
  COUNTER_BUSY: { status: 409, message: 'This counter still has a ticket' },
  NO_TICKET: { status: 409, message: 'Nobody is at this counter' },
  TICKET_UNKNOWN: { status: 404, message: 'There is no such ticket' },
  TICKET_STATE: { status: 409, message: 'This ticket is in a state in which that cannot be done' },
} as const;

const at = { counterId: z.string().min(1).max(64), requestKey };
const ticketId = z.uuid();
const serviceId = z.string().min(1).max(64);

/** What a counter's act leaves behind; the rest comes with the snapshot. */
const outcome = z.object({ current: z.object({ ticketId: z.uuid(), number: z.string() }).nullable() });
export type Outcome = z.infer<typeof outcome>;

const act = (path: `/${string}`, summary: string) =>
  base.meta({ roles: atCounter }).errors(errors).route({ method: 'POST', path, summary });
const service = { SERVICE_UNKNOWN: { status: 404, message: 'There is no such service' } } as const;
const passed = { TOO_MANY_PASSED: { status: 409, message: 'Too many numbers were called since' } } as const;
const closed = { SERVICE_CLOSED: { status: 409, message: 'This service is closed for today' } } as const;

export const counters = {
  list: base
    .meta({ roles: ['kiosk', 'counter', ...atCounter, 'integration'], scope: 'counters:read' })
    .route({ method: 'GET', path: '/counters', summary: 'Counters, what each serves and who is called there' })
    .output(z.array(counter)),

  watch: base
    .meta({ roles: atCounter })
    .errors({ COUNTER_UNKNOWN: errors.COUNTER_UNKNOWN })
    .input(z.object({ counterId: at.counterId }))
    .output(eventIterator(counterSnapshot)),

  /** Opens it and holds it. Somebody else's counter only with `takeOver`. */
  open: act('/counters/{counterId}/open', 'Open a counter, or take it over')
    .input(z.object({ ...at, takeOver: z.boolean().default(false) }))
    .output(outcome),
  pause: act('/counters/{counterId}/pause', 'Pause a counter with a reason that residents see')
    .input(z.object({ ...at, reason: pauseReason }))
    .output(outcome),
  resume: act('/counters/{counterId}/resume', 'End the pause').input(z.object(at)).output(outcome),
  close: act('/counters/{counterId}/close', 'Close a counter').input(z.object(at)).output(outcome),

  callNext: act('/counters/{counterId}/call-next', 'Call whom the discipline puts first; null when nobody waits')
    .input(z.object(at))
    .output(outcome),
  callTicket: act('/counters/{counterId}/call', 'Call a chosen waiting ticket out of order')
    .input(z.object({ ...at, ticketId, reason: chosenReason }))
    .output(outcome),
  /** A pre-printed number that was handed out while kiosk or printer was dead; see "Nomor cadangan" in README. */
  callSpare: act('/counters/{counterId}/call-spare', 'Call a pre-printed spare number for a service')
    .errors({ ...service, SPARE_USED: { status: 409, message: 'This spare number was called today' } })
    .input(z.object({ ...at, serviceId, spare: z.int().min(1).max(999) }))
    .output(outcome),
  recall: act('/counters/{counterId}/recall', 'Call the current ticket again').input(z.object(at)).output(outcome),
  serve: act('/counters/{counterId}/serve', 'The called person has come').input(z.object(at)).output(outcome),
  done: act('/counters/{counterId}/done', 'Finish the current ticket')
    .input(z.object({ ...at, files: z.int().min(1).max(99).default(1) }))
    .output(outcome),
  doneAndNext: act('/counters/{counterId}/done-and-next', 'Finish the current ticket and call the next as one step')
    .input(z.object({ ...at, files: z.int().min(1).max(99).default(1) }))
    .output(outcome),
  noShow: act('/counters/{counterId}/no-show', 'The called person did not come')
    .errors({
      NO_SHOW_TOO_EARLY: {
        status: 409,
        message: 'Call again or wait first',
        data: z.object({ calls: z.int(), seconds: z.int() }),
      },
    })
    .input(z.object(at))
    .output(outcome),
  callBack: act('/counters/{counterId}/call-back', 'Call a missed or parked ticket that has come back')
    .errors(passed)
    .input(z.object({ ...at, ticketId }))
    .output(outcome),
  park: act('/counters/{counterId}/park', 'Put the current ticket aside for a while')
    .input(z.object(at))
    .output(outcome),
  returnToLine: act('/counters/{counterId}/return', 'Let a missed or parked ticket wait again with its waiting time')
    .errors(passed)
    .input(z.object({ ...at, ticketId }))
    .output(outcome),
  transfer: act('/counters/{counterId}/transfer', 'Send the current ticket to another service with its waiting time')
    .errors({ ...service, ...closed })
    .input(z.object({ ...at, serviceId }))
    .output(outcome),
  nextMatter: act('/counters/{counterId}/next-matter', 'A following ticket for another service, with the waiting time')
    .errors({ ...service, ...closed })
    .input(z.object({ ...at, serviceId, files: z.int().min(1).max(99).default(1) }))
    .output(outcome.extend({ next: z.object({ ticketId: z.uuid(), number: z.string(), printJobId: z.uuid() }) })),
  setNeed: act('/counters/{counterId}/need', 'Mark a ticket as needing a visit or room for a wheelchair')
    .input(z.object({ ...at, ticketId, need: need.nullable() }))
    .output(outcome),
  cancel: act('/counters/{counterId}/cancel', 'Cancel a ticket that will not be served')
    .input(z.object({ ...at, ticketId, reason: cancelReason }))
    .output(outcome),
  undo: act('/counters/{counterId}/undo', 'Take back the last call, done or no-show within 10 s')
    .errors({ NOTHING_TO_UNDO: { status: 409, message: 'There is nothing to take back, or it is too late' } })
    .input(z.object(at))
    .output(outcome),

  find: base
    .meta({ roles: atCounter })
    .route({ method: 'GET', path: '/counters/find', summary: 'Tickets of today by number, or by service and minute' })
    .input(
      z.object({
        number: z.string().max(8).optional(),
        serviceId: serviceId.optional(),
        /** Minutes of today around which the number was taken. */
        around: instant.optional(),
      }),
    )
    .output(
      z.array(
        z.object({
          ...ticketHead,
          state: z.string(),
          takenAt: instant,
          calledAt: instant.nullable(),
          counterId: z.string().nullable(),
          printJobId: z.uuid().nullable(),
        }),
      ),
    ),
};
