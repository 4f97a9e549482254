import { describe, expect, it } from 'vitest';
import { calendarFile, type ServiceSettings } from '../../contract/catalogue.ts';
import { availability, type Today } from './availability.ts';
import { Calendar } from './calendar.ts';

const at = (iso: string) => Date.parse(`${iso}:00+07:00`);
const weekdays = (hours: string[]) => ({ mon: hours, tue: hours, wed: hours, thu: hours });
const calendar = new Calendar(
  calendarFile.parse({
    hours: {
      office: { ...weekdays(['08:00-12:00', '13:00-15:00']), fri: ['08:00-11:30', '13:00-15:00'] },
      numbers: { ...weekdays(['07:30-15:00']), fri: ['07:30-15:00'] },
      evening: { mon: ['18:00-21:00'] },
    },
    special: [
      { from: '2026-12-25', to: '2026-12-25', name: { id: 'Hari Natal', en: 'Christmas Day' }, closed: true },
      {
        from: '2027-02-08',
        to: '2027-03-09',
        name: { id: 'Ramadan', en: 'Ramadan' },
        hours: { office: weekdays(['08:00-14:00']) },
      },
    ],
  }),
  'Asia/Jakarta',
);
const service: ServiceSettings = {
  id: 'surat-desa',
  agencyId: 'desa',
  letter: 'C',
  name: { id: 'Surat keterangan desa', en: 'Village letters' },
  icon: 'file-text',
  hue: '#a63d14',
  bring: [],
  counters: ['3'],
  serving: 'office',
};

function ask(iso: string, change: Partial<Today> = {}, settings: Partial<ServiceSettings> = {}) {
  const today = {
    wall: at(iso),
    hoursKnown: true,
    machineStands: false,
    issued: 0,
    promiseEnds: null,
    closedNow: null,
    ...change,
  };
  return availability({ ...service, ...settings }, calendar, 15, today);
}

describe('whether a service gives numbers', () => {
  it('is open in its hours and says until when', () => {
    expect(ask('2026-11-24T09:14')).toEqual({ open: true, closesAt: at('2026-11-24T15:00') });
  });

  it.each([
    ['before opening', '2026-11-24T07:10', 'before_opening', '2026-11-24T08:00'],
    ['in the lunch break', '2026-11-24T12:30', 'break', '2026-11-24T13:00'],
    ['during Friday prayer', '2026-11-27T11:45', 'break', '2026-11-27T13:00'],
    ['in the last minutes', '2026-11-24T14:45', 'after_last_ticket', '2026-11-25T08:00'],
    ['after closing', '2026-11-27T15:00', 'after_closing', '2026-11-30T08:00'],
    ['on Sunday', '2026-11-29T10:00', 'closed_today', '2026-11-30T08:00'],
    ['on a holiday', '2026-12-25T09:00', 'holiday', '2026-12-28T08:00'],
  ])('is closed %s and says when it opens again', (_when, now, reason, reopens) => {
    expect(ask(now)).toMatchObject({ open: false, reason, reopensAt: at(reopens) });
  });

  it('names the holiday', () => {
    expect(ask('2026-12-25T09:00')).toMatchObject({ notice: { id: 'Hari Natal', en: 'Christmas Day' } });
  });

  it('keeps Ramadan hours in Ramadan only', () => {
    expect(ask('2027-02-09T12:30')).toEqual({ open: true, closesAt: at('2027-02-09T14:00') });
    expect(ask('2027-03-10T12:30')).toMatchObject({ open: false, reason: 'break' });
  });

  it('gives numbers before and between serving hours when it has hours of taking', () => {
    expect(ask('2026-11-24T07:40', {}, { taking: 'numbers' })).toMatchObject({ open: true });
    expect(ask('2026-11-24T12:30', {}, { taking: 'numbers' })).toMatchObject({ open: true });
    expect(ask('2026-11-24T07:20', {}, { taking: 'numbers' })).toMatchObject({
      reason: 'before_opening',
      reopensAt: at('2026-11-24T07:30'),
    });
  });

  it('keeps its own last-ticket time', () => {
    expect(ask('2026-11-24T14:20', {}, { lastTicketMinutes: 45 })).toMatchObject({ reason: 'after_last_ticket' });
    expect(ask('2026-11-24T14:59', {}, { lastTicketMinutes: 0 })).toMatchObject({ open: true });
  });

  it('stops at the daily quota', () => {
    expect(ask('2026-11-24T09:00', { issued: 49 }, { dailyQuota: 50 })).toMatchObject({ open: true });
    expect(ask('2026-11-24T09:00', { issued: 50 }, { dailyQuota: 50 })).toMatchObject({
      reason: 'quota_reached',
      reopensAt: at('2026-11-25T08:00'),
    });
  });

  it('gives no number whose promise ends after closing', () => {
    expect(ask('2026-11-24T14:00', { promiseEnds: at('2026-11-24T15:00') })).toMatchObject({ open: true });
    expect(ask('2026-11-24T14:00', { promiseEnds: at('2026-11-24T15:05') })).toMatchObject({ reason: 'line_too_long' });
  });

  it('goes on without hours while the clock is behind', () => {
    expect(ask('2000-01-01T00:03', { hoursKnown: false })).toEqual({ open: true, closesAt: null });
  });

  it('is closed by a supervisor also while the clock is behind, before opening and in a break', () => {
    const reason = { id: 'Sistem sedang terganggu', en: 'The system is down' };
    const closedNow = { until: at('2026-11-24T10:30'), reason };
    const notice = { reason: 'closed_now', reopensAt: closedNow.until, notice: reason };
    expect(ask('2000-01-01T00:03', { hoursKnown: false, closedNow })).toMatchObject(notice);
    expect(ask('2026-11-24T07:00', { closedNow })).toMatchObject(notice);
    expect(ask('2026-11-24T09:00', { closedNow })).toMatchObject(notice);
    expect(ask('2026-11-24T20:00', { closedNow })).toMatchObject({ reason: 'after_closing' });
  });

  it('gives nothing while the machine itself stands in the way, whatever the clock says', () => {
    const shut = { open: false, reason: 'machine', reopensAt: null, notice: null };
    expect(ask('2026-11-24T09:00', { machineStands: true })).toEqual(shut);
    expect(ask('2000-01-01T00:03', { machineStands: true, hoursKnown: false })).toEqual(shut);
  });

  it('knows evening services', () => {
    expect(ask('2026-11-23T17:00', {}, { serving: 'evening' })).toMatchObject({
      reason: 'before_opening',
      reopensAt: at('2026-11-23T18:00'),
    });
    expect(ask('2026-11-23T20:00', {}, { serving: 'evening' })).toMatchObject({ open: true });
  });
});

describe('the date', () => {
  it('turns at midnight in the lounge, not in Greenwich', () => {
    expect(calendar.dateAt(at('2026-11-24T23:59'))).toBe('2026-11-24');
    expect(calendar.dateAt(at('2026-11-25T00:00'))).toBe('2026-11-25');
    expect(calendar.dateAt(Date.parse('2026-11-24T00:01:00Z'))).toBe('2026-11-24');
  });

  it('is written with the offset of the lounge', () => {
    expect(calendar.iso(Date.parse('2026-11-24T02:14:00Z'))).toBe('2026-11-24T09:14:00+07:00');
  });
});
