import type { ServiceSettings } from '../../contract/catalogue.ts';
import type { Actor } from '../../contract/principal.ts';
import type { UnservedTicket } from '../../contract/queue.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { Calendar } from './calendar.ts';
import type { CallStore } from './call-store.ts';
import * as lifecycle from './lifecycle.ts';
import type { Moment } from './paces.ts';
import type { ServiceDays } from './service-days.ts';
import type { StepWriter } from './step-writer.ts';
import type { TicketRow } from './ticket-row.ts';

/** A day on which a service serves again, and when it opens then (Unix ms). */
export interface NextDay {
  readonly day: string;
  readonly opensAt: number;
}

export interface ClosingParts {
  readonly callings: CallStore;
  readonly steps: StepWriter;
  readonly keys: RequestKeys;
  readonly services: ReadonlyMap<string, ServiceSettings>;
  readonly calendar: Calendar;
  readonly days: ServiceDays;
  readonly clock: { wall(): number; tick(): number };
  /** Writes a ticket of the next day with its slip; called inside the transaction. */
  readonly carry: (
    by: Actor,
    before: TicketRow,
    service: ServiceSettings,
    next: NextDay,
    now: Moment,
  ) => { number: string };
  readonly changed: () => void;
}

/** How far ahead the next open day is looked for. */
const searchedDays = 30;

/** What ends tickets together: the end of the day, and numbers that somebody took for fun. */
export class Closing {
  readonly #its: ClosingParts;

  constructor(parts: ClosingParts) {
    this.#its = parts;
  }

  /** Who was not finished today, in order of taking. */
  unserved(): UnservedTicket[] {
    const { callings, days, calendar } = this.#its;
    return callings.unserved(days.current).map(({ id, number, service_id, state, taken_at }) => ({
      id,
      number,
      serviceId: service_id,
      state,
      takenAt: calendar.iso(taken_at),
    }));
  }

  /**
   * Ends the day for everybody who waits or was put aside; whoever stands at a counter is finished there.
   * @returns each number, with its first place on the next open day when `carry` was asked and there is one
   */
  endDay(by: Actor, { carry, requestKey }: { carry: boolean; requestKey: string }) {
    const now = this.#now();
    return this.#once(by, requestKey, ['queue.endDay', carry], () =>
      this.#its.callings
        .unserved(this.#its.days.current)
        .filter(({ state }) => state === 'waiting' || state === 'parked')
        .map((ticket) => {
          this.#cancel(by, ticket, 'end_of_day', now);
          return { number: ticket.number, next: carry ? this.#carry(by, ticket, now) : null };
        }),
    );
  }

  /** @throws DomainError SERVICE_UNKNOWN */
  voidRun(by: Actor, asked: { serviceId: string; from: number; to: number; requestKey: string }) {
    const { serviceId, from, to, requestKey } = asked;
    if (!this.#its.services.has(serviceId)) throw new DomainError('SERVICE_UNKNOWN');
    const now = this.#now();
    return this.#once(by, requestKey, ['queue.voidRun', serviceId, from, to], () => {
      const run = this.#its.callings.waitingRun(this.#its.days.current, serviceId, from, to);
      for (const ticket of run) this.#cancel(by, ticket, 'abuse', now);
      return { cancelled: run.map(({ number }) => number) };
    });
  }

  #once<A>(by: Actor, requestKey: string, body: unknown, act: () => A): A {
    const { answer, acted } = this.#its.keys.once(by, requestKey, body, act);
    if (acted) this.#its.changed();
    return answer;
  }

  #cancel(by: Actor, ticket: TicketRow, rule: string, now: Moment): void {
    this.#its.steps.write(ticket, lifecycle.cancelled(ticket, now), { by, now, counterId: null, rule });
  }

  #carry(by: Actor, ticket: TicketRow, now: Moment): { number: string; day: string } | null {
    const service = this.#its.services.get(ticket.service_id);
    const next = service && this.#nextDay(service);
    if (!next) return null;
    return { number: this.#its.carry(by, ticket, service, next, now).number, day: next.day };
  }

  #nextDay(service: ServiceSettings): NextDay | null {
    const { calendar, days } = this.#its;
    for (const day of calendar.datesAfter(days.current, searchedDays)) {
      const opensAt = calendar.planOf(day, service).serving[0]?.from;
      if (opensAt !== undefined) return { day, opensAt };
    }
    return null;
  }

  #now(): Moment {
    return { wall: this.#its.clock.wall(), tick: this.#its.clock.tick() };
  }
}
