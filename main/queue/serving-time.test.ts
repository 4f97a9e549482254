import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayPlan } from './calendar.ts';
import { onTheClock } from './serving-time.ts';

const at = (time: string) => Date.parse(`2026-11-24T${time}:00+07:00`);
const office = [
  { from: at('08:00'), to: at('12:00') },
  { from: at('13:00'), to: at('15:00') },
];
const plan: DayPlan = { date: '2026-11-24', serving: office, taking: office, holiday: null };
const wait = (point: number, fromMinutes: number, toMinutes: number) => ({ point, fromMinutes, toMinutes });

describe('a promise on the wall clock', () => {
  it('stays as it is when no break lies ahead', () => {
    expect(onTheClock(wait(12, 10, 20), plan, at('09:00'))).toEqual({ ...wait(12, 10, 20), notBefore: null });
  });

  it('adds the lunch break and says after when', () => {
    expect(onTheClock(wait(30, 20, 45), plan, at('11:50'))).toEqual({ ...wait(90, 80, 105), notBefore: at('13:00') });
  });

  it('widens to both sides of a break that only its end crosses', () => {
    expect(onTheClock(wait(8, 5, 15), plan, at('11:50'))).toEqual({ ...wait(8, 5, 75), notBefore: at('13:00') });
  });

  it('adds the time until opening for early birds', () => {
    expect(onTheClock(wait(5, 0, 10), plan, at('07:30'))).toEqual({ ...wait(35, 30, 40), notBefore: at('08:00') });
  });

  it('ends before a break that it fills exactly', () => {
    expect(onTheClock(wait(10, 5, 10), plan, at('11:50')).notBefore).toBeNull();
  });

  it('runs on past closing, so that the caller sees it ends too late', () => {
    const late = onTheClock(wait(20, 10, 30), plan, at('14:45'));
    expect(at('14:45') + late.toMinutes * 60_000).toBeGreaterThan(at('15:00'));
  });

  it('never gets shorter, stays in order and on multiples of five', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (minute, from, width, share) => {
          const range = wait(5 * (from + width * share), 5 * from, 5 * (from + width));
          const told = onTheClock(range, plan, at('00:00') + minute * 60_000);
          expect(told.fromMinutes).toBeGreaterThanOrEqual(range.fromMinutes - 5);
          expect(told.toMinutes).toBeGreaterThanOrEqual(range.toMinutes);
          expect((told.fromMinutes % 5) + (told.toMinutes % 5)).toBe(0);
          expect(told.fromMinutes).toBeLessThanOrEqual(told.point + 0.1);
          expect(told.point).toBeLessThanOrEqual(told.toMinutes + 0.1);
        },
      ),
    );
  });
});
