import type { RangeReport, Summary } from '../../contract/statistics.ts';
import type { Fact, Happening } from './facts.ts';
import { Grouping, type Groups, known, Work, type WorkFigures } from './groups.ts';
import { followLine, type NamedFact } from './line.ts';
import type { LoungeTime } from './lounge-time.ts';
import { Tally } from './tally.ts';

/** Makes reports of tickets: no database, no names, nothing but rules. */

export interface DayFigures extends Groups {
  readonly totals: Summary;
  readonly hours: readonly { readonly hour: number; taken: number; called: number }[];
  readonly line: readonly { readonly at: string; readonly waiting: number }[];
}

/** @param now Unix ms: a line of today ends here */
export function dayFigures(
  day: string,
  facts: readonly NamedFact[],
  happenings: readonly Happening[],
  time: LoungeTime,
  now: number,
): DayFigures {
  const totals = new Tally();
  const grouping = new Grouping();
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, taken: 0, called: 0 }));
  for (const fact of facts) {
    totals.add(fact);
    grouping.add(fact);
    const hour = arrivalHour(fact, time);
    if (hour !== null) (hours[hour] as { taken: number }).taken += 1;
  }
  const isToday = (wall: number) => time.at(wall).date === day;
  const newest = happenings.reduce((last, { at }) => (isToday(at) ? Math.max(last, at) : last), 0);
  const { calls, points } = followLine(facts, happenings, isToday, isToday(now) ? now : newest);
  for (const at of calls) (hours[time.at(at).hour] as { called: number }).called += 1;
  return {
    totals: totals.summary,
    hours: hours.slice(hours.findIndex(isBusy) === -1 ? 24 : hours.findIndex(isBusy), hours.findLastIndex(isBusy) + 1),
    line: points.map(({ at, waiting }) => ({ at: time.iso(at), waiting })),
    ...grouping.groups,
  };
}

function isBusy({ taken, called }: { taken: number; called: number }): boolean {
  return taken > 0 || called > 0;
}

export interface RangeFigures extends Groups {
  readonly totals: Summary;
  readonly periods: RangeReport['periods'];
  readonly weekdays: RangeReport['weekdays'];
  readonly heat: RangeReport['heat'];
}

/** @param facts in order of their days; read once, so a year need not be in memory */
export function rangeFigures(facts: Iterable<Fact>, by: 'day' | 'month', time: LoungeTime): RangeFigures {
  const totals = new Tally();
  const grouping = new Grouping();
  const periods = new Map<string, Tally>();
  const days = new Map<string, number>();
  const heat = Array.from({ length: 7 }, () => new Uint32Array(24));
  for (const fact of facts) {
    totals.add(fact);
    grouping.add(fact);
    known(periods, by === 'day' ? fact.day : fact.day.slice(0, 7), () => new Tally()).add(fact);
    const weekday = known(days, fact.day, () => time.weekdayOf(fact.day));
    const hour = arrivalHour(fact, time);
    const row = heat[weekday - 1];
    if (hour !== null && row) row[hour] = (row[hour] ?? 0) + 1;
  }
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    days: [...days.values()].filter((day) => day === weekday).length,
  }));
  return {
    totals: totals.summary,
    periods: [...periods].map(([period, tally]) => ({ period, ...tally.summary })),
    weekdays: weekdays.filter((weekday) => weekday.days > 0),
    heat: heat.flatMap((row, index) =>
      Array.from(row, (taken, hour) => ({ weekday: index + 1, hour, taken })).filter(({ taken }) => taken > 0),
    ),
    ...grouping.groups,
  };
}

/** One person's finished tickets. */
export function ownFigures(facts: Iterable<Fact>): WorkFigures {
  const work = new Work();
  for (const fact of facts) work.add(fact);
  return work.figures;
}

/** The hour of its day in which a number was taken; null of spare numbers and of those carried over from another day. */
function arrivalHour(fact: Fact, time: LoungeTime): number | null {
  if (fact.origin === 'spare') return null;
  const { date, hour } = time.at(fact.taken_at);
  return date === fact.day ? hour : null;
}
