import type { Need, Outcome, PauseReason } from '../../contract/counters.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { Announcements } from './announcements.ts';
import type { CallStore } from './call-store.ts';
import type { ServiceSettings } from './catalogue-schema.ts';
import type { Counters, KnownCounter } from './counters.ts';
import type { NoShowRule, Place, Step } from './lifecycle.ts';
import * as lifecycle from './lifecycle.ts';
import type { Moment, Paces } from './paces.ts';
import type { ServiceDays } from './service-days.ts';
import type { TicketRow } from './ticket-row.ts';
import type { TicketStore } from './ticket-store.ts';
import type { TakenBack, Undo } from './undo.ts';
import type { WaitingLine } from './waiting-line.ts';

interface At {
  readonly counterId: string;
  readonly requestKey: string;
}

/** What the queue gives a person who goes on to another service. */
export interface FollowingTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly printJobId: string;
}

export interface CallingParts {
  readonly callings: CallStore;
  readonly tickets: TicketStore;
  readonly counters: Counters;
  readonly line: WaitingLine;
  readonly undo: Undo;
  readonly announcements: Announcements;
  readonly keys: RequestKeys;
  readonly services: ReadonlyMap<string, ServiceSettings>;
  readonly days: ServiceDays;
  readonly paces: Paces;
  readonly noShow: NoShowRule & { readonly passed: number };
  readonly clock: { wall(): number; tick(): number };
  /** Whether a service still serves people today. */
  readonly servesToday: (service: ServiceSettings, wall: number) => boolean;
  /** Writes a following ticket and its slip; called inside the transaction. */
  readonly follow: (
    by: Actor,
    before: TicketRow,
    service: ServiceSettings,
    files: number,
    now: Moment,
  ) => FollowingTicket;
  /** The transaction was committed: screens and printers may look. */
  readonly changed: () => void;
}

/** What a transaction did, told to the memory of this process once it stands. */
type Afterwards = () => void;

/**
 * What happens at counters. Every act is one transaction with its request key, so that a repeated key press or a lost
 * reply changes nothing twice.
 */
export class Calling {
  readonly #its: CallingParts;

  constructor(parts: CallingParts) {
    this.#its = parts;
  }

