import type { CallStore } from './call-store.ts';
import type { Counters } from './counters.ts';
import type { ServiceDays } from './service-days.ts';
import type { OpenTickets, TicketStore } from './ticket-store.ts';

const none: OpenTickets = { waiting: 0, called: 0, parked: 0, missed: 0 };

/** What people who are here need of the catalogue; read before a supervisor changes it. */
export class InUse {
  readonly #days: ServiceDays;
  readonly #counters: Counters;
  readonly #callings: CallStore;
  readonly #tickets: TicketStore;

  constructor(tickets: TicketStore, days: ServiceDays, counters: Counters, callings: CallStore) {
    this.#days = days;
    this.#counters = counters;
    this.#callings = callings;
    this.#tickets = tickets;
  }

  /** What of a service is open, by its id. */
  tickets(): (serviceId: string) => OpenTickets {
    const rows = new Map(this.#tickets.openSince(this.#days.current).map(({ service, ...open }) => [service, open]));
    return (serviceId) => rows.get(serviceId) ?? none;
  }

  /** Whether numbers with this letter were given today, or for a day to come, by another series than this. */
  letters(): (letter: string, series: string) => boolean {
    const rows = this.#tickets.lettersSince(this.#days.current);
    return (letter, series) => rows.some((row) => row.letter === letter && row.series !== series);
  }

  /** Whether somebody works at a counter, or stands there. */
  counter(id: string): boolean {
    const ticket = this.#callings.atCounter(id);
    return (
      this.#counters.row(id).state !== 'closed' || (ticket !== undefined && ticket.service_day >= this.#days.current)
    );
  }
}
