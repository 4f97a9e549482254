import { expect, it } from 'vitest';
import type { CalendarFile } from '../../../contract/catalogue.ts';
import { daysAhead } from './days-ahead.ts';
import { newHoliday, shorterDays } from './special-draft.ts';

const calendar: CalendarFile = {
  hours: { office: { tue: ['08:00-12:00', '13:00-15:00'], fri: ['08:00-11:30'] }, numbers: { tue: ['07:30-15:00'] } },
  special: [],
};

it('gives each day the hours of its weekday, over the end of a month', () => {
  const days = daysAhead(calendar, '2026-11-24', 8);
  expect(days.map(({ date }) => date)).toEqual([
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
    '2026-11-30',
    '2026-12-01',
  ]);
  expect(days[0]?.plans).toEqual([
    { id: 'office', hours: ['08:00-12:00', '13:00-15:00'] },
    { id: 'numbers', hours: ['07:30-15:00'] },
  ]);
  expect(days[3]?.plans[0]?.hours).toEqual(['08:00-11:30']);
  expect(days[5]?.plans[0]?.hours).toEqual([]);
});

it('closes on a holiday, and lets the last special day win as the hub does', () => {
  const natal = newHoliday('2026-11-24', { id: 'Libur', en: 'Holiday' });
  const closed = daysAhead({ ...calendar, special: [natal] }, '2026-11-24', 1)[0];
  expect(closed).toMatchObject({ closed: true, special: { id: 'Libur' } });
  expect(closed?.plans.every(({ hours }) => hours.length === 0)).toBe(true);
  const open = { ...natal, closed: false, hours: { office: { tue: ['09:00-10:00'] } } };
  const reopened = daysAhead({ ...calendar, special: [natal, open] }, '2026-11-24', 1)[0];
  expect(reopened?.closed).toBe(false);
  expect(reopened?.plans).toEqual([
    { id: 'office', hours: ['09:00-10:00'] },
    { id: 'numbers', hours: ['07:30-15:00'] },
  ]);
});

it('begins Ramadan hours as the usual ones, ended earlier', () => {
  const days = shorterDays(calendar, '2027-02-08', { id: 'Jam Ramadan', en: 'Ramadan hours' }, '14:00');
  expect(days).toMatchObject({
    closed: false,
    hours: { office: { tue: ['08:00-12:00', '13:00-14:00'], fri: ['08:00-11:30'] }, numbers: { tue: ['07:30-14:00'] } },
  });
  const later = shorterDays(
    { hours: { late: { mon: ['14:00-18:00'] } }, special: [] },
    '2027-02-08',
    days.name,
    '14:00',
  );
  expect(later.hours['late']).toEqual({ mon: [] });
});
