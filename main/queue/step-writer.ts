import { type Actor, actorId } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { CallStore } from './call-store.ts';
import { type Step, standingOf } from './lifecycle.ts';
import type { Moment } from './paces.ts';
import type { TicketRow } from './ticket-row.ts';
import type { TicketStore } from './ticket-store.ts';
import type { Moved } from './undo.ts';

/** By whom, when, where and why a step is made. */
export interface Circumstances {
  readonly by: Actor;
  readonly now: Moment;
  readonly counterId: string | null;
  /** Which rule chose, or why. */
  readonly rule: string | null;
}

/** Writes what happens to tickets: the event, and what the ticket has become. Inside the caller's transaction. */
export class StepWriter {
  readonly #tickets: TicketStore;
  readonly #callings: CallStore;

  constructor(tickets: TicketStore, callings: CallStore) {
    this.#tickets = tickets;
    this.#callings = callings;
  }

  /** @throws DomainError TICKET_STATE when somebody else was faster */
  write(ticket: TicketRow, step: Step, circumstances: Circumstances): Moved {
    this.#event(ticket, step, circumstances);
    return this.#move(ticket, step.standing);
  }

  /** A step that is a call: its event gives it its place among all calls. @throws DomainError TICKET_STATE */
  writeCall(ticket: TicketRow, step: Step, circumstances: Circumstances): Moved {
    const call_seq = this.#event(ticket, step, circumstances);
    return this.#move(ticket, { ...step.standing, call_seq });
  }

  #event(ticket: TicketRow, { kind, standing }: Step, { by, now, counterId, rule }: Circumstances): number {
    return this.#tickets.addEvent({
      ticketId: ticket.id,
      kind,
      state: standing.state,
      serviceId: standing.service_id,
      at: now.wall,
      tick: now.tick,
      actor: actorId(by),
      counterId,
      rule,
    });
  }

  #move(ticket: TicketRow, became: Step['standing']): Moved {
    if (!this.#callings.move(ticket.id, ticket.state, became)) throw new DomainError('TICKET_STATE');
    return { ticketId: ticket.id, number: ticket.number, was: standingOf(ticket), became };
  }
}
