import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Desk,
  deskOf,
  firstSupervisor,
  hire,
  joinAs,
  key,
  pins,
  refusalOf,
} from '../../tests/doubles/lounge/front-desk.ts';
import { TestLounge } from '../../tests/doubles/lounge/in-process.ts';

let test: TestLounge;
let supervisor: Desk & { personId: string };
let desk: Desk;
let clerk: string;
const lounge = () => test.lounge;
const session = (of = desk) => lounge().staff.snapshot(of.device);
const wrongPin = '111112';
const signIn = (pin: string = pins.operator, at = desk, personId = clerk) =>
  at.client.staff.signIn({ personId, pin, requestKey: key() });
const acts = () => lounge().db.prepare('SELECT act FROM audit ORDER BY id').pluck().all() as string[];

beforeEach(async () => {
  test = new TestLounge('2026-11-24T08:00:00+07:00');
  supervisor = await firstSupervisor(lounge());
  desk = await joinAs(lounge(), supervisor, 'counter', 'Loket 1');
  clerk = await hire(supervisor, 'Siti Aminah');
});
afterEach(() => test.end());

describe('somebody who signs in', () => {
  it('chooses their name, is who they say, and works under their own role until they sign out', async () => {
    expect(await desk.client.staff.people()).toContainEqual({ id: clerk, name: 'Siti Aminah' });
    expect(desk.caller.actor()).toEqual({ role: 'counter', device: desk.device, person: null });
    await signIn();
    expect(desk.caller.actor()).toEqual({ role: 'operator', device: desk.device, person: clerk });
    expect(session()).toMatchObject({
      device: { name: 'Loket 1', kind: 'counter' },
      person: { id: clerk, name: 'Siti Aminah', role: 'operator' },
      locked: false,
      locksInSeconds: 300,
      setUpNeeded: false,
    });
    await desk.client.staff.signOut({ requestKey: key() });
    expect(desk.caller.actor()).toMatchObject({ role: 'counter', person: null });
    expect(acts().slice(-2)).toEqual(['signed_in', 'signed_out']);
  });

  it('changes nothing twice when the reply was lost, although they are somebody else by then', async () => {
    const requestKey = key();
    const asked = { personId: clerk, pin: pins.operator, requestKey };
    const answer = await desk.client.staff.signIn(asked);
    expect(await desk.client.staff.signIn(asked)).toEqual(answer);
    expect(acts().filter((act) => act === 'signed_in')).toHaveLength(2); // the supervisor, and once the clerk
    const out = { requestKey: key() };
    await desk.client.staff.signOut(out);
    await desk.client.staff.signOut(out);
    expect(acts().filter((act) => act === 'signed_out')).toHaveLength(1);
  });

  it('is signed out where they were before', async () => {
    const other = await joinAs(lounge(), supervisor, 'counter', 'Loket 2');
    await signIn();
    await signIn(pins.operator, other);
    expect(session()).toMatchObject({ person: null });
    expect(session(other)).toMatchObject({ person: { id: clerk } });
    expect(lounge().db.prepare("SELECT detail FROM audit WHERE act = 'signed_out'").pluck().all()).toEqual([
      'another_machine',
    ]);
  });

  it('is still signed in after a restart, for 12 hours from when they began', async () => {
    await signIn();
    await test.restart('2026-11-24T08:02:00+07:00');
    const after = deskOf(lounge(), desk.device);
    expect(after.caller.actor()).toMatchObject({ role: 'operator', person: clerk });
    await after.client.staff.stay();
    for (let minutes = 2; minutes < 12 * 60 - 4; minutes += 4) {
      test.time.pass(4);
      await after.client.staff.stay();
    }
    expect(after.caller.actor()).toMatchObject({ role: 'operator' });
    test.time.pass(4);
    expect(after.caller.actor()).toMatchObject({ role: 'counter', person: null });
    expect(lounge().staff.snapshot(desk.device).person).toBeNull();
  });

  it('finds the screen locked when the hub was away for longer than they may be', async () => {
    await signIn();
    await test.restart('2026-11-24T08:30:00+07:00');
    expect(lounge().staff.snapshot(desk.device)).toMatchObject({ person: { id: clerk }, locked: true });
  });
});

