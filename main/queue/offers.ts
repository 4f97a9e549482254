import type { Bilingual } from '../../contract/base.ts';
import type { Availability, WaitPromise } from '../../contract/queue.ts';
import { availability, type ServiceAvailability } from './availability.ts';
import type { Calendar } from './calendar.ts';
import type { ServiceSettings } from './catalogue-schema.ts';
import type { Moment, Paces } from './paces.ts';
import type { Placement } from './placement.ts';
import { type ClockWait, onTheClock } from './serving-time.ts';

/** What a service offers a newcomer now: a number or the reason why not, and the promise that goes with it. */
export interface Offer {
  readonly available: ServiceAvailability;
  readonly wait: ClockWait | null;
}

/** Makes offers: the promise decides with the calendar whether a number may be given, so both are found together. */
export class Offers {
  readonly #calendar: Calendar;
  readonly #paces: Paces;
  readonly #lastTicketMinutes: number;
  readonly #hoursKnown: () => boolean;

  /** @param hoursKnown whether hours mean anything: not while the clock is behind */
  constructor(calendar: Calendar, paces: Paces, lastTicketMinutes: number, hoursKnown: () => boolean) {
    this.#calendar = calendar;
    this.#paces = paces;
    this.#lastTicketMinutes = lastTicketMinutes;
    this.#hoursKnown = hoursKnown;
  }

  /** @param issued numbers of this service given today */
  offer(service: ServiceSettings, serviceDay: string, standing: Placement, issued: number, now: Moment): Offer {
    const hoursKnown = this.#hoursKnown();
    const wait = this.#wait(service, serviceDay, standing, hoursKnown, now);
    const promiseEnds = wait && now.wall + wait.toMinutes * 60_000;
    const today = { wall: now.wall, hoursKnown, issued, promiseEnds };
    return { wait, available: availability(service, this.#calendar, this.#lastTicketMinutes, today) };
  }

  #wait(
    service: ServiceSettings,
    serviceDay: string,
    standing: Placement,
    hoursKnown: boolean,
    now: Moment,
  ): ClockWait | null {
    const wait = this.#paces.promise(serviceDay, service.id, standing.callPosition, standing.headTick, now);
    if (!wait) return null;
    if (!hoursKnown) return { ...wait, notBefore: null };
    return onTheClock(wait, this.#calendar.planOf(this.#calendar.dateAt(now.wall), service), now.wall);
  }
}

/** The contract's form of a closed service. */
export function closedOnPaper(
  closed: Extract<ServiceAvailability, { open: false }>,
  calendar: Calendar,
): { reason: typeof closed.reason; reopensAt: string | null; notice: Bilingual | null } {
  const reopensAt = closed.reopensAt === null ? null : calendar.iso(closed.reopensAt);
  return { reason: closed.reason, reopensAt, notice: closed.notice };
}

/** The contract's form of what is open or why not. */
export function availabilityOnPaper(available: ServiceAvailability, calendar: Calendar): Availability {
  if (!available.open) return { open: false, ...closedOnPaper(available, calendar) };
  return { open: true, closesAt: available.closesAt === null ? null : calendar.iso(available.closesAt) };
}

/** The contract's form of a promise. */
export function promiseOnPaper(wait: ClockWait, calendar: Calendar): WaitPromise {
  const notBefore = wait.notBefore === null ? null : calendar.iso(wait.notBefore);
  return { point: wait.point, fromMinutes: wait.fromMinutes, toMinutes: wait.toMinutes, notBefore };
}
