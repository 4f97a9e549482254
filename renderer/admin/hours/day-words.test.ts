import { expect, it } from 'vitest';
import { daysWords, hoursWords } from './day-words.ts';

it('writes hours and days as they are written here', () => {
  expect(hoursWords(['08:00-12:00', '13:00-15:00'], 'id')).toBe('08.00–12.00, 13.00–15.00');
  expect(hoursWords(['08:00-12:00'], 'en')).toBe('08:00–12:00');
  expect(daysWords('2026-12-25', '2026-12-25', 'id')).toBe('Jum, 25 Des 2026');
  expect(daysWords('', '2026-12-25', 'en')).toBe(' – Fri, 25 Dec 2026');
});
