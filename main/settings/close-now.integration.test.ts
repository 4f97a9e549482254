import { call } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { callerOf, supervisorActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';

const nine = '2026-11-24T09:00:00+07:00';
const tomorrow = '2026-11-25T07:30:00+07:00';
let test: TestLounge;
beforeEach(() => {
  test = new TestLounge(nine);
});
afterEach(() => test.end());

const shown = (id = 'adminduk') => test.lounge.board.services().find((service) => service.id === id)?.availability;
const close = (
  asked: Partial<Parameters<TestLounge['lounge']['closeNow']['close']>[1]> = {},
  requestKey = TestLounge.key(),
) =>
  test.lounge.closeNow.close(supervisorActor, {
    serviceIds: ['adminduk'],
    reason: 'system_down',
    until: null,
    requestKey,
    ...asked,
  });
const reopen = (serviceIds: string[] | null, requestKey = TestLounge.key()) =>
  test.lounge.closeNow.reopen(supervisorActor, { serviceIds, requestKey });

describe('a service that a supervisor closes now', () => {
  it('gives no number for the rest of the day, says why and when again, and serves who waits', () => {
    const desk = new TestDesk(test, '1');
    desk.open();
    test.take('adminduk');
    expect(close()).toEqual({ closed: ['adminduk'] });
    const notice = { id: 'Sistem sedang terganggu', en: 'The system is down' };
    expect(shown()).toEqual({ open: false, reason: 'closed_now', reopensAt: tomorrow, notice });
    expect(() => test.take('adminduk')).toThrow('SERVICE_CLOSED');
    expect(shown('surat-desa')).toMatchObject({ open: true });
    expect(desk.callNext().current?.number).toBe('A001');
    test.time.pass(24 * 60);
    expect(shown()).toMatchObject({ open: true });
    expect(test.take('adminduk').number).toBe('A001');
  });

  it('opens by itself at the time that was said', () => {
    close({ until: '2026-11-24T10:30:00+07:00' });
    test.time.pass(89);
    expect(shown()).toMatchObject({ reason: 'closed_now', reopensAt: '2026-11-24T10:30:00+07:00' });
    test.time.pass(1);
    expect(shown()).toMatchObject({ open: true });
    expect(test.lounge.closeNow.list()).toEqual([]);
  });

  it.each([
    ['in a time without numbers, it opens after it', '2026-11-24T16:00:00+07:00', tomorrow],
    ['after the last number of the day, it opens the next day', '2026-11-24T14:50:00+07:00', tomorrow],
    ['at the weekend, it opens on Monday', '2026-11-28T09:00:00+07:00', '2026-11-30T07:30:00+07:00'],
    ['in the middle of another day, it opens then', '2026-11-26T10:00:00+07:00', '2026-11-26T10:00:00+07:00'],
  ])('until a moment %s', (_name, until, reopensAt) => {
    close({ until });
    expect(shown()).toMatchObject({ reason: 'closed_now', reopensAt });
  });

  it('for some days says the right day also while it is closed anyway', () => {
    close({ until: '2026-11-26T10:00:00+07:00' });
    test.time.pass(10 * 60);
    expect(shown()).toMatchObject({ reason: 'after_closing', reopensAt: '2026-11-26T10:00:00+07:00' });
    test.time.pass(14 * 60);
    expect(shown()).toMatchObject({ reason: 'closed_now', reopensAt: '2026-11-26T10:00:00+07:00' });
  });

  it('stays closed over a restart', async () => {
    close({ reason: { id: 'Rapat desa', en: 'Village meeting' } });
    await test.restart();
    expect(shown()).toMatchObject({ reason: 'closed_now', notice: { id: 'Rapat desa', en: 'Village meeting' } });
    expect(test.lounge.closeNow.list()).toMatchObject([
      { serviceId: 'adminduk', until: null, since: nine, by: { id: 'staff-2' } },
    ]);
  });

  it('is told to a kiosk that is watching', async () => {
    const stop = new AbortController();
    const screen = test.lounge.settings.watch(stop.signal);
    await screen.next();
    close({ serviceIds: null });
    expect((await screen.next()).value?.closedNow).toHaveLength(6);
    expect(test.lounge.board.snapshot().services.every(({ availability }) => !availability.open)).toBe(true);
    stop.abort();
  });

  it('is opened again by a supervisor, alone or with all others', () => {
    close({ serviceIds: ['adminduk', 'surat-desa', 'usaha-mikro'] });
    expect(reopen(['adminduk', 'pengaduan'])).toEqual({ reopened: ['adminduk'] });
    expect(shown()).toMatchObject({ open: true });
    expect(reopen(null)).toEqual({ reopened: ['surat-desa', 'usaha-mikro'] });
    expect(test.take('surat-desa').number).toBe('C001');
  });

  it('is closed and opened once, however often a key comes', () => {
    const key = TestLounge.key();
    close({}, key);
    reopen(null);
    close({}, key);
    expect(shown()).toMatchObject({ open: true });
    expect(() => close({ until: tomorrow }, key)).toThrow('REQUEST_KEY_REUSED');
  });

  it('is in the audit trail, without a reason in own words', () => {
    close();
    close({ reason: { id: 'Pak Budi sakit', en: 'Mr Budi is ill' } });
    reopen(null);
    expect(test.lounge.db.prepare('SELECT act, subject, detail FROM audit ORDER BY id').raw().all()).toEqual([
      ['service_closed', 'adminduk', 'system_down'],
      ['service_closed', 'adminduk', 'own_words'],
      ['service_reopened', 'adminduk', null],
    ]);
  });
});

describe('what cannot be closed', () => {
  it('is a service there is not, or a time that has passed or is far away', () => {
    expect(() => close({ serviceIds: ['adminduk', 'nikah'] })).toThrow('SERVICE_UNKNOWN');
    expect(() => close({ until: nine })).toThrow('TIME_PAST');
    expect(() => close({ until: '2027-01-24T09:00:00+07:00' })).toThrow('TIME_PAST');
    expect(test.lounge.closeNow.list()).toEqual([]);
    expect(test.lounge.db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(0);
  });

  it.each([
    ['an empty reason', { id: '', en: '' }],
    ['a reason in one language', { id: 'Rapat desa' }],
    ['a long reason', { id: 'x'.repeat(81), en: 'meeting' }],
    ['a reason that is not in the list', 'holiday'],
  ])('has %s', async (_name, reason) => {
    const asked = { serviceIds: null, reason: reason as never, until: null, requestKey: TestLounge.key() };
    const context = { caller: callerOf(supervisorActor) };
    await expect(call(test.lounge.router.settings.closeNow, asked, { context })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
