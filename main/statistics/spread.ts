import type { Spread } from '../../contract/statistics.ts';

/**
 * The nearest-rank percentile: the smallest value that at least `share` of all values do not exceed, so always one that
 * occurred. Null when there is none.
 * @param sorted ascending
 */
export function percentile(sorted: ArrayLike<number>, share: number): number | null {
  const rank = Math.max(1, Math.ceil(sorted.length * share));
  return sorted[rank - 1] ?? null;
}

/** Median and 90th percentile of times in ms, told in whole seconds. */
export function spreadOf(times: readonly number[]): Spread {
  // Numbers in a typed array sort without a comparison function, which matters for a year.
  const sorted = Float64Array.from(times).sort();
  return { of: sorted.length, median: inSeconds(percentile(sorted, 0.5)), p90: inSeconds(percentile(sorted, 0.9)) };
}

function inSeconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1000);
}