describe('a screen', () => {
  it('locks after five idle minutes, says so before, and opens for the same person', async () => {
    await signIn();
    test.time.pass(4);
    expect(session().locksInSeconds).toBe(60);
    await desk.client.staff.stay();
    expect(session().locksInSeconds).toBe(300);
    test.time.pass(5);
    expect(session()).toMatchObject({ person: { id: clerk }, locked: true, locksInSeconds: null });
    expect(desk.caller.actor()).toEqual({ role: 'counter', device: desk.device, person: null });
    expect(await refusalOf(desk.client.staff.stay())).toMatchObject({ code: 'FORBIDDEN' });
    await desk.client.staff.unlock({ pin: pins.operator, requestKey: key() });
    expect(desk.caller.actor()).toMatchObject({ role: 'operator', person: clerk });
  });

  it('locks after fifteen minutes while somebody is served; number and time stay to be seen', async () => {
    await signIn();
    const at = () => ({ counterId: '1', requestKey: key() });
    await desk.client.counters.open(at());
    const { number } = await desk.client.queue.take({ serviceId: 'adminduk', priority: null, requestKey: key() });
    await desk.client.counters.callNext(at());
    await desk.client.counters.serve(at());
    expect(session().locksInSeconds).toBe(15 * 60);
    test.time.pass(14);
    expect(desk.caller.actor()).toMatchObject({ person: clerk });
    test.time.pass(1);
    expect(desk.caller.actor()).toMatchObject({ role: 'counter', person: null });
    expect(session()).toMatchObject({ locked: true, counter: { id: '1', number, servingSeconds: 15 * 60 } });
  });

  it('stays open while its person changes something, and a wrong PIN at a locked one does not open it', async () => {
    await signIn();
    for (let i = 0; i < 4; i += 1) {
      test.time.pass(4);
      await desk.client.queue.take({ serviceId: 'adminduk', priority: null, requestKey: key() });
    }
    expect(desk.caller.actor()).toMatchObject({ person: clerk });
    test.time.pass(6);
    await refusalOf(desk.client.staff.unlock({ pin: wrongPin, requestKey: key() }));
    expect(session()).toMatchObject({ locked: true });
    expect(desk.caller.actor()).toMatchObject({ role: 'counter', person: null });
  });

  it('is locked by the person, twice without harm, and another one may sit down there', async () => {
    await signIn();
    const requestKey = key();
    await desk.client.staff.lock({ requestKey });
    await desk.client.staff.lock({ requestKey });
    expect(session()).toMatchObject({ locked: true, person: { id: clerk } });
    const other = await hire(supervisor, 'Bagus Prasetyo', 'verifier', pins.other);
    await signIn(pins.other, desk, other);
    expect(session()).toMatchObject({ locked: false, person: { id: other, role: 'verifier' } });
    expect(await refusalOf(supervisor.client.staff.unlock({ pin: pins.operator, requestKey: key() }))).toMatchObject({
      code: 'PIN_WRONG',
    });
  });

  it('where nobody sits has nothing to unlock', async () => {
    const unlock = desk.client.staff.unlock({ pin: pins.operator, requestKey: key() });
    expect(await refusalOf(unlock)).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('locks by itself with nobody asking, when its time has come', async () => {
    await signIn();
    const work = await desk.client.counters.watch({ counterId: '1' });
    await work.next();
    const next = work.next();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      lounge().staff.workChanged(clerk); // its timer is one of the fake clock from here on
      test.time.pass(5);
      vi.advanceTimersByTime(5 * 60_000);
    } finally {
      vi.useRealTimers();
    }
    expect(await refusalOf(next)).toMatchObject({ code: 'FORBIDDEN' });
    expect(acts().at(-1)).toBe('locked');
  });
});

describe('a wrong PIN', () => {
  it('makes the next try wait, longer each time; the right one is waited for as well', async () => {
    expect(await refusalOf(signIn(wrongPin))).toEqual({ code: 'PIN_WRONG', data: { retrySeconds: 1 } });
    expect(await refusalOf(signIn())).toEqual({ code: 'PIN_SLOW', data: { retrySeconds: 1 } });
    test.time.pass(1 / 60);
    expect(await refusalOf(signIn(wrongPin))).toEqual({ code: 'PIN_WRONG', data: { retrySeconds: 2 } });
    test.time.pass(2 / 60);
    await signIn();
    await desk.client.staff.signOut({ requestKey: key() });
    expect(await refusalOf(signIn(wrongPin))).toEqual({ code: 'PIN_WRONG', data: { retrySeconds: 1 } });
  });

  it('is looked at one after another: many at once are no way past the waiting', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => refusalOf(signIn(wrongPin))));
    expect(tries.filter(({ code }) => code === 'PIN_WRONG')).toHaveLength(1);
    expect(tries.filter(({ code }) => code === 'PIN_SLOW')).toHaveLength(11);
  });

  it('says the same of somebody there is not, and of somebody who has left', async () => {
    const gone = { personId: clerk, name: 'Siti Aminah', role: 'operator', active: false } as const;
    await supervisor.client.staff.change({ ...gone, requestKey: key() });
    expect(await refusalOf(signIn(pins.operator))).toMatchObject({ code: 'PIN_WRONG' });
    expect(await refusalOf(signIn(pins.operator, desk, key()))).toMatchObject({ code: 'PIN_WRONG' });
    expect(await desk.client.staff.people()).not.toContainEqual(expect.objectContaining({ id: clerk }));
  });

  it('five times in a row locks the machine for everybody, not the person, also over a restart', async () => {
    for (let i = 0; i < 5; i += 1) {
      await refusalOf(signIn(wrongPin));
      test.time.pass(1);
    }
    expect(await refusalOf(signIn())).toEqual({ code: 'DEVICE_LOCKED', data: { seconds: 240 } });
    expect(session().deviceLockedSeconds).toBe(240);
    await test.restart('2026-11-24T08:06:00+07:00');
    const after = deskOf(lounge(), desk.device);
    const again = () => after.client.staff.signIn({ personId: clerk, pin: pins.operator, requestKey: key() });
    expect(await refusalOf(again())).toEqual({ code: 'DEVICE_LOCKED', data: { seconds: 180 } });
    // Nobody gets out of it by a clock of the year 2000.
    await test.restart('2000-01-01T00:00:00+07:00');
    expect(lounge().staff.snapshot(desk.device).deviceLockedSeconds).toBeGreaterThan(0);
    await test.restart('2026-11-24T08:09:01+07:00');
    const { client, caller } = deskOf(lounge(), desk.device);
    await client.staff.signIn({ personId: clerk, pin: pins.operator, requestKey: key() });
    expect(caller.actor()).toMatchObject({ person: clerk });
  });

  it('locks longer when it goes on, until a supervisor or a right one ends that', async () => {
    const locked = async () => {
      for (let i = 0; i < 5; i += 1) {
        await refusalOf(signIn(wrongPin));
        if (i < 4) test.time.pass(1);
      }
      return session().deviceLockedSeconds;
    };
    expect(await locked()).toBe(300);
    test.time.pass(5);
    expect(await locked()).toBe(600);
    const again = await hire(supervisor, 'Dewi Lestari', 'operator', pins.other).catch(() => '');
    expect(again).toBe(''); // the supervisor's own screen has locked meanwhile
    await supervisor.client.staff.unlock({ pin: pins.supervisor, requestKey: key() });
    const list = await supervisor.client.devices.list();
    expect(list.find(({ id }) => id === desk.device)).toMatchObject({ lockedSeconds: 600 });
    await supervisor.client.devices.unlock({ id: desk.device, requestKey: key() });
    test.time.pass(1);
    await signIn();
    expect(acts().filter((act) => act === 'device_locked')).toHaveLength(2);
  });
});

