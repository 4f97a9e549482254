import { call } from '@orpc/server';
import { afterEach, describe, expect, it } from 'vitest';
import type { QueueSnapshot } from '../../contract/queue.ts';
import { callTo } from '../../tests/doubles/lounge/desk.ts';
import { callerOf, clerkActor, kioskActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';

const nine = '2026-11-24T09:00:00+07:00';
let open: TestLounge | undefined;
function lounge(iso = nine): TestLounge {
  open = new TestLounge(iso);
  return open;
}
afterEach(async () => {
  await open?.end();
  open = undefined;
});
const key = () => TestLounge.key();
const shown = (test: TestLounge) => test.lounge.house.snapshot('kiosk-1');
const events = (test: TestLounge) => test.lounge.db.prepare('SELECT kind FROM clock_event ORDER BY id').pluck().all();

describe('a call for help', () => {
  it('is recorded, answered by a person, and ended', () => {
    const test = lounge();
    const { id } = test.lounge.house.callForHelp(kioskActor, { requestKey: key() });
    expect(shown(test).help).toMatchObject({ id, state: 'calling' });
    test.lounge.house.answerHelp(clerkActor, { id, requestKey: key() });
    expect(shown(test).help).toMatchObject({ state: 'accepted' });
    test.lounge.house.endHelp(kioskActor, { id, requestKey: key() });
    expect(shown(test).help).toBeNull();
  });

  it('is one call however often the button is touched', () => {
    const test = lounge();
    const first = test.lounge.house.callForHelp(kioskActor, { requestKey: key() });
    expect(test.lounge.house.callForHelp(kioskActor, { requestKey: key() })).toEqual(first);
  });

  it('cannot be answered twice, or after its end', () => {
    const test = lounge();
    const { id } = test.lounge.house.callForHelp(kioskActor, { requestKey: key() });
    test.lounge.house.answerHelp(clerkActor, { id, requestKey: key() });
    expect(() => test.lounge.house.answerHelp(clerkActor, { id, requestKey: key() })).toThrow('HELP_UNKNOWN');
  });

  it('survives a restart', async () => {
    const test = lounge();
    test.lounge.house.callForHelp(kioskActor, { requestKey: key() });
    await test.restart('2026-11-24T09:01:00+07:00');
    expect(shown(test).help).toMatchObject({ state: 'calling' });
  });
});

describe('after the power was out', () => {
  it('people who wait are told for a while that their numbers still count', async () => {
    const test = lounge();
    test.take('adminduk');
    await test.losePower('2026-11-24T09:20:00+07:00');
    expect(shown(test).powerReturnedAt).toBe('2026-11-24T09:20:00+07:00');
    test.time.pass(16);
    expect(shown(test).powerReturnedAt).toBeNull();
    expect(test.take('adminduk').number).toBe('A002');
  });

  it('nothing is said when nobody waits, or after a clean stop', async () => {
    const test = lounge();
    await test.losePower('2026-11-24T09:20:00+07:00');
    expect(shown(test).powerReturnedAt).toBeNull();
    test.take('adminduk');
    await test.restart('2026-11-24T09:30:00+07:00');
    expect(shown(test).powerReturnedAt).toBeNull();
  });
});

describe('a clock that looks wrong', () => {
  it('shows 2000 after its battery died: the queue goes on, on the same day, until a person answers', async () => {
    const test = lounge();
    test.take('adminduk');
    await test.restart('2000-01-01T00:03:00+07:00');
    expect(shown(test).clockConfirmed).toBe(false);
    expect(test.take('adminduk')).toMatchObject({ number: 'A002', serviceDay: '2026-11-24' });
    test.lounge.house.answerClock(kioskActor, { right: false, requestKey: key() });
    expect(shown(test).clockConfirmed).toBe(false);
    expect(events(test).slice(-2)).toEqual(['doubted', 'denied']);
  });

  it('is believed when a person says so, with its date', async () => {
    const test = lounge('2026-12-24T09:00:00+07:00');
    test.take('adminduk');
    await test.restart('2026-11-24T09:00:00+07:00');
    expect(test.take('adminduk').serviceDay).toBe('2026-12-24');
    test.lounge.house.answerClock(kioskActor, { right: true, requestKey: key() });
    expect(shown(test).clockConfirmed).toBe(true);
    expect(test.take('adminduk')).toMatchObject({ number: 'A001', serviceDay: '2026-11-24' });
    await test.restart('2026-11-24T09:10:00+07:00');
    expect(test.take('adminduk')).toMatchObject({ number: 'A002', serviceDay: '2026-11-24' });
  });

  it('is not doubted again once it shows the right time, whatever was written down in 2000', async () => {
    const test = lounge();
    test.take('adminduk');
    await test.restart('2000-01-01T00:03:00+07:00');
    test.take('adminduk');
    await test.restart('2026-11-24T10:00:00+07:00');
    expect(shown(test).clockConfirmed).toBe(true);
    await test.restart('2026-11-24T08:30:00+07:00');
    expect(shown(test).clockConfirmed).toBe(false);
  });

  it('is nobody’s to answer for while it is believed: a day does not go back on a word', async () => {
    const test = lounge('2026-11-25T00:10:00+07:00');
    test.lounge.db.exec("INSERT INTO lounge_state VALUES (1, '2026-11-25')");
    await test.restart('2026-11-25T00:11:00+07:00');
    test.time.step(-60);
    test.lounge.house.answerClock(kioskActor, { right: true, requestKey: key() });
    expect(test.lounge.board.snapshot().serviceDay).toBe('2026-11-25');
  });

  it('tells the queue at once when a person has confirmed it', async () => {
    const test = lounge();
    test.take('adminduk');
    await test.restart('2000-01-01T00:03:00+07:00');
    const reader = await call(test.lounge.router.queue.watch, undefined, { context: { caller: callerOf(kioskActor) } });
    await reader.next();
    const next = reader.next();
    test.lounge.house.answerClock(kioskActor, { right: true, requestKey: key() });
    const { value } = (await next) as IteratorYieldResult<QueueSnapshot>;
    expect(value.serviceDay).toBe('2000-01-01');
    await reader.return?.();
  });

  it('is asked about after a long silence, and hours still count', async () => {
    const test = lounge();
    test.take('adminduk');
    await test.restart('2026-11-26T06:00:00+07:00');
    expect(shown(test).clockConfirmed).toBe(false);
    expect(() => test.take('adminduk')).toThrow('SERVICE_CLOSED');
  });

  it.each([180, -180])('that is moved %i minutes in mid-day is an event, and waits stay true', (minutes) => {
    const test = lounge('2026-11-24T11:00:00+07:00');
    const { id } = test.take('adminduk');
    test.time.pass(5);
    test.time.step(minutes);
    test.time.pass(5);
    callTo(test.lounge, id, '1');
    expect(test.lounge.db.prepare('SELECT waited_ms FROM ticket').pluck().get()).toBe(10 * 60_000);
    expect(test.lounge.db.prepare("SELECT step_ms FROM clock_event WHERE kind = 'stepped'").pluck().get()).toBe(
      minutes * 60_000,
    );
  });
});
