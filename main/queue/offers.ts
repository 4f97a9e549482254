import type { Bilingual } from '../../contract/base.ts';
import type { ServiceSettings } from '../../contract/catalogue.ts';
import type { Availability, WaitPromise } from '../../contract/queue.ts';
import { availability, type ClosedNow, type ServiceAvailability } from './availability.ts';
import type { Calendar } from './calendar.ts';
import type { Moment, Paces } from './paces.ts';
import type { Placement } from './placement.ts';
import { type ClockWait, onTheClock } from './serving-time.ts';

/** What a service offers a newcomer now: a number or the reason why not, and the promise that goes with it. */
export interface Offer {
  readonly available: ServiceAvailability;
  readonly wait: ClockWait | null;
}

export interface OffersParts {
  readonly calendar: Calendar;
  readonly paces: Paces;
  readonly lastTicketMinutes: () => number;
  /** Whether hours mean anything: not while the clock is behind. */
  readonly hoursKnown: () => boolean;
  readonly machineStands: () => boolean;
  /** What a supervisor closed for a while. */
  readonly closedNow: (serviceId: string, wall: number) => ClosedNow | null;
}

/** Makes offers: the promise decides with the calendar whether a number may be given, so both are found together. */
export class Offers {
  readonly #its: OffersParts;

  constructor(parts: OffersParts) {
    this.#its = parts;
  }

  /** @param issued numbers of this service given today */
  offer(service: ServiceSettings, serviceDay: string, standing: Placement, issued: number, now: Moment): Offer {
    const { calendar, lastTicketMinutes, machineStands, closedNow } = this.#its;
    const hoursKnown = this.#its.hoursKnown();
    const wait = this.#wait(service, serviceDay, standing, hoursKnown, now);
    const promiseEnds = wait && now.wall + wait.toMinutes * 60_000;
    const closed = closedNow(service.id, now.wall);
    const today = {
      wall: now.wall,
      hoursKnown,
      machineStands: machineStands(),
      issued,
      promiseEnds,
      closedNow: closed,
    };
    return { wait, available: availability(service, calendar, lastTicketMinutes(), today) };
  }

  #wait(
    service: ServiceSettings,
    serviceDay: string,
    standing: Placement,
    hoursKnown: boolean,
    now: Moment,
  ): ClockWait | null {
    const { paces, calendar } = this.#its;
    const wait = paces.promise(serviceDay, service.id, standing.callPosition, standing.headTick, now);
    if (!wait) return null;
    if (!hoursKnown) return { ...wait, notBefore: null };
    return onTheClock(wait, calendar.planOf(calendar.dateAt(now.wall), service), now.wall);
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
