import type { ServiceSettings } from '../../contract/catalogue.ts';
import type { Outcome } from '../../contract/counters.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Announcements } from './announcements.ts';
import type { CallStore } from './call-store.ts';
import type { At, CounterAct, CounterActs } from './counter-act.ts';
import type { Counters, KnownCounter } from './counters.ts';
import type { NoShowRule } from './lifecycle.ts';
import * as lifecycle from './lifecycle.ts';
import type { Moment, Paces } from './paces.ts';
import type { PassedRule } from './passed-rule.ts';
import type { ServiceDays } from './service-days.ts';
import type { TicketRow } from './ticket-row.ts';
import type { TicketStore } from './ticket-store.ts';
import type { Moved, Undo } from './undo.ts';
import type { WaitingLine } from './waiting-line.ts';

export interface CallingParts {
  readonly acts: CounterActs;
  readonly callings: CallStore;
  readonly tickets: TicketStore;
  readonly counters: Counters;
  readonly line: WaitingLine;
  readonly undo: Undo;
  readonly announcements: Announcements;
  readonly days: ServiceDays;
  readonly paces: Paces;
  readonly noShow: () => NoShowRule;
  readonly passed: PassedRule;
  readonly services: ReadonlyMap<string, ServiceSettings>;
  /** Writes a ticket for a pre-printed number, inside the transaction; gives its id, or null when it was used today. */
  readonly spare: (by: Actor, service: ServiceSettings, spare: number, now: Moment) => string | null;
}

/** Calling people to counters and finishing with them. */
export class Calling {
  readonly #its: CallingParts;

  constructor(parts: CallingParts) {
    this.#its = parts;
  }

