import { describe, expect, it } from 'vitest';
import { daysOf, isRange, stepOf } from './periods.ts';

describe('the days of a report', () => {
  it.each([
    ['today', '2026-11-24', '2026-11-24', '2026-11-24'],
    ['week', '2026-11-24', '2026-11-23', '2026-11-24'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['week', '2026-01-01', '2025-12-29', '2026-01-01'],
    ['month', '2026-11-24', '2026-11-01', '2026-11-24'],
    ['lastMonth', '2026-11-24', '2026-10-01', '2026-10-31'],
    ['lastMonth', '2028-03-31', '2028-02-01', '2028-02-29'],
    ['lastMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
  ] as const)('%s on %s are %s to %s', (name, today, from, to) => {
    expect(daysOf(name, today)).toEqual({ from, to });
  });

  it.each([
    ['2026-11-24', '2026-11-24', true],
    ['2025-10-21', '2026-11-24', true],
    ['2025-10-20', '2026-11-24', false],
    ['2026-11-25', '2026-11-24', false],
    ['', '2026-11-24', false],
  ])('from %j to %j can be asked for: %s', (from, to, may) => {
    expect(isRange({ from, to })).toBe(may);
  });

  it('are told by day up to two months, and by month above', () => {
    expect(stepOf({ from: '2026-07-01', to: '2026-08-31' })).toBe('day');
    expect(stepOf({ from: '2026-07-01', to: '2026-09-01' })).toBe('month');
  });
});
