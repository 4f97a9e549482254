import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, spreadOf } from './spread.ts';

const minutes = (...values: number[]) => values.map((value) => value * 60_000);

describe('median and 90th percentile', () => {
  it.each([
    ['no time', [], null, null],
    ['one time', [7], 7, 7],
    ['two times: the lower is the median', [4, 9], 4, 9],
    ['ten times, in any order', [10, 1, 9, 2, 8, 3, 7, 4, 6, 5], 5, 9],
    ['eleven times', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10],
  ])('of %s', (_case, times, median, p90) => {
    const inSeconds = (value: number | null) => value && value * 60;
    expect(spreadOf(minutes(...times))).toEqual({
      of: times.length,
      median: inSeconds(median),
      p90: inSeconds(p90),
    });
  });

  it('are told in whole seconds', () => {
    expect(spreadOf([1_499])).toMatchObject({ median: 1, p90: 1 });
    expect(spreadOf([1_500])).toMatchObject({ median: 2 });
  });

  it('are times that occurred, which at least the share does not exceed, and the smallest such', () => {
    const times = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(times, fc.constantFrom(0.5, 0.9), (values, share) => {
        const sorted = values.toSorted((a, b) => a - b);
        const found = percentile(sorted, share) as number;
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(values.length * share);
        expect(values.filter((value) => value < found).length).toBeLessThan(values.length * share);
      }),
    );
  });
});
