import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, bilingual, day, instant } from './base.ts';
import { atCounter } from './principal.ts';

const count = z.int().min(0);

/** Waiting or service times in seconds, by nearest rank: the smallest that at least half (or 90 %) do not exceed. */
const spread = z.object({ of: count, median: count.nullable(), p90: count.nullable() });
export type Spread = z.infer<typeof spread>;

/** What became of tickets. Always taken = served + noShow + cancelled + waiting + parked + atCounter. */
export const outcomes = z.object({
  taken: count,
  served: count,
  noShow: count,
  cancelled: count,
  waiting: count,
  parked: count,
  atCounter: count,
});
export type Outcomes = z.infer<typeof outcomes>;

/** How good the promises were, over tickets that got one and were called. */
const promises = z.object({
  of: count,
  /** The wait lay within the promised range. */
  kept: count,
  /** Mean distance of the promised point to the wait; null when there was none. */
  errorSeconds: count.nullable(),
});

const measures = {
  /** Until the first call. Without following, carried and spare numbers, whose wait did not begin with the number. */
  wait: spread,
  /** At the counter, of those who were served. */
  service: spread,
  promises,
};

export const summary = z.object({ ...outcomes.shape, ...measures });
export type Summary = z.infer<typeof summary>;

/**
 * One service. Numbers taken, waits and promises count where the number was taken; what became of it and the service
 * time count where it ended: taken + movedIn − movedOut = served + noShow + cancelled + waiting + parked + atCounter.
 */
export const serviceFigures = z.object({
  serviceId: z.string(),
  letter: z.string(),
  name: bilingual,
  ...summary.shape,
  movedIn: count,
  movedOut: count,
});
export type ServiceFigures = z.infer<typeof serviceFigures>;

const work = { served: count, noShow: count, service: spread };

export const counterFigures = z.object({ counterId: z.string(), name: bilingual, ...work });
export type CounterFigures = z.infer<typeof counterFigures>;

export const personFigures = z.object({ personId: z.string(), name: z.string(), ...work });
export type PersonFigures = z.infer<typeof personFigures>;

const hour = z.int().min(0).max(23);

const groups = {
  services: z.array(serviceFigures),
  counters: z.array(counterFigures),
  people: z.array(personFigures),
};

/** One day of the lounge. Hours are those of the lounge's time zone, from the first to the last with something in it. */
export const dayReport = z.object({
  at: instant,
  day,
  timeZone: z.string(),
  totals: summary,
  /** Numbers taken on this day (so without carried and spare ones), and first and later calls. */
  hours: z.array(z.object({ hour, taken: count, called: count })),
  /** How many waited at the end of each stretch of ten minutes. */
  line: z.array(z.object({ at: instant, waiting: count })),
  ...groups,
});
export type DayReport = z.infer<typeof dayReport>;

export const rangeReport = z.object({
  from: day,
  to: day,
  by: z.enum(['day', 'month']),
  timeZone: z.string(),
  totals: summary,
  /** `2026-11-24` or `2026-11`; days on which nothing was taken are left out. */
  periods: z.array(z.object({ period: z.string(), ...summary.shape })),
  /** Per weekday (1: Monday) how many days had tickets, and numbers taken by hour; empty hours are left out. */
  weekdays: z.array(z.object({ weekday: z.int().min(1).max(7), days: count })),
  heat: z.array(z.object({ weekday: z.int().min(1).max(7), hour, taken: count })),
  ...groups,
});
export type RangeReport = z.infer<typeof rangeReport>;

/** A person's own day. */
export const ownReport = z.object({ at: instant, day, ...work });
export type OwnReport = z.infer<typeof ownReport>;

const longestRange = 400;
const dayMs = 86_400_000;

const inOrder = ({ from, to }: { from: string; to: string }) =>
  from <= to && Date.parse(to) - Date.parse(from) < longestRange * dayMs;
const outOfOrder = `must be at most ${longestRange} days in order`;

const exportInput = z
  .object({
    from: day,
    to: day,
    format: z.enum(['csv', 'xlsx']),
    /** A line a ticket, or a line a day and service. */
    detail: z.enum(['tickets', 'days']),
    /** Of the headings. */
    language: z.enum(['id', 'en']).default('id'),
  })
  .refine(inOrder, outOfOrder);

const errors = {
  STATISTICS_BUSY: { status: 503, message: 'Too many reports are being made; try again in a moment' },
  STATISTICS_FAILED: { status: 500, message: 'The report could not be made' },
} as const;
const tooLarge = {
  EXPORT_TOO_LARGE: {
    status: 413,
    message: 'Too many tickets for one file; choose fewer days',
    data: z.object({ tickets: z.int(), most: z.int() }),
  },
} as const;

const read = base.meta({ roles: ['supervisor', 'integration'], scope: 'statistics:read' }).errors(errors);

export const statistics = {
  /** Without a day: today. */
  day: read
    .route({ method: 'GET', path: '/statistics/day', summary: 'Figures of one day of the lounge' })
    .input(z.object({ day: day.optional() }))
    .output(dayReport),

  range: read
    .route({ method: 'GET', path: '/statistics/range', summary: 'Figures of some days or months, at most 400 days' })
    .input(z.object({ from: day, to: day, by: z.enum(['day', 'month']).default('day') }).refine(inOrder, outOfOrder))
    .output(rangeReport),

  /** Of the person who asks, today. */
  own: base
    .meta({ roles: atCounter })
    .errors(errors)
    .route({ method: 'GET', path: '/statistics/own', summary: 'The own day of the person who asks' })
    .output(ownReport),

  /** Today's figures when something has changed: at most every 5 s, at least every 10. */
  watch: base
    .meta({ roles: ['supervisor'] })
    .errors(errors)
    .output(eventIterator(dayReport)),

  /** A file for a page, in parts: frames are strings, and a large one must not hold up the others. */
  export: base
    .meta({ roles: ['supervisor'] })
    .errors({ ...errors, ...tooLarge })
    .input(exportInput)
    .output(
      eventIterator(
        z.object({ name: z.string(), mime: z.string(), part: z.int(), parts: z.int(), base64: z.base64() }),
      ),
    ),

  /** The same file over REST. */
  download: base
    .meta({ roles: ['integration'], scope: 'statistics:read' })
    .errors({ ...errors, ...tooLarge })
    .route({ method: 'GET', path: '/statistics/export', summary: 'Tickets or days as a CSV or XLSX file' })
    .input(exportInput)
    .output(z.file()),
};

export type ExportAsked = z.infer<typeof exportInput>;
