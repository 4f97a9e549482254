import type { ServiceSettings } from '../../contract/catalogue.ts';
import type { TicketState } from '../../contract/queue.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Calendar } from './calendar.ts';
import type { ServiceDays } from './service-days.ts';
import type { TicketRow } from './ticket-row.ts';
import type { TicketStore } from './ticket-store.ts';
import type { PaperFacts, Receipt } from './tickets.ts';

export interface PapersParts {
  readonly tickets: TicketStore;
  readonly services: ReadonlyMap<string, ServiceSettings>;
  readonly calendar: Calendar;
  readonly days: ServiceDays;
  /** How many of those who wait would be called before this one. */
  readonly peopleAhead: (row: TicketRow) => number;
  /** What the request of whoever has this ticket says on its paper. */
  readonly receiptOf: (ticketId: string) => Receipt | null;
}

/** A ticket as a paper printed now would have it. */
export interface PaperNow extends PaperFacts {
  /** Where it was taken. */
  readonly device: string;
  /** Of its first paper; null for a pre-printed spare number. */
  readonly printJobId: string | null;
}

const ended: readonly TicketState[] = ['done', 'cancelled'];

/** Papers of tickets that have one already. */
export class Papers {
  readonly #its: PapersParts;

  constructor(parts: PapersParts) {
    this.#its = parts;
  }

  /** Where a ticket was taken; undefined for one that nobody knows. */
  deviceOf(ticketId: string): string | undefined {
    return this.#its.tickets.find(ticketId)?.device_id;
  }

  /**
   * What is true of a ticket now. Its promise was given when it was taken and is not said again.
   * @throws DomainError TICKET_UNKNOWN, also for one of another day; TICKET_STATE for one that has ended
   */
  now(ticketId: string): PaperNow {
    const { tickets, services, calendar, days, peopleAhead, receiptOf } = this.#its;
    const row = tickets.find(ticketId);
    const service = row && services.get(row.service_id);
    if (!row || !service || row.service_day !== days.current) throw new DomainError('TICKET_UNKNOWN');
    if (ended.includes(row.state)) throw new DomainError('TICKET_STATE');
    const before = row.follows === null ? undefined : tickets.find(row.follows);
    const carried = before !== undefined && before.service_day !== row.service_day;
    const opening = carried ? calendar.planOf(row.service_day, service).serving[0]?.from : undefined;
    return {
      ticketId: row.id,
      service,
      number: row.number,
      priority: row.priority,
      peopleAhead: row.state === 'waiting' ? peopleAhead(row) : null,
      promise: null,
      takenAt: calendar.iso(row.taken_at),
      before: before?.number ?? null,
      opensAt: opening === undefined ? null : calendar.iso(opening),
      receipt: receiptOf(row.id),
      device: row.device_id,
      printJobId: row.print_job_id,
    };
  }
}
