import { describe, expect, it } from 'vitest';
import { listed, longDate, shortDate, timeOfDay, waitRange, whenFrom } from './format.ts';

const zone = 'Asia/Jakarta';
const morning = Date.parse('2026-11-24T09:14:00+07:00');
const at = (text: string) => Date.parse(text);

describe('times in the lounge zone', () => {
  it('writes a time of day with a dot in Indonesian and a colon in English', () => {
    expect(timeOfDay(morning, 'id', zone)).toBe('09.14');
    expect(timeOfDay(morning, 'en', zone)).toBe('09:14');
    expect(timeOfDay(at('2026-11-24T00:05:00+07:00'), 'en', zone)).toBe('00:05');
  });

  it('never uses the zone of the machine', () => {
    expect(timeOfDay(morning, 'id', 'Asia/Jayapura')).toBe('11.14');
    expect(longDate(at('2026-11-24T23:30:00+07:00'), 'id', 'Asia/Jayapura')).toBe('Rabu, 25 November 2026');
  });

  it('writes dates long and short', () => {
    expect(longDate(morning, 'id', zone)).toBe('Selasa, 24 November 2026');
    expect(longDate(morning, 'en', zone)).toBe('Tuesday, 24 November 2026');
    expect(shortDate(morning, 'id', zone)).toBe('Sel, 24 Nov 2026');
    expect(shortDate(morning, 'en', zone)).toBe('Tue, 24 Nov 2026');
  });
});

describe('when a service opens again', () => {
  it('says the time today, tomorrow, or the day', () => {
    expect(whenFrom(morning, at('2026-11-24T13:00:00+07:00'), 'id', zone)).toBe('pukul 13.00');
    expect(whenFrom(morning, at('2026-11-25T07:30:00+07:00'), 'id', zone)).toBe('besok pukul 07.30');
    expect(whenFrom(morning, at('2026-11-30T07:30:00+07:00'), 'id', zone)).toBe('Senin, 30 November pukul 07.30');
    expect(whenFrom(morning, at('2026-11-30T07:30:00+07:00'), 'en', zone)).toBe('Monday, 30 November at 07:30');
  });

  it('counts days of the calendar, not of 24 hours', () => {
    const lateEvening = at('2026-11-24T23:50:00+07:00');
    expect(whenFrom(lateEvening, at('2026-11-25T00:10:00+07:00'), 'id', zone)).toBe('besok pukul 00.10');
    expect(whenFrom(at('2026-12-31T09:00:00+07:00'), at('2027-01-01T08:00:00+07:00'), 'id', zone)).toBe(
      'besok pukul 08.00',
    );
  });
});

describe('promised waits', () => {
  const promise = (fromMinutes: number, toMinutes: number, notBefore: string | null = null) => ({
    point: (fromMinutes + toMinutes) / 2,
    fromMinutes,
    toMinutes,
    notBefore,
  });

  it('is short on a card and full on the ticket', () => {
    expect(waitRange(promise(20, 30), morning, 'id', zone, 'card')).toBe('20–30 mnt');
    expect(waitRange(promise(20, 30), morning, 'id', zone, 'full')).toBe('20–30 menit');
    expect(waitRange(promise(20, 30), morning, 'en', zone, 'full')).toBe('20–30 minutes');
    expect(waitRange(promise(10, 10), morning, 'id', zone, 'card')).toBe('10 mnt');
  });

  it('does not count the minutes of a wait that is hardly one', () => {
    expect(waitRange(promise(0, 5), morning, 'id', zone, 'full')).toBe('kurang dari 5 menit');
    expect(waitRange(promise(0, 5), morning, 'id', zone, 'card')).toBe('< 5 mnt');
  });

  it('says times of day across a break and for a long wait', () => {
    expect(waitRange(promise(230, 250, '2026-11-24T13:00:00+07:00'), morning, 'id', zone, 'full')).toBe(
      'pukul 13.04–13.24',
    );
    expect(waitRange(promise(100, 140), morning, 'en', zone, 'card')).toBe('10:54–11:34');
  });
});

it('joins what to bring as a sentence does', () => {
  expect(listed(['KTP', 'Kartu Keluarga'], 'id')).toBe('KTP dan Kartu Keluarga');
  expect(listed(['KTP'], 'id')).toBe('KTP');
});