  /** @throws DomainError COUNTER_UNKNOWN, COUNTER_HELD, COUNTER_BUSY when the person's other counter still has a ticket */
  open(by: Actor, { counterId, requestKey, takeOver }: At & { takeOver: boolean }): Outcome {
    return this.#act(by, requestKey, ['open', counterId, takeOver], counterId, (now) => {
      const { counters } = this.#its;
      const held = counters.heldBy(actorId(by));
      if (held && held.id !== counterId && this.#ofToday(held.id)) throw new DomainError('COUNTER_BUSY');
      counters.open(by, counterId, takeOver, now);
      this.#clearEarlierDay(by, counterId, now);
    });
  }

  pause(by: Actor, { counterId, requestKey, reason }: At & { reason: PauseReason }): Outcome {
    return this.#act(by, requestKey, ['pause', counterId, reason], counterId, (now) =>
      this.#its.counters.pause(by, counterId, reason, now),
    );
  }

  resume(by: Actor, { counterId, requestKey }: At): Outcome {
    return this.#act(by, requestKey, ['resume', counterId], counterId, (now) =>
      this.#its.counters.resume(by, counterId, now),
    );
  }

  /** @throws DomainError COUNTER_BUSY while somebody stands there */
  close(by: Actor, { counterId, requestKey }: At): Outcome {
    return this.#act(by, requestKey, ['close', counterId], counterId, (now) => {
      if (this.#its.callings.atCounter(counterId)) throw new DomainError('COUNTER_BUSY');
      this.#its.counters.close(by, counterId, now);
    });
  }

  /** Calls whom the discipline puts first; `current` stays null when nobody waits. @throws DomainError COUNTER_BUSY */
  callNext(by: Actor, { counterId, requestKey }: At): Outcome {
    return this.#act(by, requestKey, ['callNext', counterId], counterId, (now, after) => {
      const counter = this.#free(by, counterId);
      const called = this.#callFirst(by, counter, now, after);
      if (called) after(() => this.#its.undo.keep(counterId, 'called', [called], now.tick));
    });
  }

  /** Calls a chosen ticket that waits. @throws DomainError COUNTER_BUSY, TICKET_UNKNOWN, TICKET_STATE */
  callTicket(
    by: Actor,
    { counterId, requestKey, ticketId, reason }: At & { ticketId: string; reason: string },
  ): Outcome {
    return this.#act(by, requestKey, ['callTicket', counterId, ticketId, reason], counterId, (now, after) => {
      this.#free(by, counterId);
      const ticket = this.#ticket(ticketId);
      if (ticket.state !== 'waiting') throw new DomainError('TICKET_STATE');
      const called = this.#call(by, ticket, counterId, reason, now, after);
      after(() => this.#its.undo.keep(counterId, 'called', [called], now.tick));
    });
  }

  /** Calls somebody who was missed or put aside. @throws DomainError TOO_MANY_PASSED */
  callBack(by: Actor, { counterId, requestKey, ticketId }: At & { ticketId: string }): Outcome {
    return this.#act(by, requestKey, ['callBack', counterId, ticketId], counterId, (now, after) => {
      this.#free(by, counterId);
      const ticket = this.#ticket(ticketId);
      if (ticket.state === 'waiting') throw new DomainError('TICKET_STATE');
      if (!this.canBeCalledBack(ticket)) throw new DomainError('TOO_MANY_PASSED');
      const called = this.#call(by, ticket, counterId, 'came_back', now, after);
      after(() => this.#its.undo.keep(counterId, 'called', [called], now.tick));
    });
  }

  recall(by: Actor, { counterId, requestKey }: At): Outcome {
    return this.#act(by, requestKey, ['recall', counterId], counterId, (now, after) => {
      const ticket = this.#current(by, counterId);
      this.#announce(by, ticket, lifecycle.recalled(ticket, now), counterId, null, now, after);
    });
  }

  serve(by: Actor, { counterId, requestKey }: At): Outcome {
    return this.#act(by, requestKey, ['serve', counterId], counterId, (now) => {
      const ticket = this.#current(by, counterId);
      this.#write(by, ticket, lifecycle.served(ticket, now), counterId, null, now);
    });
  }

  /** @throws DomainError NO_TICKET */
  done(by: Actor, { counterId, requestKey, files }: At & { files: number }): Outcome {
    return this.#act(by, requestKey, ['done', counterId, files], counterId, (now, after) => {
      const finished = this.#finish(by, counterId, files, now);
      after(() => this.#its.undo.keep(counterId, 'done', [finished], now.tick));
    });
  }

  /** One step: there is no moment in which a second press could call twice. */
  doneAndNext(by: Actor, { counterId, requestKey, files }: At & { files: number }): Outcome {
    return this.#act(by, requestKey, ['doneAndNext', counterId, files], counterId, (now, after) => {
      const counter = this.#its.counters.working(by, counterId);
      const finished = this.#finish(by, counterId, files, now);
      const called = this.#callFirst(by, counter, now, after);
      after(() => this.#its.undo.keep(counterId, 'done', called ? [called, finished] : [finished], now.tick));
    });
  }

  /** @throws DomainError NO_SHOW_TOO_EARLY with the calls and seconds that are missing */
  noShow(by: Actor, { counterId, requestKey }: At): Outcome {
    return this.#act(by, requestKey, ['noShow', counterId], counterId, (now, after) => {
      const ticket = this.#current(by, counterId);
      const missed = this.#write(by, ticket, lifecycle.missed(ticket, this.#its.noShow, now), counterId, null, now);
      after(() => this.#its.undo.keep(counterId, 'no_show', [missed], now.tick));
    });
  }

  park(by: Actor, { counterId, requestKey }: At): Outcome {
    return this.#act(by, requestKey, ['park', counterId], counterId, (now) => {
      const ticket = this.#current(by, counterId);
      this.#write(by, ticket, lifecycle.parked(ticket, now), counterId, null, now);
    });
  }

  /** A missed or parked ticket waits again, with the waiting time it had. */
  returnToLine(by: Actor, { counterId, requestKey, ticketId }: At & { ticketId: string }): Outcome {
    return this.#act(by, requestKey, ['returnToLine', counterId, ticketId], counterId, (now, after) => {
      this.#its.counters.ofHolder(by, counterId);
      const ticket = this.#ticket(ticketId);
      if (!this.canBeCalledBack(ticket)) throw new DomainError('TOO_MANY_PASSED');
      this.#write(by, ticket, lifecycle.returned(ticket), counterId, null, now);
      after(() => this.#its.paces.taken(ticket.service_day, ticket.service_id, now));
    });
  }

  /** Number and waiting time stay. @throws DomainError SERVICE_UNKNOWN, SERVICE_CLOSED */
  transfer(by: Actor, { counterId, requestKey, serviceId }: At & { serviceId: string }): Outcome {
    return this.#act(by, requestKey, ['transfer', counterId, serviceId], counterId, (now, after) => {
      const ticket = this.#current(by, counterId);
      this.#openService(serviceId, now);
      this.#write(by, ticket, lifecycle.transferred(ticket, serviceId), counterId, null, now);
      after(() => this.#its.paces.taken(ticket.service_day, serviceId, now));
    });
  }

  /** A following ticket for another service of the same person; the current one goes on. */
  nextMatter(by: Actor, asked: At & { serviceId: string; files: number }): Outcome & { next: FollowingTicket } {
    const { counterId, requestKey, serviceId, files } = asked;
    let next: FollowingTicket | undefined;
    const body = ['nextMatter', counterId, serviceId, files];
    return this.#act(
      by,
      requestKey,
      body,
      counterId,
      (now, after) => {
        const ticket = this.#current(by, counterId);
        const service = this.#openService(serviceId, now);
        next = this.#its.follow(by, ticket, service, files, now);
        after(() => this.#its.paces.taken(ticket.service_day, serviceId, now));
      },
      () => ({ next: next as FollowingTicket }),
    );
  }

  setNeed(by: Actor, { counterId, requestKey, ticketId, need }: At & { ticketId: string; need: Need | null }): Outcome {
    return this.#act(by, requestKey, ['setNeed', counterId, ticketId, need], counterId, (now) => {
      this.#its.counters.ofHolder(by, counterId);
      const ticket = this.#ticket(ticketId);
      this.#write(by, ticket, lifecycle.needing(ticket, need), counterId, need, now);
    });
  }

  /** @throws DomainError TICKET_STATE for the ticket of another counter, or one that has ended */
  cancel(by: Actor, { counterId, requestKey, ticketId, reason }: At & { ticketId: string; reason: string }): Outcome {
    return this.#act(by, requestKey, ['cancel', counterId, ticketId, reason], counterId, (now) => {
      this.#its.counters.ofHolder(by, counterId);
      const ticket = this.#ticket(ticketId);
      const elsewhere = ticket.counter_id !== counterId && (ticket.state === 'called' || ticket.state === 'serving');
      if (elsewhere) throw new DomainError('TICKET_STATE');
      this.#write(by, ticket, lifecycle.cancelled(ticket, now), counterId, reason, now);
    });
  }

  /** Takes the last call, done or no-show back. @throws DomainError NOTHING_TO_UNDO */
  takeBack(by: Actor, { counterId, requestKey }: At): Outcome {
    return this.#act(by, requestKey, ['undo', counterId], counterId, (now, after) => {
      const { counters, undo, callings, announcements, paces } = this.#its;
      counters.ofHolder(by, counterId);
      const last = undo.last(counterId, now.tick);
      if (!last) throw new DomainError('NOTHING_TO_UNDO');
      for (const { ticketId, was, became } of last.tickets) {
        const ticket = callings.find(ticketId);
        // Somebody has gone on with it since.
        if (!ticket || ticket.state !== became.state || ticket.call_seq !== became.call_seq)
          throw new DomainError('NOTHING_TO_UNDO');
        this.#write(by, ticket, { kind: 'undone', standing: was }, counterId, last.act, now);
      }
      after(() => {
        for (const { ticketId, was } of last.tickets) {
          announcements.withdraw(ticketId, was.call_seq ?? 0);
          paces.forget(was.service_id);
        }
      });
    });
  }

  /** Whether a missed ticket may still be called; one that was put aside always. */
  canBeCalledBack(ticket: TicketRow): boolean {
    if (ticket.state !== 'no_show') return true;
    const passed = this.#its.callings.passed(ticket.service_day, ticket.service_id, ticket.call_seq ?? 0);
    return passed <= this.#its.noShow.passed;
  }

  #act<Extra extends object = object>(
    by: Actor,
    requestKey: string,
    body: unknown[],
    counterId: string,
    act: (now: Moment, after: (then: Afterwards) => void) => void,
    extra: () => Extra = () => ({}) as Extra,
  ): Outcome & Extra {
    const now = { wall: this.#its.clock.wall(), tick: this.#its.clock.tick() };
    const afterwards: Afterwards[] = [];
    this.#its.counters.known(counterId);
    const { answer, acted } = this.#its.keys.once(by, requestKey, ['counters', ...body], () => {
      act(now, (then) => afterwards.push(then));
      const ticket = this.#its.callings.atCounter(counterId);
      const current = ticket ? { ticketId: ticket.id, number: ticket.number } : null;
      return { current, ...extra() };
    });
    if (acted) {
      // Whoever goes on has let the moment to take the act before back go by.
      this.#its.undo.forget(counterId);
      for (const then of afterwards) then();
      this.#its.changed();
    }
    return answer;
  }

  /** The person at a counter. @throws DomainError NO_TICKET */
  #current(by: Actor, counterId: string): TicketRow {
    this.#its.counters.ofHolder(by, counterId);
    const ticket = this.#its.callings.atCounter(counterId);
    if (!ticket) throw new DomainError('NO_TICKET');
    return ticket;
  }

  /** A counter that works and has nobody. @throws DomainError COUNTER_BUSY */
  #free(by: Actor, counterId: string): KnownCounter {
    const counter = this.#its.counters.working(by, counterId);
    if (this.#its.callings.atCounter(counterId)) throw new DomainError('COUNTER_BUSY');
    return counter;
  }

  /** Of today: numbers of another day are not called any more. */
  #ticket(id: string): TicketRow {
    const ticket = this.#its.callings.find(id);
    if (!ticket || ticket.service_day !== this.#its.days.current) throw new DomainError('TICKET_UNKNOWN');
    return ticket;
  }

  #ofToday(counterId: string): boolean {
    return this.#its.callings.atCounter(counterId)?.service_day === this.#its.days.current;
  }

  #openService(serviceId: string, now: Moment): ServiceSettings {
    const service = this.#its.services.get(serviceId);
    if (!service) throw new DomainError('SERVICE_UNKNOWN');
    if (!this.#its.servesToday(service, now.wall)) throw new DomainError('SERVICE_CLOSED');
    return service;
  }

  #finish(by: Actor, counterId: string, files: number, now: Moment): TakenBack {
    const ticket = this.#current(by, counterId);
    return this.#write(by, ticket, lifecycle.done(ticket, files, now), counterId, null, now);
  }

  #callFirst(by: Actor, counter: KnownCounter, now: Moment, after: (then: Afterwards) => void): TakenBack | null {
    const { line, days, callings } = this.#its;
    const next = line.next(days.current, counter, now.tick);
    const ticket = next && callings.find(next.row.id);
    return ticket ? this.#call(by, ticket, counter.id, next.rule, now, after) : null;
  }

  #call(
    by: Actor,
    ticket: TicketRow,
    counterId: string,
    rule: string,
    now: Moment,
    after: (then: Afterwards) => void,
  ): TakenBack {
    const place: Place = { counterId, personId: actorId(by) };
    const { service_day, service_id, taken_tick, state } = ticket;
    if (state === 'waiting') {
      const waitingBefore = this.#its.tickets.line(service_day, service_id).waiting;
      after(() => this.#its.paces.called(service_day, service_id, taken_tick, now, waitingBefore));
    }
    return this.#announce(by, ticket, lifecycle.called(ticket, place, now), counterId, rule, now, after);
  }

  /** Writes a call and gives it its place among all calls. */
  #announce(
    by: Actor,
    ticket: TicketRow,
    { kind, standing }: Step,
    counterId: string,
    rule: string | null,
    now: Moment,
    after: (then: Afterwards) => void,
  ): TakenBack {
    const call_seq = this.#event(by, ticket, { kind, standing }, counterId, rule, now);
    const became = { ...standing, call_seq };
    this.#move(ticket, became);
    const call = { call_seq, ticket_id: ticket.id, number: ticket.number, counter_id: counterId, at: now.wall };
    after(() => this.#its.announcements.add(call));
    return { ticketId: ticket.id, number: ticket.number, was: lifecycle.standingOf(ticket), became };
  }

  #write(by: Actor, ticket: TicketRow, step: Step, counterId: string, rule: string | null, now: Moment): TakenBack {
    this.#event(by, ticket, step, counterId, rule, now);
    this.#move(ticket, step.standing);
    return { ticketId: ticket.id, number: ticket.number, was: lifecycle.standingOf(ticket), became: step.standing };
  }

  #move(ticket: TicketRow, standing: Step['standing']): void {
    if (!this.#its.callings.move(ticket.id, ticket.state, standing)) throw new DomainError('TICKET_STATE');
  }

  #event(by: Actor, ticket: TicketRow, step: Step, counterId: string, rule: string | null, now: Moment): number {
    return this.#its.tickets.addEvent({
      ticketId: ticket.id,
      kind: step.kind,
      state: step.standing.state,
      serviceId: step.standing.service_id,
      at: now.wall,
      tick: now.tick,
      actor: actorId(by),
      counterId,
      rule,
    });
  }

  /** Somebody whom nobody finished on an earlier day is finished, so that the counter can begin. */
  #clearEarlierDay(by: Actor, counterId: string, now: Moment): void {
    const ticket = this.#its.callings.atCounter(counterId);
    if (!ticket || ticket.service_day === this.#its.days.current) return;
    const step = ticket.state === 'serving' ? lifecycle.done(ticket, 1, now) : lifecycle.cancelled(ticket, now);
    this.#write(by, ticket, step, counterId, 'new_day', now);
  }
}
