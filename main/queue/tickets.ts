import type { Bilingual } from '../../contract/base.ts';
import type { ServiceSettings } from '../../contract/catalogue.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import type { IssuedTicket, Priority, WaitPromise } from '../../contract/queue.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Store } from '../store/open.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { Calendar } from './calendar.ts';
import type { Discipline } from './discipline.ts';
import { closedOnPaper, type Offers, promiseOnPaper } from './offers.ts';
import type { Moment, Paces } from './paces.ts';
import { behindAll, type Placement, place } from './placement.ts';
import type { ServiceDays } from './service-days.ts';
import type { ClockWait } from './serving-time.ts';
import { ticketNumber } from './ticket-number.ts';
import type { EventKind, TicketRow } from './ticket-row.ts';
import type { TicketStore } from './ticket-store.ts';

/** Of a letter that was asked for, on the ticket of whoever asked. */
export interface Receipt {
  /** As it is read: "7K2M-9QXD". */
  readonly tracking: string;
  /** Null for a letter that others are not to see. */
  readonly letter: Bilingual | null;
  readonly promisedAt: string | null;
  /** In the place of what the service asks for. */
  readonly bring: readonly Bilingual[];
}

/** What stands on a ticket's paper; texts and layout are printing's business. */
export interface PaperFacts {
  readonly ticketId: string;
  readonly service: ServiceSettings;
  readonly number: string;
  readonly priority: Priority | null;
  /** Null once the ticket has left the line. */
  readonly peopleAhead: number | null;
  readonly promise: WaitPromise | null;
  readonly takenAt: string;
  /** The number that this one goes on from, or takes the place of on a later day. */
  readonly before: string | null;
  /** When that later day opens; null for a ticket of the day on which it was taken. */
  readonly opensAt: string | null;
  readonly receipt: Receipt | null;
}

/** A paper that is to be printed for whoever stands at a device. */
export interface SlipFacts extends PaperFacts {
  readonly jobId: string;
  readonly device: string;
}

/** What the queue needs from printing. */
export interface SlipPrinter {
  /** Writes the print job; called inside the ticket's transaction. */
  enqueue(slip: SlipFacts): void;
  /** The transaction was committed. */
  wake(): void;
}

export interface TicketsParts {
  readonly store: Store;
  readonly tickets: TicketStore;
  readonly keys: RequestKeys;
  readonly services: ReadonlyMap<string, ServiceSettings>;
  readonly calendar: Calendar;
  readonly offers: Offers;
  readonly days: ServiceDays;
  readonly paces: Paces;
  readonly discipline: Discipline;
  readonly clock: { wall(): number; tick(): number };
  readonly ids: { next(): string };
  readonly slips: SlipPrinter;
  /** Something that screens show has changed. */
  readonly changed: () => void;
}

interface NewNumber {
  readonly by: Actor;
  readonly service: ServiceSettings;
  readonly serviceDay: string;
  readonly priority: Priority | null;
  readonly now: Moment;
  readonly standing: Placement;
  readonly wait: ClockWait | null;
  /** The matter before this one, of the same person. */
  readonly before: TicketRow | null;
  readonly files: number;
  /** When the later day opens for which it is given, Unix ms. */
  readonly opensAt?: number;
  readonly receipt?: (promise: WaitPromise | null) => Receipt;
}

/** The series of pre-printed numbers; no service can have this id. */
const spareSeries = 'SPARE';

/** Gives queue numbers. One instance per lounge; all methods are synchronous and atomic. */
export class Tickets {
  readonly #its: TicketsParts;

  constructor(parts: TicketsParts) {
    this.#its = parts;
  }

