import type { Call, PauseReason, QueueSnapshot, Service, Ticket } from '../../contract/queue.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Calendar } from './calendar.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { Catalogue } from './catalogue.ts';
import type { CounterRow } from './counter-store.ts';
import type { Counters } from './counters.ts';
import type { Discipline } from './discipline.ts';
import { availabilityOnPaper, type Offers, promiseOnPaper } from './offers.ts';
import type { PassedRule } from './passed-rule.ts';
import { behindAll } from './placement.ts';
import type { ServiceDays } from './service-days.ts';
import { plainNumber } from './ticket-number.ts';
import type { TicketRow } from './ticket-row.ts';
import type { TicketStore } from './ticket-store.ts';

export interface BoardParts {
  readonly tickets: TicketStore;
  readonly callings: CallStore;
  readonly counters: Counters;
  readonly passed: PassedRule;
  readonly catalogue: Catalogue;
  readonly calendar: Calendar;
  readonly days: ServiceDays;
  readonly offers: Offers;
  readonly discipline: Discipline;
  readonly clock: { wall(): number; tick(): number };
}

/** How many of the latest calls are looked at to find the last one of each counter. */
const recentCalls = 60;

/** What can be seen of the queue; changes nothing. */
export class Board {
  readonly #its: BoardParts;

  constructor(parts: BoardParts) {
    this.#its = parts;
  }

  /** One ticket; its place is counted by the scores of now. @throws DomainError TICKET_UNKNOWN */
  ticket(id: string): Ticket {
    const row = this.#its.tickets.find(id);
    if (!row) throw new DomainError('TICKET_UNKNOWN');
    return this.#ticket(row);
  }

  /** A ticket of today by the number on its paper, however it was typed. @throws DomainError TICKET_UNKNOWN */
  byNumber(number: string): Ticket {
    const [row] = this.#its.callings.byNumber(this.#its.days.current, plainNumber(number));
    if (!row) throw new DomainError('TICKET_UNKNOWN');
    return this.#ticket(row);
  }

  #ticket(row: TicketRow): Ticket {
    const { calendar, passed } = this.#its;
    const peopleAhead = row.state === 'waiting' ? this.peopleAhead(row) : null;
    return {
      id: row.id,
      number: row.number,
      serviceId: row.service_id,
      serviceDay: row.service_day,
      state: row.state,
      priority: row.priority,
      takenAt: calendar.iso(row.taken_at),
      calledAt: row.called_at === null ? null : calendar.iso(row.called_at),
      counterId: row.counter_id,
      canBeCalledBack: row.state === 'no_show' && passed.allows(row),
      position: peopleAhead === null ? null : peopleAhead + 1,
      peopleAhead,
      promise: this.#storedPromise(row),
      printJobId: row.print_job_id,
    };
  }

  /** Everything a screen of the lounge needs to know of the queue. */
  snapshot(): QueueSnapshot {
    const { calendar, days, catalogue, clock } = this.#its;
    return {
      at: calendar.iso(clock.wall()),
      serviceDay: days.current,
      agencies: [...catalogue.agencies],
      services: this.services(),
      calls: this.calls(),
    };
  }

  /** Every service with what is open, how many wait and what a newcomer without priority would be promised. */
  services(): Service[] {
    const { tickets, days, catalogue, counters, calendar, offers, clock } = this.#its;
    const now = { wall: clock.wall(), tick: clock.tick() };
    const day = days.current;
    const lines = tickets.lines(day);
    const issued = tickets.issuedAll(day);
    const rows = new Map(counters.all.map(({ id }) => [id, counters.row(id)]));
    return catalogue.services.map((service) => {
      const line = lines.get(service.id) ?? { waiting: 0, files: 0, headTick: null };
      const { available, wait } = offers.offer(service, day, behindAll(line), issued.get(service.id) ?? 0, now);
      return {
        id: service.id,
        letter: service.letter,
        name: service.name,
        agencyId: service.agencyId,
        icon: service.icon,
        hue: service.hue,
        bring: service.bring,
        availability: availabilityOnPaper(available, calendar),
        waiting: line.waiting,
        promise: available.open && wait ? promiseOnPaper(wait, calendar) : null,
        paused: pauseOf(service.counters.map((id) => rows.get(id))),
      };
    });
  }

  /** The latest call of each counter today, newest first. */
  calls(): Call[] {
    const { callings, days } = this.#its;
    const latest = new Map<string, Call>();
    for (const row of callings.calls(days.current, recentCalls))
      if (!latest.has(row.counter_id)) latest.set(row.counter_id, this.call(row));
    return [...latest.values()];
  }

  /** The contract's form of a call. */
  call(row: CallRow): Call {
    const { catalogue, calendar } = this.#its;
    const counter = catalogue.counters.find(({ id }) => id === row.counter_id);
    return {
      callSeq: row.call_seq,
      number: row.number,
      counterId: row.counter_id,
      counterName: counter?.name ?? { id: row.counter_id, en: row.counter_id },
      calledAt: calendar.iso(row.at),
    };
  }

  /** How many would be called before somebody who waits, by the scores of now. */
  peopleAhead(row: TicketRow): number {
    const { tickets, discipline, clock } = this.#its;
    const line = tickets.waiting(row.service_day, row.service_id);
    const person = line.find((waiting) => waiting.id === row.id);
    if (!person) return 0;
    const history = { regularSincePriority: tickets.regularSincePriority(row.service_day, [row.service_id]) };
    return discipline.peopleAhead(person, line, clock.tick(), history);
  }

  #storedPromise(row: TicketRow) {
    if (row.promise_point === null || row.promise_from === null || row.promise_to === null) return null;
    const wait = {
      point: row.promise_point,
      fromMinutes: row.promise_from,
      toMinutes: row.promise_to,
      notBefore: row.promise_not_before,
    };
    return promiseOnPaper(wait, this.#its.calendar);
  }
}

/** Why nobody calls for a service: its counters at work are all paused. A closed counter says nothing. */
function pauseOf(rows: readonly (CounterRow | undefined)[]): PauseReason | null {
  const atWork = rows.filter((row) => row && row.state !== 'closed');
  if (atWork.some((row) => row?.state === 'open')) return null;
  return atWork[0]?.pause_reason ?? null;
}
