import { expect, it } from 'vitest';
import { copiedOn, withBreak, withStretch } from './week-draft.ts';

it('begins a day with a working day, and goes on an hour after the last stretch', () => {
  expect(withStretch([])).toEqual(['08:00-15:00']);
  expect(withStretch(['08:00-12:00'])).toEqual(['08:00-12:00', '13:00-15:00']);
  expect(withStretch(['08:00-20:30'])).toEqual(['08:00-20:30', '21:30-23:30']);
  expect(withStretch(['08:00-21:00'])).toEqual(['08:00-21:00', '22:00-24:00']);
});

it('adds nothing after midnight, and no seventh stretch', () => {
  expect(withStretch(['08:00-24:00'])).toEqual(['08:00-24:00']);
  const six = Array.from({ length: 6 }, (_, n) => `0${n + 1}:00-0${n + 1}:30`);
  expect(withStretch(six)).toEqual(six);
});

it('cuts the noon break out of a day that is open over it', () => {
  expect(withBreak(['07:30-15:00'])).toEqual(['07:30-12:00', '13:00-15:00']);
  expect(withBreak(['08:00-12:00', '13:00-15:00'])).toBeNull();
  expect(withBreak([])).toBeNull();
});

it('copies a day to the working days after it, and never to the weekend', () => {
  const week = copiedOn({ mon: ['08:00-15:00'], wed: ['01:00-02:00'], sat: ['09:00-10:00'] }, 'tue');
  expect(week).toEqual({ mon: ['08:00-15:00'], wed: [], thu: [], fri: [], sat: ['09:00-10:00'] });
  expect(copiedOn({ mon: ['08:00-15:00'] }, 'mon').fri).toEqual(['08:00-15:00']);
});
