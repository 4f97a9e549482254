/** What the supervisor looks at: the live day, or days from one to another (YYYY-MM-DD). */
export const periodNames = ['today', 'week', 'month', 'lastMonth', 'own'] as const;
export type PeriodName = (typeof periodNames)[number];

export interface Days {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;
export const longestRange = 400;
/** More days than this are told by month. */
const mostDayBars = 62;

/** The days that a name means on a day of the lounge. A week begins on Monday; nothing reaches into the future. */
export function daysOf(name: Exclude<PeriodName, 'own'>, today: string): Days {
  const at = new Date(today);
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: dateOf(at.getTime() - ((at.getUTCDay() + 6) % 7) * dayMs), to: today };
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'lastMonth': {
      const last = Date.parse(`${today.slice(0, 7)}-01`) - dayMs;
      return { from: `${dateOf(last).slice(0, 7)}-01`, to: dateOf(last) };
    }
  }
}

/** Whether the hub makes a report of these days. */
export function isRange({ from, to }: Days): boolean {
  return from !== '' && to !== '' && from <= to && countDays({ from, to }) <= longestRange;
}

export function stepOf(days: Days): 'day' | 'month' {
  return countDays(days) > mostDayBars ? 'month' : 'day';
}

function countDays({ from, to }: Days): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1;
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
