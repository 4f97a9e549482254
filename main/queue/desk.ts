import type { ServiceSettings } from '../../contract/catalogue.ts';
import type { Counter, CounterSnapshot, CurrentTicket } from '../../contract/counters.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import type { Calendar } from './calendar.ts';
import type { CallStore } from './call-store.ts';
import type { CounterRow } from './counter-store.ts';
import type { Counters, KnownCounter } from './counters.ts';
import type { Discipline } from './discipline.ts';
import { type NoShowRule, noShowIn } from './lifecycle.ts';
import type { PassedRule } from './passed-rule.ts';
import type { ServiceDays } from './service-days.ts';
import { plainNumber } from './ticket-number.ts';
import type { TicketRow } from './ticket-row.ts';
import type { Undo } from './undo.ts';
import type { WaitingLine } from './waiting-line.ts';

/** What the desk shows of the house beside the queue. */
export interface HouseAtDesk {
  help(): CounterSnapshot['help'];
  printers(): CounterSnapshot['printers'];
  /** The name of a person by id. */
  nameOf(person: string): string;
}

export interface DeskParts {
  readonly callings: CallStore;
  readonly counters: Counters;
  readonly passed: PassedRule;
  readonly line: WaitingLine;
  readonly discipline: Discipline;
  readonly undo: Undo;
  readonly calendar: Calendar;
  readonly days: ServiceDays;
  readonly services: ReadonlyMap<string, ServiceSettings>;
  readonly noShow: () => NoShowRule;
  readonly clock: { wall(): number; tick(): number };
  readonly house: HouseAtDesk;
}

/** As many rows of the line as a counter's screen shows. */
const shownLine = 12;
const shownAside = 12;
/** How far around a minute a lost ticket is looked for. */
const aroundMs = 10 * 60_000;

/** What can be seen at counters; changes nothing. */
export class Desk {
  readonly #its: DeskParts;

  constructor(parts: DeskParts) {
    this.#its = parts;
  }

  /** Every counter as everybody may see it. */
  list(): Counter[] {
    return this.#its.counters.all.map((counter) => this.#counter(counter, this.#its.counters.row(counter.id)));
  }

  /** Everything one counter's screen shows. @throws DomainError COUNTER_UNKNOWN */
  snapshot(by: Actor, counterId: string): CounterSnapshot {
    const { counters, callings, days, line, undo, clock, house, calendar } = this.#its;
    const counter = counters.known(counterId);
    const row = counters.row(counterId);
    const tick = clock.tick();
    const day = days.current;
    const services = counter.services.map((service) => service.id);
    const aside = callings.aside(day, services);
    const last = undo.last(counterId, tick);
    const ticket = callings.atCounter(counterId);
    return {
      at: calendar.iso(clock.wall()),
      serviceDay: day,
      counter: this.#counter(counter, row),
      holder: row.holder === null ? null : { id: row.holder, name: house.nameOf(row.holder) },
      mine: row.holder === actorId(by),
      current: ticket && ticket.service_day === day ? this.#current(ticket, tick) : null,
      line: line.first(day, counter, tick, shownLine).map((person) => ({
        ticketId: person.row.id,
        number: person.row.number,
        serviceId: person.row.serviceId,
        priority: person.row.priority,
        need: person.row.need,
        waitedSeconds: seconds(tick - person.takenTick),
        why: this.#its.discipline.why(person, tick),
      })),
      waiting: callings.callable(day, services, counter.accessible),
      missed: aside
        .filter(({ state }) => state === 'no_show')
        .slice(0, shownAside)
        .map((missed) => ({
          ...head(missed),
          calls: missed.calls,
          missedSeconds: seconds(tick - (missed.left_tick ?? tick)),
          canBeCalledBack: this.#its.passed.allows(missed),
        })),
      parked: aside
        .filter(({ state }) => state === 'parked')
        .slice(0, shownAside)
        .map((parked) => ({
          ...head(parked),
          parkedSeconds: seconds(tick - (parked.left_tick ?? tick)),
          counterId: parked.counter_id,
        })),
      help: house.help(),
      printers: house.printers(),
      ...this.#served(day, row.holder),
      undo: last
        ? { act: last.act, number: last.moved.at(-1)?.number ?? '', seconds: seconds(last.untilTick - tick) }
        : null,
    };
  }

