import { describe, expect, it } from 'vitest';
import { aroundOf } from './lookup.ts';

describe('a time at which a number was taken', () => {
  it('is a time of today in the zone of the lounge', () => {
    expect(aroundOf('2026-11-24T09:14:20+07:00', '08:55')).toBe('2026-11-24T08:55:00+07:00');
    expect(aroundOf('2026-11-24T09:14:20.123+09:00', '08:55')).toBe('2026-11-24T08:55:00+09:00');
  });

  it('is left out when nothing was typed', () => {
    expect(aroundOf('2026-11-24T09:14:20+07:00', '')).toBeNull();
  });
});