describe('whoever is signed in', () => {
  it('changes their own PIN with the old one', async () => {
    await signIn();
    const change = (pin: string, newPin: string) => desk.client.staff.changePin({ pin, newPin, requestKey: key() });
    expect(await refusalOf(change(pins.operator, '123456'))).toMatchObject({ code: 'PIN_WEAK' });
    expect(await refusalOf(change(wrongPin, pins.other))).toMatchObject({ code: 'PIN_WRONG' });
    test.time.pass(1);
    await change(pins.operator, pins.other);
    await signIn(pins.other);
    expect(await refusalOf(signIn(pins.operator))).toMatchObject({ code: 'PIN_WRONG' });
  });

  it('and is deactivated sees that what is open for them ends within a second', async () => {
    await signIn();
    const stream = await desk.client.queue.watch();
    await stream.next();
    const next = stream.next();
    const begun = performance.now();
    const its = { personId: clerk, name: 'Siti Aminah', role: 'operator', active: false } as const;
    await supervisor.client.staff.change({ ...its, requestKey: key() });
    expect(await refusalOf(next)).toMatchObject({ code: 'FORBIDDEN' });
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(desk.caller.actor()).toMatchObject({ role: 'counter', person: null });
  });

  it('and gets another role has it from the next message on', async () => {
    await signIn();
    expect(await refusalOf(desk.client.devices.list())).toMatchObject({ code: 'FORBIDDEN' });
    const its = { personId: clerk, name: 'Siti Aminah', active: true } as const;
    await supervisor.client.staff.change({ ...its, role: 'supervisor', requestKey: key() });
    expect(await desk.client.devices.list()).toHaveLength(3);
    await desk.client.staff.change({ ...its, role: 'signer', requestKey: key() });
    expect(await refusalOf(desk.client.devices.list())).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('sees that the streams of their work end with lock and sign-out, and the screen’s own goes on', async () => {
    for (const leave of ['lock', 'signOut'] as const) {
      await signIn();
      const own = await desk.client.staff.watch();
      await own.next();
      const work = await desk.client.counters.watch({ counterId: '1' });
      await work.next();
      const next = work.next();
      await desk.client.staff[leave]({ requestKey: key() });
      expect(await refusalOf(next)).toMatchObject({ code: 'FORBIDDEN' });
      expect((await own.next()).value).toMatchObject(leave === 'lock' ? { locked: true } : { person: null });
      await own.return?.();
    }
  });
});
