import type { Bilingual } from '../../contract/base.ts';
import type { ServiceSettings } from '../../contract/catalogue.ts';
import type { ClosedReason } from '../../contract/queue.ts';
import type { Calendar, DayPlan, Interval } from './calendar.ts';

const minute = 60_000;

/** How far ahead the next opening is looked for: past the longest run of holidays. */
const searchedDays = 60;

/** A supervisor gives no numbers until then (Unix ms; null: the rest of the day), and why. */
export interface ClosedNow {
  readonly until: number | null;
  readonly reason: Bilingual;
}

/** What of today counts, besides the calendar. */
export interface Today {
  readonly wall: number;
  /** False while the clock is behind: hours mean nothing then, and the queue goes on. */
  readonly hoursKnown: boolean;
  /** The hub can keep no more numbers, or is not believed yet: nothing is given, whatever the hours. */
  readonly machineStands: boolean;
  /** Numbers given today. */
  readonly issued: number;
  /** When the promise of the next number would end, Unix ms; null where there is none. */
  readonly promiseEnds: number | null;
  readonly closedNow: ClosedNow | null;
}

export type ServiceAvailability =
  | { readonly open: true; readonly closesAt: number | null }
  | {
      readonly open: false;
      readonly reason: ClosedReason;
      readonly reopensAt: number | null;
      readonly notice: Bilingual | null;
    };

/**
 * The one place that decides whether a service gives numbers now, why not, and when again. Order: the machine, holiday, weekday,
 * closing, last ticket, a supervisor's "closed now", opening, break, quota, and a promise that would end after closing.
 */
export function availability(
  service: ServiceSettings,
  calendar: Calendar,
  lastTicketMinutes: number,
  today: Today,
): ServiceAvailability {
  const overQuota = service.dailyQuota !== undefined && today.issued >= service.dailyQuota;
  if (today.machineStands) return { open: false, reason: 'machine', reopensAt: null, notice: null };
  if (!today.hoursKnown) {
    if (today.closedNow)
      return { open: false, reason: 'closed_now', reopensAt: today.closedNow.until, notice: today.closedNow.reason };
    return overQuota
      ? { open: false, reason: 'quota_reached', reopensAt: null, notice: null }
      : { open: true, closesAt: null };
  }

  // Hours are those of the date on the wall: the service day stays ahead of it when the clock was moved back.
  const date = calendar.dateAt(today.wall);
  const plan = calendar.planOf(date, service);
  const closedUntil = today.closedNow?.until ?? null;
  const closed = (reason: ClosedReason, opensAt = nextOpening(service, calendar, date), notice = plan.holiday) => ({
    open: false as const,
    reason,
    reopensAt:
      opensAt !== null && closedUntil !== null && closedUntil > opensAt
        ? openingFrom(closedUntil, service, calendar, lastTicketMinutes)
        : opensAt,
    notice,
  });

  if (plan.holiday) return closed('holiday');
  const closing = plan.serving.at(-1)?.to;
  if (closing === undefined || plan.taking.length === 0) return closed('closed_today');
  if (today.wall >= closing) return closed('after_closing');
  if (today.wall >= lastTicketAt(plan, closing, service, lastTicketMinutes)) return closed('after_last_ticket');
  if (today.closedNow) {
    const opensAt = closedUntil === null ? undefined : openingFrom(closedUntil, service, calendar, lastTicketMinutes);
    return closed('closed_now', opensAt, today.closedNow.reason);
  }
  if (!plan.taking.some((hours) => within(hours, today.wall))) {
    const next = plan.taking.find((hours) => hours.from > today.wall);
    return closed(next === plan.taking[0] ? 'before_opening' : 'break', next?.from ?? null);
  }
  if (overQuota) return closed('quota_reached');
  if (today.promiseEnds !== null && today.promiseEnds > closing) return closed('line_too_long');
  return { open: true, closesAt: closing };
}

/** The moment from which no number is given: before closing, or at the end of the hours of taking if that is sooner. */
function lastTicketAt(plan: DayPlan, closing: number, service: ServiceSettings, lastTicketMinutes: number): number {
  const cutOff = closing - (service.lastTicketMinutes ?? lastTicketMinutes) * minute;
  return Math.min(cutOff, plan.taking.at(-1)?.to ?? cutOff);
}

/** The first moment from `wall` on at which numbers are given by the calendar. */
function openingFrom(
  wall: number,
  service: ServiceSettings,
  calendar: Calendar,
  lastTicketMinutes: number,
): number | null {
  const date = calendar.dateAt(wall);
  const plan = calendar.planOf(date, service);
  const closing = plan.serving.at(-1)?.to;
  const last = closing === undefined ? 0 : lastTicketAt(plan, closing, service, lastTicketMinutes);
  const hours = plan.taking.find(({ to }) => wall < Math.min(to, last));
  return hours ? Math.max(wall, hours.from) : nextOpening(service, calendar, date);
}

function nextOpening(service: ServiceSettings, calendar: Calendar, after: string): number | null {
  for (const date of calendar.datesAfter(after, searchedDays)) {
    const plan = calendar.planOf(date, service);
    if (plan.serving.length > 0 && plan.taking[0]) return plan.taking[0].from;
  }
  return null;
}

function within(hours: Interval, wall: number): boolean {
  return hours.from <= wall && wall < hours.to;
}
