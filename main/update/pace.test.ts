import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseBeforeCheck } from './pace.ts';

const random = fc.double({ min: 0, max: 0.999, noNaN: true });

test('the feed is asked every six to seven hours', () => {
  expect(pauseBeforeCheck(0, 0)).toBe(6 * 3_600_000);
  expect(pauseBeforeCheck(0, 0.5)).toBe(6.5 * 3_600_000);
});

test('after failures it waits longer and longer, a day at most, and never the same as its neighbours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), random, (failures, chance) => {
      const pause = pauseBeforeCheck(failures, chance);
      expect(pause).toBeGreaterThanOrEqual(150_000);
      expect(pause).toBeLessThanOrEqual(24 * 3_600_000);
      expect(pauseBeforeCheck(failures + 1, chance)).toBeGreaterThanOrEqual(pause);
    }),
  );
  expect(pauseBeforeCheck(3, 0)).not.toBe(pauseBeforeCheck(3, 0.1));
});
