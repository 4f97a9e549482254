/** Everything about measuring: a figure stands beside a floor that was measured in the same moment. */

/** One thing to time; takes one sample and gives it in milliseconds. */
export type Leg = () => number | Promise<number>;

/**
 * Times several legs in turns (AB BA AB …), so that whatever the machine does meanwhile, it does to all of them.
 * @returns samples by leg; those of one place were taken right after one another and make a pair
 */
export async function interleave<Name extends string>(
  legs: Readonly<Record<Name, Leg>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<Name, number[]>> {
  const order = Object.keys(legs) as Name[];
  const samples = Object.fromEntries(order.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of order) {
      const sample = await legs[name]();
      if (round >= 0) samples[name].push(sample);
    }
    order.reverse();
  }
  return samples;
}

/** Milliseconds of one synchronous act. */
export function timed(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/** Milliseconds on a clock that every process of this machine shares. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function p99(values: readonly number[]): number {
  return quantile(values, 0.99);
}

/** Linear between the two nearest values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The median of the pairs' own ratios: a slow moment hits both of a pair. */
export function pairedRatio(ours: readonly number[], floor: readonly number[]): number {
  return median(ours.map((value, i) => value / (floor[i] as number)));
}

/** A promise about a figure: at most so much. */
export interface Bar {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly met: boolean;
}

export function bar(what: string, value: number, most: number): Bar {
  return { what, value: round(value), most, met: value <= most };
}

/** One line of the results; times in `unit`. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms';
  readonly median: number;
  readonly p99: number;
  /** Median and p99 of the floor. */
  readonly floor: number;
  readonly floorP99: number;
  /** Median of the pairs' ratios, ours to the floor. */
  readonly ratio: number;
  readonly pairs: number;
  readonly samples: number;
  readonly what: string;
  readonly floorIs: string;
  readonly bars: readonly Bar[];
  /** What else was seen, in milliseconds unless its name says otherwise. */
  readonly also: Readonly<Record<string, number>>;
}

export function figure(
  name: string,
  texts: Pick<Figure, 'what' | 'floorIs'>,
  ours: readonly number[],
  floor: readonly number[],
  {
    ratio = pairedRatio(ours, floor),
    pairs = ours.length,
    bars = [],
    also = {},
  }: { ratio?: number; pairs?: number; bars?: readonly Bar[]; also?: Readonly<Record<string, number>> } = {},
): Figure {
  return {
    name,
    unit: 'ms',
    median: round(median(ours)),
    p99: round(p99(ours)),
    floor: round(median(floor)),
    floorP99: round(p99(floor)),
    ratio: round(ratio),
    pairs,
    samples: ours.length,
    ...texts,
    bars,
    also: Object.fromEntries(Object.entries(also).map(([key, value]) => [key, round(value)])),
  };
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The results for people; a missed bar is as easy to see as a met one. */
export function table(figures: readonly Figure[]): string {
  const head = ['', 'median', 'p99', 'floor', 'floor p99', 'ratio', 'bars'];
  const rows = figures.map((line) => [
    line.name,
    ...[line.median, line.p99, line.floor, line.floorP99].map((ms) => `${ms.toFixed(2)} ms`),
    line.ratio.toFixed(2),
    line.bars.map(describeBar).join('; '),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const print = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column === 6 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const notes = figures.map(({ name, what, floorIs, samples, pairs, also }) => {
    const more = Object.entries(also).map(([key, value]) => `${key} ${value}`);
    return `${name}: ${what}; floor: ${floorIs}; ${[`${samples} samples in ${pairs} pairs`, ...more].join(', ')}`;
  });
  return [print(head), ...rows.map(print), '', ...notes].join('\n');
}

function describeBar({ what, value, most, met }: Bar): string {
  return `${what} ${round(value)} of at most ${most}: ${met ? 'met' : 'MISSED'}`;
}
