import type { ServiceSettings } from '../../contract/catalogue.ts';
import type { Need, Outcome } from '../../contract/counters.ts';
import type { Actor } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { At, CounterActs } from './counter-act.ts';
import * as lifecycle from './lifecycle.ts';
import type { Moment, Paces } from './paces.ts';
import type { PassedRule } from './passed-rule.ts';
import type { TicketRow } from './ticket-row.ts';

/** What the queue gives a person who goes on to another service. */
export interface FollowingTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly printJobId: string;
}

export interface ErrandsParts {
  readonly acts: CounterActs;
  readonly services: ReadonlyMap<string, ServiceSettings>;
  readonly paces: Paces;
  readonly passed: PassedRule;
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
}

/** What takes a person away from the straight way: put aside, handed over, another matter, given up. */
export class Errands {
  readonly #its: ErrandsParts;

  constructor(parts: ErrandsParts) {
    this.#its = parts;
  }

  park(by: Actor, asked: At): Outcome {
    return this.#its.acts.run(by, asked, ['park'], (act) => {
      const ticket = act.current();
      act.write(ticket, lifecycle.parked(ticket, act.now));
    });
  }

  /** A missed or parked ticket waits again, with the waiting time it had. @throws DomainError TOO_MANY_PASSED */
  returnToLine(by: Actor, asked: At & { ticketId: string }): Outcome {
    return this.#its.acts.run(by, asked, ['returnToLine', asked.ticketId], (act) => {
      act.held();
      const ticket = act.ticket(asked.ticketId);
      if (!this.#its.passed.allows(ticket)) throw new DomainError('TOO_MANY_PASSED');
      act.write(ticket, lifecycle.returned(ticket));
      act.after(() => this.#its.paces.taken(ticket.service_day, ticket.service_id, act.now));
    });
  }

  /** Number and waiting time stay. @throws DomainError SERVICE_UNKNOWN, SERVICE_CLOSED */
  transfer(by: Actor, asked: At & { serviceId: string }): Outcome {
    return this.#its.acts.run(by, asked, ['transfer', asked.serviceId], (act) => {
      const ticket = act.current();
      const service = this.#openService(asked.serviceId, act.now);
      act.write(ticket, lifecycle.transferred(ticket, service.id));
      act.after(() => this.#its.paces.taken(ticket.service_day, service.id, act.now));
    });
  }

  /** A following ticket for another service of the same person; the current one goes on. */
  nextMatter(by: Actor, asked: At & { serviceId: string; files: number }): Outcome & { next: FollowingTicket } {
    return this.#its.acts.runFor(by, asked, ['nextMatter', asked.serviceId, asked.files], (act) => {
      const ticket = act.current();
      const service = this.#openService(asked.serviceId, act.now);
      act.after(() => this.#its.paces.taken(ticket.service_day, service.id, act.now));
      return { next: this.#its.follow(by, ticket, service, asked.files, act.now) };
    });
  }

  setNeed(by: Actor, asked: At & { ticketId: string; need: Need | null }): Outcome {
    return this.#its.acts.run(by, asked, ['setNeed', asked.ticketId, asked.need], (act) => {
      act.held();
      const ticket = act.ticket(asked.ticketId);
      act.write(ticket, lifecycle.needing(ticket, asked.need), asked.need);
    });
  }

  /** @throws DomainError TICKET_STATE for the ticket of another counter, or one that has ended */
  cancel(by: Actor, asked: At & { ticketId: string; reason: string }): Outcome {
    return this.#its.acts.run(by, asked, ['cancel', asked.ticketId, asked.reason], (act) => {
      act.held();
      const ticket = act.ticket(asked.ticketId);
      const atCounter = ticket.state === 'called' || ticket.state === 'serving';
      if (atCounter && ticket.counter_id !== act.counterId) throw new DomainError('TICKET_STATE');
      act.write(ticket, lifecycle.cancelled(ticket, act.now), asked.reason);
    });
  }

  #openService(serviceId: string, now: Moment): ServiceSettings {
    const service = this.#its.services.get(serviceId);
    if (!service) throw new DomainError('SERVICE_UNKNOWN');
    if (!this.#its.servesToday(service, now.wall)) throw new DomainError('SERVICE_CLOSED');
    return service;
  }
}
