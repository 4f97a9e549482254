import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountWaitMs, deviceLockMs } from './patience.ts';

describe('an account', () => {
  it('makes whoever guesses wait 1, 2, 4, … seconds, 60 at most, and nobody who does not', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((wrong) => accountWaitMs(wrong) / 1000)).toEqual([
      0, 1, 2, 4, 8, 16, 32, 60, 60,
    ]);
  });

  it('never waits longer than a minute nor shorter than before', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (wrong) => {
        expect(accountWaitMs(wrong + 1)).toBeGreaterThanOrEqual(accountWaitMs(wrong));
        expect(accountWaitMs(wrong)).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});

describe('a machine', () => {
  it('is locked by every fifth wrong PIN in a row: 5, 10, 20, 40 minutes, then an hour each', () => {
    expect([1, 2, 3, 4].map((wrong) => deviceLockMs(wrong, 0))).toEqual([0, 0, 0, 0]);
    expect([0, 1, 2, 3, 4, 5, 50].map((locks) => deviceLockMs(5, locks) / 60_000)).toEqual([5, 10, 20, 40, 60, 60, 60]);
  });
});