  /** Tickets of today by number, or of a service around a moment. */
  find(asked: { number?: string | undefined; serviceId?: string | undefined; around?: string | undefined }) {
    const { callings, days, calendar } = this.#its;
    const day = days.current;
    const rows: TicketRow[] = [];
    if (asked.number !== undefined) rows.push(...callings.byNumber(day, plainNumber(asked.number)));
    else if (asked.serviceId !== undefined && asked.around !== undefined) {
      const around = Date.parse(asked.around);
      rows.push(...callings.around(day, asked.serviceId, around - aroundMs, around + aroundMs));
    }
    return rows.map((row) => ({
      ...head(row),
      state: row.state,
      takenAt: calendar.iso(row.taken_at),
      calledAt: row.called_at === null ? null : calendar.iso(row.called_at),
      counterId: row.counter_id,
      printJobId: row.print_job_id,
    }));
  }

  /** Numbers that were called, did not come and may still be called, newest first. */
  missed(limit: number): string[] {
    const { callings, days, services, passed } = this.#its;
    return callings
      .aside(days.current, [...services.keys()])
      .filter((row) => row.state === 'no_show' && passed.allows(row))
      .slice(0, limit)
      .map((row) => row.number);
  }

  /** What somebody does at their counter; null when they hold none. Stays on their screen while it is locked. */
  workOf(person: string): {
    counterId: string;
    ticketId: string | null;
    number: string | null;
    servingSeconds: number | null;
  } | null {
    const { counters, callings, clock } = this.#its;
    const held = counters.heldBy(person);
    if (!held) return null;
    const ticket = callings.atCounter(held.id);
    const since = ticket?.serving_tick ?? ticket?.called_tick ?? null;
    const servingSeconds = since === null ? null : seconds(clock.tick() - since);
    return { counterId: held.id, ticketId: ticket?.id ?? null, number: ticket?.number ?? null, servingSeconds };
  }

  #counter(counter: KnownCounter, row: CounterRow): Counter {
    const ticket = this.#its.callings.atCounter(counter.id);
    return {
      id: counter.id,
      name: counter.name,
      state: row.state,
      pauseReason: row.pause_reason,
      since: row.since_at === null ? null : this.#its.calendar.iso(row.since_at),
      services: counter.services.map((service) => service.id),
      accessible: counter.accessible,
      number: ticket && ticket.service_day === this.#its.days.current ? ticket.number : null,
    };
  }

  #current(ticket: TicketRow, tick: number): CurrentTicket {
    return {
      ...head(ticket),
      state: ticket.state === 'serving' ? 'serving' : 'called',
      calls: ticket.calls,
      waitedSeconds: seconds(ticket.waited_ms ?? 0),
      calledSeconds: seconds(tick - (ticket.called_tick ?? tick)),
      servingSeconds: ticket.serving_tick === null ? null : seconds(tick - ticket.serving_tick),
      targetMinutes: this.#its.services.get(ticket.service_id)?.minutesPerPerson ?? null,
      files: ticket.files,
      noShowIn: noShowIn(ticket, this.#its.noShow(), tick),
    };
  }

  /** How many a person has finished today, and in what time. */
  #served(day: string, person: string | null): { served: number; medianMinutes: number | null } {
    const times = person === null ? [] : this.#its.callings.servedBy(day, person);
    const middle = times[Math.floor((times.length - 1) / 2)];
    return { served: times.length, medianMinutes: middle === undefined ? null : Math.round(middle / 6_000) / 10 };
  }
}

function head(row: TicketRow) {
  return {
    ticketId: row.id,
    number: row.number,
    serviceId: row.service_id,
    priority: row.priority,
    need: row.need,
  };
}

function seconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000));
}
