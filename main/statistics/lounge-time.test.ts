import { describe, expect, it } from 'vitest';
import { LoungeTime } from './lounge-time.ts';

describe('the time of the lounge', () => {
  it.each([
    ['Asia/Jakarta', '2026-11-24T16:59:59.999Z', '2026-11-24', 23, '23:59:59'],
    ['Asia/Jakarta', '2026-11-24T17:00:00Z', '2026-11-25', 0, '00:00:00'],
    ['Asia/Jayapura', '2026-11-24T15:14:05Z', '2026-11-25', 0, '00:14:05'],
    ['Asia/Kathmandu', '2026-11-24T18:14:59Z', '2026-11-24', 23, '23:59:59'],
    ['Asia/Kathmandu', '2026-11-24T18:15:00Z', '2026-11-25', 0, '00:00:00'],
  ])('in %s at %s', (zone, instant, date, hour, clock) => {
    const time = new LoungeTime(zone);
    expect(time.at(Date.parse(instant))).toMatchObject({ date, hour });
    expect(time.clock(Date.parse(instant))).toBe(clock);
  });

  it('counts weekdays from Monday', () => {
    const time = new LoungeTime('Asia/Jakarta');
    expect(['2026-11-23', '2026-11-24', '2026-11-29'].map((day) => time.weekdayOf(day))).toEqual([1, 2, 7]);
  });
});
