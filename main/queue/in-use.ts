import type Database from 'better-sqlite3';
import type { CallStore } from './call-store.ts';
import type { Counters } from './counters.ts';
import type { ServiceDays } from './service-days.ts';

/** Tickets of a service, of today and of days to come, that somebody may still come with. */
export interface OpenTickets {
  readonly waiting: number;
  /** Called or served now. */
  readonly called: number;
  readonly parked: number;
  readonly missed: number;
}

const none: OpenTickets = { waiting: 0, called: 0, parked: 0, missed: 0 };

/** What people who are here need of the catalogue; read before a supervisor changes it. */
export class InUse {
  readonly #days: ServiceDays;
  readonly #counters: Counters;
  readonly #callings: CallStore;
  readonly #open;
  readonly #letters;

  constructor(db: Database.Database, days: ServiceDays, counters: Counters, callings: CallStore) {
    this.#days = days;
    this.#counters = counters;
    this.#callings = callings;
    this.#open = db.prepare<[string], OpenTickets & { service: string }>(
      `SELECT service_id AS service, sum(state = 'waiting') AS waiting, sum(state IN ('called', 'serving')) AS called,
         sum(state = 'parked') AS parked, sum(state = 'no_show') AS missed
       FROM ticket WHERE service_day >= ? GROUP BY service_id`,
    );
    this.#letters = db.prepare<[string], { letter: string; series: string }>(
      `SELECT DISTINCT rtrim(number, '0123456789') AS letter, series_id AS series FROM ticket WHERE service_day >= ?`,
    );
  }

  /** What of a service is open, by its id. */
  tickets(): (serviceId: string) => OpenTickets {
    const rows = new Map(this.#open.all(this.#days.current).map(({ service, ...open }) => [service, open]));
    return (serviceId) => rows.get(serviceId) ?? none;
  }

  /** Whether numbers with this letter were given today, or for a day to come, by another series than this. */
  letters(): (letter: string, series: string) => boolean {
    const rows = this.#letters.all(this.#days.current);
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
