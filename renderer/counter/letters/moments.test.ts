import { describe, expect, it } from 'vitest';
import { dayWords, momentWords, yearOf } from './moments.ts';

const zone = 'Asia/Jakarta';
const now = Date.parse('2026-11-24T09:14:20+07:00');
const words = (at: string, language: 'id' | 'en' = 'id') => momentWords(Date.parse(at), now, language, zone);

describe('a moment in the list', () => {
  it('is a time of day today, in the zone of the lounge', () => {
    expect(words('2026-11-24T08:21:00+07:00')).toBe('08.21');
    expect(words('2026-11-23T17:30:00Z', 'en')).toBe('00:30');
  });

  it('is a day when it was another one, with the year only when that is another too', () => {
    expect(words('2026-11-23T10:12:00+07:00')).toBe('23 Nov');
    expect(words('2025-12-31T10:12:00+07:00', 'en')).toBe('31 Dec 2025');
  });

  it('is a whole date in the register', () => {
    expect(dayWords('2026-08-05', 'id')).toBe('5 Agu 2026');
    expect(dayWords('2026-11-24', 'en')).toBe('24 Nov 2026');
  });

  it('turns the year with the calendar of the lounge', () => {
    expect(yearOf(Date.parse('2026-12-31T17:30:00Z'), zone)).toBe(2027);
  });
});
