import { type Actor, actorId } from '../../contract/principal.ts';
import type { IssuedTicket, Priority, WaitPromise } from '../../contract/queue.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Store } from '../store/open.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { Calendar } from './calendar.ts';
import type { ServiceSettings } from './catalogue-schema.ts';
import type { Discipline } from './discipline.ts';
import { closedOnPaper, type Offers, promiseOnPaper } from './offers.ts';
import type { Moment, Paces } from './paces.ts';
import { place } from './placement.ts';
import type { ServiceDays } from './service-days.ts';
import type { TicketStore } from './ticket-store.ts';

/** What is printed for a ticket; texts and layout are printing's business. */
export interface SlipFacts {
  readonly jobId: string;
  readonly ticketId: string;
  readonly device: string;
  readonly service: ServiceSettings;
  readonly number: string;
  readonly priority: Priority | null;
  readonly peopleAhead: number;
  readonly promise: WaitPromise | null;
  readonly takenAt: string;
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

/** Issues and calls queue tickets. One instance per lounge; all methods are synchronous and atomic. */
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
    if (acted) {
      this.#its.days.entered(answer.serviceDay);
      this.#its.paces.taken(answer.serviceDay, service.id, now);
      this.#its.changed();
      this.#its.slips.wake();
    }
    return answer;
  }

  #issue(by: Actor, service: ServiceSettings, priority: Priority | null, now: Moment): IssuedTicket {
    const { tickets, days, ids, calendar, paces, offers, discipline } = this.#its;
    const serviceDay = days.enter();
    const where = { serviceDay, serviceId: service.id };
    const newcomer = { priority: priority !== null, tick: now.tick };
    const standing = place(tickets, discipline, where, newcomer, () => paces.interval(serviceDay, service.id, now));
    const issued = tickets.issued(serviceDay, service.id);
    const { wait, available } = offers.offer(service, serviceDay, standing, issued, now);
    if (!available.open) throw new DomainError('SERVICE_CLOSED', closedOnPaper(available, calendar));

    const serial = tickets.nextSerial(serviceDay, service.id);
    const id = ids.next();
    const printJobId = ids.next();
    const number = service.letter + String(serial).padStart(3, '0');
    const promise = wait && promiseOnPaper(wait, calendar);
    tickets.insert({
      id,
      service_day: serviceDay,
      service_id: service.id,
      serial,
      number,
      priority,
      device_id: by.device,
      print_job_id: printJobId,
      taken_at: now.wall,
      taken_tick: now.tick,
      people_ahead: standing.peopleAhead,
      promise_point: wait?.point ?? null,
      promise_from: wait?.fromMinutes ?? null,
      promise_to: wait?.toMinutes ?? null,
      promise_not_before: wait?.notBefore ?? null,
    });
    tickets.addEvent({
      ticketId: id,
      kind: 'taken',
      state: 'waiting',
      at: now.wall,
      tick: now.tick,
      actor: actorId(by),
      counterId: null,
      rule: null,
    });
    const { peopleAhead } = standing;
    this.#its.slips.enqueue({
      jobId: printJobId,
      ticketId: id,
      device: by.device,
      service,
      number,
      priority,
      peopleAhead,
      promise,
      takenAt: calendar.iso(now.wall),
    });
    return { id, number, serviceDay, position: peopleAhead + 1, peopleAhead, promise, printJobId };
  }

  /**
   * Calls one waiting ticket to a counter.
   * @param rule what chose it, written with the call
   * @throws DomainError TICKET_UNKNOWN when it does not wait (any more)
   */
  call(by: Actor, ticketId: string, counterId: string, rule = 'chosen'): void {
    const now = this.#now();
    const { store, tickets } = this.#its;
    const called = store.immediate(() => {
      const claimed = tickets.claim(ticketId, counterId, now.wall, now.tick);
      if (!claimed) throw new DomainError('TICKET_UNKNOWN');
      const callSeq = tickets.addEvent({
        ticketId,
        kind: 'called',
        state: 'called',
        at: now.wall,
        tick: now.tick,
        actor: actorId(by),
        counterId,
        rule,
      });
      tickets.numberCall(ticketId, callSeq);
      return { ...claimed, before: tickets.line(claimed.serviceDay, claimed.serviceId).waiting + 1 };
    });
    this.#its.paces.called(called.serviceDay, called.serviceId, called.takenTick, now, called.before);
    this.#its.changed();
  }

  #now(): Moment {
    return { wall: this.#its.clock.wall(), tick: this.#its.clock.tick() };
  }
}
