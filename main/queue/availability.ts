import type { Bilingual } from '../../contract/base.ts';
import type { ClosedReason } from '../../contract/queue.ts';
import type { Calendar, DayPlan, Interval } from './calendar.ts';
import type { ServiceSettings } from './catalogue-schema.ts';

const minute = 60_000;

/** How far ahead the next opening is looked for: past the longest run of holidays. */
const searchedDays = 60;

/** What of today counts, besides the calendar. */
export interface Today {
  readonly wall: number;
  /** False while the clock is behind: hours mean nothing then, and the queue goes on. */
  readonly hoursKnown: boolean;
  /** Numbers given today. */
  readonly issued: number;
  /** When the promise of the next number would end, Unix ms; null where there is none. */
  readonly promiseEnds: number | null;
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
 * The one place that decides whether a service gives numbers now, why not, and when again. Order: holiday, weekday,
 * closing, last ticket, opening, break, quota, and a promise that would end after closing.
 */
export function availability(
  service: ServiceSettings,
  calendar: Calendar,
  lastTicketMinutes: number,
  today: Today,
): ServiceAvailability {
  const overQuota = service.dailyQuota !== undefined && today.issued >= service.dailyQuota;
  if (!today.hoursKnown)
    return overQuota
      ? { open: false, reason: 'quota_reached', reopensAt: null, notice: null }
      : { open: true, closesAt: null };

  // Hours are those of the date on the wall: the service day stays ahead of it when the clock was moved back.
  const date = calendar.dateAt(today.wall);
  const plan = calendar.planOf(date, service);
  const closed = (reason: ClosedReason, reopensAt = nextOpening(service, calendar, date)) => ({
    open: false as const,
    reason,
    reopensAt,
    notice: plan.holiday,
  });

  if (plan.holiday) return closed('holiday');
  const closing = plan.serving.at(-1)?.to;
  if (closing === undefined || plan.taking.length === 0) return closed('closed_today');
  if (today.wall >= closing) return closed('after_closing');
  if (today.wall >= lastTicketAt(plan, closing, service, lastTicketMinutes)) return closed('after_last_ticket');
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
