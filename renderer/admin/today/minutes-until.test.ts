import { expect, it } from 'vitest';
import { minutesUntil, momentOf, readTime } from './minutes-until.ts';

const zone = 'Asia/Jakarta';
const now = Date.parse('2026-11-24T09:14:20+07:00');

it('reads a time with a dot, a colon, or the hour alone', () => {
  expect(readTime('13.00')).toBe('13:00');
  expect(readTime(' 8:05 ')).toBe('08:05');
  expect(readTime('7')).toBe('07:00');
  expect(readTime('24.00')).toBe('24:00');
  for (const text of ['', '25.00', '12.60', '24.01', 'siang']) expect(readTime(text)).toBeNull();
});

it('means today, or tomorrow once that time has passed', () => {
  expect(momentOf('13.00', now, zone)).toBe(Date.parse('2026-11-24T13:00:00+07:00'));
  expect(momentOf('09.14', now, zone)).toBe(Date.parse('2026-11-25T09:14:00+07:00'));
  expect(momentOf('24.00', now, zone)).toBe(Date.parse('2026-11-25T00:00:00+07:00'));
  expect(momentOf('x', now, zone)).toBeNull();
});

it('counts whole minutes of silence, and no more than are allowed', () => {
  expect(minutesUntil('09.30', now, zone, 180)).toBe(16);
  expect(minutesUntil('12.14', now, zone, 180)).toBe(180);
  expect(minutesUntil('12.16', now, zone, 180)).toBeNull();
  expect(minutesUntil('09.00', now, zone, 180)).toBeNull();
});