  /** Calls whom the discipline puts first; `current` stays null when nobody waits. @throws DomainError COUNTER_BUSY */
  callNext(by: Actor, asked: At): Outcome {
    return this.#its.acts.run(by, asked, ['callNext'], (act) => {
      const called = this.#callFirst(act, act.free());
      if (called) act.canBeTakenBack('called', [called]);
    });
  }

  /** Calls a chosen ticket that waits. @throws DomainError COUNTER_BUSY, TICKET_UNKNOWN, TICKET_STATE */
  callTicket(by: Actor, asked: At & { ticketId: string; reason: string }): Outcome {
    return this.#its.acts.run(by, asked, ['callTicket', asked.ticketId, asked.reason], (act) => {
      act.free();
      const ticket = act.ticket(asked.ticketId);
      if (ticket.state !== 'waiting') throw new DomainError('TICKET_STATE');
      act.canBeTakenBack('called', [this.#call(act, ticket, asked.reason)]);
    });
  }

  /** Calls somebody who was missed or put aside. @throws DomainError TOO_MANY_PASSED */
  callBack(by: Actor, asked: At & { ticketId: string }): Outcome {
    return this.#its.acts.run(by, asked, ['callBack', asked.ticketId], (act) => {
      act.free();
      const ticket = act.ticket(asked.ticketId);
      if (ticket.state === 'waiting') throw new DomainError('TICKET_STATE');
      if (!this.#its.passed.allows(ticket)) throw new DomainError('TOO_MANY_PASSED');
      act.canBeTakenBack('called', [this.#call(act, ticket, 'came_back')]);
    });
  }

  /** Calls a pre-printed number. @throws DomainError SERVICE_UNKNOWN, SPARE_USED */
  callSpare(by: Actor, asked: At & { serviceId: string; spare: number }): Outcome {
    return this.#its.acts.run(by, asked, ['callSpare', asked.serviceId, asked.spare], (act) => {
      act.free();
      const service = this.#its.services.get(asked.serviceId);
      if (!service) throw new DomainError('SERVICE_UNKNOWN');
      const id = this.#its.spare(by, service, asked.spare, act.now);
      if (id === null) throw new DomainError('SPARE_USED');
      const { days } = this.#its;
      act.after(() => days.entered(days.current));
      const place = { counterId: act.counterId, personId: actorId(by) };
      const ticket = act.ticket(id);
      act.announce(ticket, lifecycle.called(ticket, place, act.now), 'spare');
    });
  }

  recall(by: Actor, asked: At): Outcome {
    return this.#its.acts.run(by, asked, ['recall'], (act) => {
      const ticket = act.current();
      act.announce(ticket, lifecycle.recalled(ticket, act.now));
    });
  }

  /** The called person has come. */
  serve(by: Actor, asked: At): Outcome {
    return this.#its.acts.run(by, asked, ['serve'], (act) => {
      const ticket = act.current();
      act.write(ticket, lifecycle.served(ticket, act.now));
    });
  }

  /** @throws DomainError NO_TICKET */
  done(by: Actor, asked: At & { files: number }): Outcome {
    return this.#its.acts.run(by, asked, ['done', asked.files], (act) => {
      act.canBeTakenBack('done', [finish(act, asked.files)]);
    });
  }

  /** One step: there is no moment in which a second press could call twice. */
  doneAndNext(by: Actor, asked: At & { files: number }): Outcome {
    return this.#its.acts.run(by, asked, ['doneAndNext', asked.files], (act) => {
      const counter = this.#its.counters.working(by, asked.counterId);
      const finished = finish(act, asked.files);
      const called = this.#callFirst(act, counter);
      act.canBeTakenBack('done', called ? [called, finished] : [finished]);
    });
  }

  /** @throws DomainError NO_SHOW_TOO_EARLY with the calls and seconds that are missing */
  noShow(by: Actor, asked: At): Outcome {
    return this.#its.acts.run(by, asked, ['noShow'], (act) => {
      const ticket = act.current();
      act.canBeTakenBack('no_show', [act.write(ticket, lifecycle.missed(ticket, this.#its.noShow(), act.now))]);
    });
  }

  /** Takes the last call, done or no-show back. @throws DomainError NOTHING_TO_UNDO */
  takeBack(by: Actor, asked: At): Outcome {
    const { undo, callings, announcements, paces } = this.#its;
    return this.#its.acts.run(by, asked, ['undo'], (act) => {
      act.held();
      const last = undo.last(asked.counterId, act.now.tick);
      if (!last) throw new DomainError('NOTHING_TO_UNDO');
      for (const { ticketId, was, became } of last.moved) {
        const ticket = callings.find(ticketId);
        // Somebody has gone on with it since.
        if (!ticket || ticket.state !== became.state || ticket.call_seq !== became.call_seq)
          throw new DomainError('NOTHING_TO_UNDO');
        act.write(ticket, { kind: 'undone', standing: was }, last.act);
        act.after(() => {
          announcements.withdraw(ticketId, was.call_seq ?? 0);
          // Of the line only a call out of it was learned.
          if (was.state === 'waiting') paces.forget(was.service_id);
        });
      }
    });
  }

  #callFirst(act: CounterAct, counter: KnownCounter): Moved | null {
    const { line, days, callings } = this.#its;
    const next = line.next(days.current, counter, act.now.tick);
    const ticket = next && callings.find(next.row.id);
    return ticket ? this.#call(act, ticket, next.rule) : null;
  }

  #call(act: CounterAct, ticket: TicketRow, rule: string): Moved {
    const { tickets, paces } = this.#its;
    const { service_day, service_id, taken_tick, state } = ticket;
    if (state === 'waiting') {
      const waitingBefore = tickets.line(service_day, service_id).waiting;
      act.after(() => paces.called(service_day, service_id, taken_tick, act.now, waitingBefore));
    }
    const place = { counterId: act.counterId, personId: actorId(act.by) };
    return act.announce(ticket, lifecycle.called(ticket, place, act.now), rule);
  }
}

function finish(act: CounterAct, files: number): Moved {
  const ticket = act.current();
  return act.write(ticket, lifecycle.done(ticket, files, act.now));
}
