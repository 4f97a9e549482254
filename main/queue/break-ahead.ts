import type { DayPlan, Interval } from './calendar.ts';

/** The next stretch of a day (Unix ms) in which no service is served, between two in which some is; null: none ahead. */
export function breakAhead(plans: readonly DayPlan[], wall: number): Interval | null {
  const serving = plans.flatMap((plan) => plan.serving).sort((one, other) => one.from - other.from);
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of serving) {
    if (from > end && end > wall) return { from: end, to: from };
    end = Math.max(end, to);
  }
  return null;
}
