/**
 * What a citizen is told about the wait when taking a number: a point and a range in minutes.
 *
 * The core is the queue-length estimator (QL) of Ibrahim and Whitt, "Real-time delay estimation based on delay history",
 * Manufacturing & Service Operations Management 11(3), 2009: so many people, so many minutes between calls. A small
 * weight goes to their head-of-line estimator (HOL), how long the first in line has waited by now. The constants come
 * from 46,963 real tickets of nine municipal offices (city of Warsaw, open data), and those found on half of the offices
 * did as well on the other half. Only minutes of the line are known here: opening hours and breaks are the caller's.
 */

import { type DayPace, type DaySummary, mean, type Tally } from './day-pace.ts';

export { DayPace, type DaySummary } from './day-pace.ts';

export interface Basis {
  readonly today: DayPace;
  /** The days before, newest first; about twenty are plenty. */
  readonly earlier: readonly DaySummary[];
  /** Minutes per person divided by counters, where the supervisor set it. Used until earlier days are known. */
  readonly configuredMinutes: number | null;
}

interface Line {
  /** Place in the real calling order; 1 is called next. */
  readonly position: number;
  /** How long the first in line has waited by now; null when this ticket is the first. */
  readonly headWaitMinutes: number | null;
}

interface WaitEstimate {
  readonly point: number;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

interface Pace {
  /** Minutes between calls while a line stands. */
  readonly gap: number;
  /** Minutes from coming to an empty line until the call. */
  readonly emptyLine: number;
}

/** Earlier days weigh as much as this many of today's calls, or as many as they had. */
const earlierWorth = 20;
/** What a supervisor sets is often far off, so today's calls soon outweigh it. */
const configuredWorth = 5;
/** The wait at an empty line as a share of the gap between calls, where only one of the two is known. */
const emptyLineShare = 0.25;
/** Two numbers called in one breath do not make a line of ten wait for nothing. */
const leastGap = 0.5;

/**
 * point = 1.15 x QL^0.85 x (HOL + 0.5)^0.1 minutes. The powers sum to less than one because long lines move faster than
 * their length says: counters are opened, people leave. The half minute is for a head of line that came just now. The
 * mean error was smallest with 1.1; 1.15 costs 0.05 minutes and tells fewer people too little.
 */
const scale = 1.15;
const lengthPower = 0.85;
const headPower = 0.1;
const headStart = 0.5;

/** The range is the point plus and minus this many standard deviations ... */
const deviations = 0.6;
/** ... of which this share of the wait is for the pace itself being off. */
const paceError = 0.3;
const rangeStep = 5;

/** Minutes until the call; null with no earlier day, nothing configured and no call today. */
export function estimateWait(basis: Basis, line: Line): WaitEstimate | null {
  const pace = learnedPace(basis);
  if (pace === null) return null;
  const ahead = Math.max(0, line.position - 1);
  const byLength = pace.emptyLine + ahead * pace.gap;
  const byHead = ahead === 0 ? 0 : (headWait(basis.today, line) ?? byLength);
  const point = scale * byLength ** lengthPower * (byHead + headStart) ** headPower;
  return { point, ...range(point, pace.gap) };
}

/** Before the first call, the head's wait tells when the doors opened, not how fast people are called. */
function headWait(today: DayPace, line: Line): number | null {
  if (line.headWaitMinutes === null || today.firstGap === null) return null;
  return Math.max(0, line.headWaitMinutes);
}

function learnedPace({ today, earlier, configuredMinutes }: Basis): Pace | null {
  const configured = configuredMinutes === null ? null : { value: configuredMinutes, worth: configuredWorth };
  const gap = shrunk(today.lineGaps, fromDays(earlier, 'gapMinutes', 'gaps') ?? configured);
  const days = fromDays(earlier, 'emptyLineMinutes', 'emptyLines');
  const root = shrunk(today.emptyLineRoots, days && { ...days, value: Math.sqrt(days.value) });
  const emptyLine = root === null ? null : root * root;
  // Until a line has stood between two calls: what an empty line tells, or else the day's first call alone.
  const bestGap = gap ?? (emptyLine === null ? today.firstGap : emptyLine / emptyLineShare);
  if (bestGap === null) return null;
  return { gap: Math.max(leastGap, bestGap), emptyLine: emptyLine ?? bestGap * emptyLineShare };
}

interface Prior {
  readonly value: number;
  readonly worth: number;
}

/** Today's mean, pulled towards what was known before by as many calls as that is worth. */
function shrunk(today: Tally, prior: Prior | null): number | null {
  if (prior === null) return mean(today);
  return (prior.value * prior.worth + today.sum) / (prior.worth + today.count);
}

/** The median day, so that no single odd day decides. */
function fromDays(
  earlier: readonly DaySummary[],
  minutes: 'gapMinutes' | 'emptyLineMinutes',
  count: 'gaps' | 'emptyLines',
): Prior | null {
  const value = lowerMedian(earlier.flatMap((day) => day[minutes] ?? []));
  const seen = earlier.reduce((sum, day) => sum + day[count], 0);
  return value === null ? null : { value, worth: Math.min(earlierWorth, seen) };
}

/**
 * Were the gaps exponential, a QL wait would be a sum of so many of them, with variance gap x wait; the error of the pace
 * comes on top. Kept by about 80 in 100 on the real days. Rounded outward to five minutes: nobody should read a promise
 * to the minute.
 */
function range(point: number, gap: number): { fromMinutes: number; toMinutes: number } {
  const reach = deviations * Math.sqrt(gap * point + (paceError * point) ** 2);
  const fromMinutes = Math.max(0, Math.floor((point - reach) / rangeStep) * rangeStep);
  const toMinutes = Math.ceil((point + reach) / rangeStep) * rangeStep;
  return { fromMinutes, toMinutes: Math.max(toMinutes, fromMinutes + rangeStep) };
}

/** The middle value; of an even number the lower middle, so that one of two cannot pull it up. */
function lowerMedian(values: number[]): number | null {
  values.sort((a, b) => a - b);
  return values[(values.length - 1) >> 1] ?? null;
}
