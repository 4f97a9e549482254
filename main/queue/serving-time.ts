import type { DayPlan, Interval } from './calendar.ts';

const minute = 60_000;
const roundedTo = 5;

/** A range of waiting in minutes that the counters work, before breaks are added. */
export interface WorkingWait {
  readonly point: number;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** The same on the wall clock. `notBefore` (Unix ms): the end of the last closed stretch that lies within the wait. */
export interface ClockWait extends WorkingWait {
  readonly notBefore: number | null;
}

/**
 * Adds closed time ahead (before opening, breaks) to a wait of working minutes; the range stays rounded outward to
 * 5 minutes. Beyond closing the minutes simply run on, so that the caller sees that the promise ends too late.
 */
export function onTheClock(wait: WorkingWait, plan: DayPlan, wall: number): ClockWait {
  const point = reach(plan.serving, wall, wait.point);
  const from = reach(plan.serving, wall, wait.fromMinutes);
  const to = reach(plan.serving, wall, wait.toMinutes);
  if (to.gapEnd === null) return { ...wait, point: round1(wait.point), notBefore: null };
  return {
    point: round1((point.at - wall) / minute),
    fromMinutes: Math.floor((from.at - wall) / minute / roundedTo) * roundedTo,
    toMinutes: Math.ceil((to.at - wall) / minute / roundedTo) * roundedTo,
    notBefore: to.gapEnd,
  };
}

/** Where so many working minutes from now end, and the end of the last closed stretch on the way. */
function reach(serving: readonly Interval[], wall: number, minutes: number): { at: number; gapEnd: number | null } {
  let left = minutes * minute;
  let at = wall;
  let gapEnd: number | null = null;
  for (const hours of serving) {
    if (hours.to <= at) continue;
    if (hours.from > at) {
      at = hours.from;
      gapEnd = at;
    }
    const room = hours.to - at;
    // A wait that fits, or that fills the stretch exactly, ends before the break.
    if (left <= room) return { at: at + left, gapEnd };
    left -= room;
    at = hours.to;
  }
  return { at: at + left, gapEnd };
}

function round1(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