  /**
   * Gives the next number of a service for the current service day and queues its slip, in one transaction.
   * @throws DomainError SERVICE_UNKNOWN, SERVICE_CLOSED with reason and reopening, REQUEST_KEY_REUSED; nothing is written then
   */
  take(by: Actor, asked: { serviceId: string; priority: Priority | null; requestKey: string }): IssuedTicket {
    const service = this.#its.services.get(asked.serviceId);
    if (!service) throw new DomainError('SERVICE_UNKNOWN');
    const now = this.#now();
    const body = ['queue.take', asked.serviceId, asked.priority];
    const { answer, acted } = this.#its.keys.once(by, asked.requestKey, body, () =>
      this.#issue(by, service, asked.priority, now),
    );
    if (acted) this.#issued(answer, service.id, now);
    return answer;
  }

  /**
   * A number for somebody who asked for something else as well, inside the caller's transaction. Its paper is theirs too.
   * @param receipt what it says besides; the promise is that of the ticket
   * @returns the ticket, and what to call once the transaction is committed
   * @throws DomainError SERVICE_UNKNOWN, SERVICE_CLOSED with reason and reopening; nothing is written then
   */
  takeAlong(
    by: Actor,
    asked: { serviceId: string; priority: Priority | null },
    receipt: (promise: WaitPromise | null) => Receipt,
  ): { ticket: IssuedTicket; committed: () => void } {
    const service = this.#its.services.get(asked.serviceId);
    if (!service) throw new DomainError('SERVICE_UNKNOWN');
    const now = this.#now();
    const ticket = this.#issue(by, service, asked.priority, now, receipt);
    return { ticket, committed: () => this.#issued(ticket, service.id, now) };
  }

  #issued({ serviceDay }: IssuedTicket, serviceId: string, now: Moment): void {
    this.#its.days.entered(serviceDay);
    this.#its.paces.taken(serviceDay, serviceId, now);
    this.#its.changed();
    this.#its.slips.wake();
  }

  #issue(
    by: Actor,
    service: ServiceSettings,
    priority: Priority | null,
    now: Moment,
    receipt?: NewNumber['receipt'],
  ): IssuedTicket {
    const { tickets, days, calendar, paces, offers, discipline } = this.#its;
    const serviceDay = days.enter();
    const where = { serviceDay, serviceId: service.id };
    const newcomer = { priority: priority !== null, tick: now.tick };
    const standing = place(tickets, discipline, where, newcomer, () => paces.interval(serviceDay, service.id, now));
    const issued = tickets.issued(serviceDay, service.id);
    const { wait, available } = offers.offer(service, serviceDay, standing, issued, now);
    if (!available.open) throw new DomainError('SERVICE_CLOSED', closedOnPaper(available, calendar));

    const along = receipt === undefined ? {} : { receipt };
    return this.#write({ by, service, serviceDay, priority, now, standing, wait, before: null, files: 1, ...along });
  }

  /** Writes a number with its event and its slip. */
  #write({
    by,
    service,
    serviceDay,
    priority,
    now,
    standing,
    wait,
    before,
    files,
    opensAt,
    receipt,
  }: NewNumber): IssuedTicket {
    const { tickets, ids, calendar, slips } = this.#its;
    const serial = tickets.nextSerial(serviceDay, service.id);
    const id = ids.next();
    const printJobId = ids.next();
    const number = ticketNumber(service.letter, serial);
    const promise = wait && promiseOnPaper(wait, calendar);
    const { peopleAhead } = standing;
    tickets.insert({
      id,
      service_day: serviceDay,
      series_id: service.id,
      serial,
      number,
      priority,
      device_id: by.device,
      print_job_id: printJobId,
      taken_at: now.wall,
      taken_tick: before?.taken_tick ?? now.tick,
      people_ahead: peopleAhead,
      promise_point: wait?.point ?? null,
      promise_from: wait?.fromMinutes ?? null,
      promise_to: wait?.toMinutes ?? null,
      promise_not_before: wait?.notBefore ?? null,
      follows: before?.id ?? null,
      files,
    });
    this.#event(by, id, before ? 'followed' : 'taken', service.id, before?.counter_id ?? null, now);
    slips.enqueue({
      jobId: printJobId,
      ticketId: id,
      device: by.device,
      service,
      number,
      priority,
      // Who will stand there on a later day is not known today.
      peopleAhead: opensAt === undefined ? peopleAhead : null,
      promise,
      takenAt: calendar.iso(now.wall),
      before: before?.number ?? null,
      opensAt: opensAt === undefined ? null : calendar.iso(opensAt),
      receipt: receipt?.(promise) ?? null,
    });
    return { id, number, serviceDay, position: peopleAhead + 1, peopleAhead, promise, printJobId };
  }

  #event(by: Actor, ticketId: string, kind: EventKind, serviceId: string, counterId: string | null, now: Moment): void {
    this.#its.tickets.addEvent({
      ticketId,
      kind,
      state: 'waiting',
      serviceId,
      at: now.wall,
      tick: now.tick,
      actor: actorId(by),
      counterId,
      rule: null,
    });
  }

  /**
   * The next matter of a person: a ticket of another service with the waiting time of the one before. Writes ticket and
   * slip inside the caller's transaction; it needs no open hours of taking, for the person has waited already.
   */
  follow(
    by: Actor,
    before: TicketRow,
    service: ServiceSettings,
    files: number,
    now: Moment,
  ): { ticketId: string; number: string; printJobId: string } {
    const { discipline, tickets } = this.#its;
    const serviceDay = before.service_day;
    const newcomer = { priority: before.priority !== null, tick: before.taken_tick };
    const where = { serviceDay, serviceId: service.id };
    const standing = place(tickets, discipline, where, newcomer, () => 0);
    const facts = { by, service, serviceDay, priority: before.priority, now, standing, wait: null };
    const { id, number, printJobId } = this.#write({ ...facts, before, files });
    return { ticketId: id, number, printJobId };
  }

  /**
   * One of the first places on a later day for a ticket that was not served: it waits since it was first taken. The slip
   * says for which day it is. Writes inside the caller's transaction.
   */
  carry(
    by: Actor,
    before: TicketRow,
    service: ServiceSettings,
    next: { day: string; opensAt: number },
    now: Moment,
  ): { number: string } {
    const line = this.#its.tickets.line(next.day, service.id);
    const standing = behindAll(line);
    const facts = { by, service, serviceDay: next.day, priority: before.priority, standing, wait: null };
    return this.#write({ ...facts, now, before, files: before.files, opensAt: next.opensAt });
  }

  /** A ticket for a pre-printed number: no slip is printed. @returns its id, or null when the number was used today */
  spare(by: Actor, service: ServiceSettings, letter: string, spare: number, now: Moment): string | null {
    const { tickets, ids, days } = this.#its;
    const serviceDay = days.enter();
    const id = ids.next();
    const number = ticketNumber(letter, spare);
    const written = tickets.insertSpare({
      id,
      service_day: serviceDay,
      series_id: spareSeries,
      service_id: service.id,
      serial: spare,
      number,
      device_id: by.device,
      taken_at: now.wall,
      taken_tick: now.tick,
    });
    if (!written) return null;
    this.#event(by, id, 'followed', service.id, null, now);
    return id;
  }

  #now(): Moment {
    return { wall: this.#its.clock.wall(), tick: this.#its.clock.tick() };
  }
}
