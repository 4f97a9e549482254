import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskClass, isStatusDue, minuteOfMachine, nextSequence, pauseAfter, worstPrinter } from './daily.ts';

const hour = 3_600_000;

describe('a status is made', () => {
  const due = (last: { day: string; ageMs: number } | null, minute: number | null, day = '2026-11-25') =>
    isStatusDue({ last, day, minute, minuteOfMachine: 30 });

  it('at once by a machine that never made one', () => {
    expect(due(null, null)).toBe(true);
  });

  it('once a day, in the machine’s own minute after 13.00', () => {
    const yesterday = { day: '2026-11-24', ageMs: 24 * hour };
    expect(due(yesterday, 13 * 60 + 29)).toBe(false);
    expect(due(yesterday, 13 * 60 + 30)).toBe(true);
    expect(due({ day: '2026-11-25', ageMs: 60_000 }, 23 * 60)).toBe(false);
  });

  it('also in the morning after a day on which the machine was off at that hour, or whose clock nobody believes', () => {
    expect(due({ day: '2026-11-23', ageMs: 43 * hour }, 8 * 60)).toBe(true);
    expect(due({ day: '2026-11-24', ageMs: 29 * hour }, null)).toBe(false);
    expect(due({ day: '2026-11-24', ageMs: 30 * hour }, null)).toBe(true);
  });
});

it('217 machines spread over two hours', () => {
  const keys = Array.from({ length: 217 }, (_, i) => createHash('sha256').update(String(i)).digest('base64url'));
  const minutes = keys.map(minuteOfMachine);
  expect(minutes.every((minute) => minute >= 0 && minute < 120)).toBe(true);
  expect(new Set(minutes).size).toBeGreaterThan(60);
});

it('the number of a status never falls, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 1 }), (walls) => {
      let last = 0;
      for (const wall of walls) {
        const next = nextSequence(last, wall);
        expect(next).toBeGreaterThan(last);
        last = next;
      }
    }),
  );
});

it('a lounge restored from yesterday’s backup gives no number again', () => {
  const at = Date.parse('2026-11-25T13:30:00+07:00');
  const given = nextSequence(nextSequence(5, at - 24 * hour), at);
  expect(nextSequence(nextSequence(5, at - 24 * hour), at + 2 * hour)).toBeGreaterThan(given);
});

it('pauses grow to six hours at most and differ', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      expect(pauseAfter(failures, chance)).toBeGreaterThanOrEqual(30_000);
      expect(pauseAfter(failures, chance)).toBeLessThanOrEqual(6 * hour);
    }),
  );
  expect(pauseAfter(3, 1)).toBe(4 * 60_000);
});

it('the worst of several printers is told', () => {
  expect(worstPrinter(['ready', 'paper_low', 'paper_out'])).toBe('paper_out');
  expect(worstPrinter([])).toBe('absent');
});

it('a disk is told in classes', () => {
  expect([null, 4e8, 4e9, 4e10].map(diskClass)).toEqual(['unknown', 'full', 'low', 'good']);
});
