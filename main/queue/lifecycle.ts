import type { Need } from '../../contract/counters.ts';
import type { TicketState } from '../../contract/queue.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Moment } from './paces.ts';
import type { EventKind, Standing, TicketRow } from './ticket-row.ts';

/**
 * A ticket's life as pure steps: waiting → called → serving → done, with no_show, parked and cancelled beside it. Each
 * step takes what is known of the ticket and gives what it becomes, or refuses.
 */

/** What a step makes of a ticket, and the event that says so. */
export interface Step {
  readonly kind: EventKind;
  readonly standing: Standing;
}

/** Where and by whom something is done. */
export interface Place {
  readonly counterId: string;
  readonly personId: string;
}

const waits: readonly TicketState[] = ['waiting'];
const atCounter: readonly TicketState[] = ['called', 'serving'];
const aside: readonly TicketState[] = ['no_show', 'parked'];

/** @throws DomainError TICKET_STATE */
function mustBe(ticket: TicketRow, states: readonly TicketState[]): void {
  if (!states.includes(ticket.state)) throw new DomainError('TICKET_STATE');
}

/** First call, or a call of somebody who was missed or put aside. The event's id becomes `call_seq`. */
export function called(ticket: TicketRow, place: Place, now: Moment): Step {
  mustBe(ticket, [...waits, ...aside]);
  return step(ticket, 'called', {
    state: 'called',
    called_at: now.wall,
    called_tick: now.tick,
    waited_ms: ticket.waited_ms ?? Math.max(0, now.tick - ticket.taken_tick),
    calls: ticket.calls + 1,
    announced_tick: now.tick,
    counter_id: place.counterId,
    person_id: place.personId,
    serving_tick: null,
    left_tick: null,
  });
}

export function recalled(ticket: TicketRow, now: Moment): Step {
  mustBe(ticket, atCounter);
  return step(ticket, 'recalled', { calls: ticket.calls + 1, announced_tick: now.tick });
}

/** The called person has come. */
export function served(ticket: TicketRow, now: Moment): Step {
  mustBe(ticket, ['called']);
  return step(ticket, 'served', { state: 'serving', serving_tick: now.tick });
}

/** Finished; who was never marked as come was served since the latest call. */
export function done(ticket: TicketRow, files: number, now: Moment): Step {
  mustBe(ticket, atCounter);
  const serving_tick = ticket.serving_tick ?? ticket.announced_tick;
  return step(ticket, 'done', {
    state: 'done',
    serving_tick,
    left_tick: now.tick,
    files: Math.max(files, ticket.files),
  });
}

/** How often and how long somebody must be called before they count as absent. */
export interface NoShowRule {
  readonly calls: number;
  readonly seconds: number;
}

/** What is still missing before a called person may count as absent; null when nothing is. */
export function noShowIn(ticket: TicketRow, rule: NoShowRule, tick: number): { calls: number; seconds: number } | null {
  const calls = Math.max(0, rule.calls - ticket.calls);
  const since = (tick - (ticket.announced_tick ?? tick)) / 1000;
  const seconds = Math.max(0, Math.ceil(rule.seconds - since));
  return calls === 0 && seconds === 0 ? null : { calls, seconds };
}

/** @throws DomainError NO_SHOW_TOO_EARLY with what is missing */
export function missed(ticket: TicketRow, rule: NoShowRule, now: Moment): Step {
  mustBe(ticket, ['called']);
  const missing = noShowIn(ticket, rule, now.tick);
  if (missing) throw new DomainError('NO_SHOW_TOO_EARLY', missing);
  return step(ticket, 'missed', { state: 'no_show', left_tick: now.tick });
}

export function parked(ticket: TicketRow, now: Moment): Step {
  mustBe(ticket, atCounter);
  return step(ticket, 'parked', { state: 'parked', left_tick: now.tick });
}

/** Back into the line with the waiting time it had. */
export function returned(ticket: TicketRow): Step {
  mustBe(ticket, aside);
  return step(ticket, 'returned', { state: 'waiting', ...atNoCounter });
}

/** Into another service's line; number and waiting time stay. */
export function transferred(ticket: TicketRow, serviceId: string): Step {
  mustBe(ticket, atCounter);
  return step(ticket, 'transferred', { state: 'waiting', service_id: serviceId, ...atNoCounter });
}

export function needing(ticket: TicketRow, need: Need | null): Step {
  mustBe(ticket, [...waits, ...atCounter, ...aside]);
  return step(ticket, 'need', { need });
}

export function cancelled(ticket: TicketRow, now: Moment): Step {
  mustBe(ticket, [...waits, ...atCounter, ...aside]);
  return step(ticket, 'cancelled', { state: 'cancelled', left_tick: now.tick });
}

const atNoCounter = {
  called_at: null,
  called_tick: null,
  calls: 0,
  announced_tick: null,
  counter_id: null,
  person_id: null,
  call_seq: null,
  serving_tick: null,
  left_tick: null,
} as const;

function step(ticket: TicketRow, kind: EventKind, change: Partial<Standing>): Step {
  return { kind, standing: { ...standingOf(ticket), ...change } };
}

/** The part of a ticket that steps change. */
export function standingOf(ticket: TicketRow): Standing {
  const { service_id, state, files, need, called_at, called_tick, waited_ms, calls } = ticket;
  const { announced_tick, counter_id, person_id, call_seq, serving_tick, left_tick } = ticket;
  return {
    service_id,
    state,
    files,
    need,
    called_at,
    called_tick,
    waited_ms,
    calls,
    announced_tick,
    counter_id,
    person_id,
    call_seq,
    serving_tick,
    left_tick,
  };
}
