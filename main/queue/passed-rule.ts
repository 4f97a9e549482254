import type { CallStore } from './call-store.ts';
import type { TicketRow } from './ticket-row.ts';

/** Whether a missed ticket may still be called. */
export class PassedRule {
  readonly #callings: CallStore;
  readonly #most: () => number;

  /** @param most others that may have been called meanwhile */
  constructor(callings: CallStore, most: () => number) {
    this.#callings = callings;
    this.#most = most;
  }

  /** One that was put aside always may. */
  allows(ticket: TicketRow): boolean {
    if (ticket.state !== 'no_show') return true;
    return this.#callings.passed(ticket.service_day, ticket.service_id, ticket.call_seq ?? 0) <= this.#most();
  }
}
