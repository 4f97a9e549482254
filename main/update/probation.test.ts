import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Health } from '../ops/health.ts';
import { afterLook, healthyMs, longestMs, type Probation } from './probation.ts';

const well: Health = { isMigrated: true, isStoreSound: true, isPortOpen: true, hasPageHeartbeat: true };
const begun: Probation = { state: 'trying', since: 0, healthySince: null };

const look = fc.record({
  pause: fc.integer({ min: 1, max: 120_000 }),
  isWell: fc.boolean(),
  isTried: fc.constantFrom(true, true, true, false),
});

describe('a version on probation', () => {
  it('is healthy after three minutes without a break', () => {
    const first = afterLook(begun, true, well, 5_000);
    expect(afterLook(first, true, well, 5_000 + healthyMs - 1).state).toBe('trying');
    expect(afterLook(first, true, well, 5_000 + healthyMs)).toEqual({ state: 'settled', why: 'healthy' });
  });

  it('begins the three minutes anew after every moment in which something was wrong', () => {
    const first = afterLook(begun, true, well, 5_000);
    const ill = afterLook(first, true, { ...well, hasPageHeartbeat: false }, 100_000);
    const again = afterLook(ill, true, well, 105_000);
    expect(afterLook(again, true, well, 5_000 + healthyMs).state).toBe('trying');
    expect(afterLook(again, true, well, 105_000 + healthyMs)).toEqual({ state: 'settled', why: 'healthy' });
  });

  it('is over as soon as the judge has spoken', () => {
    expect(afterLook(begun, false, well, 1_000)).toEqual({ state: 'settled', why: 'judged' });
  });

  it('ends in every case, never opens unwell before its time, and stays over', () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 100 }), (looks) => {
        let probation: Probation = begun;
        let now = 0;
        let wellSince: number | null = null;
        for (const { pause, isWell, isTried } of looks) {
          now += pause;
          wellSince = isWell ? (wellSince ?? now) : null;
          const before = probation;
          probation = afterLook(probation, isTried, { ...well, isStoreSound: isWell }, now);
          if (before.state === 'settled') {
            expect(probation).toBe(before);
            continue;
          }
          const isOver = !isTried || now >= longestMs || (wellSince !== null && now - wellSince >= healthyMs);
          expect(probation.state).toBe(isOver ? 'settled' : 'trying');
        }
      }),
    );
  });
});
