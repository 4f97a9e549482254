import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestDesk } from '../../tests/doubles/lounge/desk.ts';
import { type Desk, deskOf, firstSupervisor, hire, joinAs, key, pins } from '../../tests/doubles/lounge/front-desk.ts';
import { TestLounge } from '../../tests/doubles/lounge/in-process.ts';

/** Counters whose person has gone: nobody calls there, and nothing may say that somebody does. */

let test: TestLounge;
let supervisor: Desk & { personId: string };
let pc: Desk;
let siti: string;

beforeEach(async () => {
  test = new TestLounge('2026-11-24T08:00:00+07:00');
  supervisor = await firstSupervisor(test.lounge);
  pc = await joinAs(test.lounge, supervisor, 'counter', 'PC loket 1');
  siti = await hire(supervisor, 'Siti Aminah');
  await signIn();
  await open('1');
});
afterEach(() => test.end());

const signIn = (at: { client: Desk['client'] } = pc, personId = siti, pin: string = pins.operator) =>
  at.client.staff.signIn({ personId, pin, requestKey: key() });
const signOut = () => pc.client.staff.signOut({ requestKey: key() });
const open = (counterId: string, at: { client: Desk['client'] } = pc) =>
  at.client.counters.open({ counterId, takeOver: false, requestKey: key() });
const callNext = () => pc.client.counters.callNext({ counterId: '1', requestKey: key() });
const counter = (id: string) => test.lounge.desk.list().find((one) => one.id === id);
const stateOf = (id: string) => counter(id)?.state;
/** What residents read at the service: why nobody calls. */
const pausedAt = (serviceId: string) => test.lounge.board.services().find(({ id }) => id === serviceId)?.paused;
const closings = () =>
  test.lounge.db.prepare("SELECT counter_id, actor FROM counter_event WHERE kind = 'closed' ORDER BY id").all();

describe('a counter whose person signs out', () => {
  it('is closed in the same step, and in the record by who left', async () => {
    expect(stateOf('1')).toBe('open');
    const out = { requestKey: key() };
    await pc.client.staff.signOut(out);
    await pc.client.staff.signOut(out);
    expect(stateOf('1')).toBe('closed');
    expect(closings()).toEqual([{ counter_id: '1', actor: siti }]);
  });

  it('tells the screens at once', async () => {
    const stop = new AbortController();
    const watched = await supervisor.client.counters.watch({ counterId: '1' }, { signal: stop.signal });
    expect((await watched.next()).value).toMatchObject({ counter: { state: 'open' }, holder: { name: 'Siti Aminah' } });
    const news = watched.next();
    await signOut();
    expect((await news).value).toMatchObject({ counter: { state: 'closed' }, holder: null });
    stop.abort();
  });

  it('no longer stands for the service: the others are on a break, and so is the service', async () => {
    const other = new TestDesk(test, '2');
    other.open();
    other.pause('prayer');
    expect(pausedAt('adminduk')).toBeNull();
    await signOut();
    expect(pausedAt('adminduk')).toBe('prayer');
    expect(stateOf('2'), 'a counter that is held by no account is not touched').toBe('paused');
  });

  it('is closed on a break as well: who goes home comes back from no break', async () => {
    await pc.client.counters.pause({ counterId: '1', reason: 'break', requestKey: key() });
    await signOut();
    expect(stateOf('1')).toBe('closed');
  });

  it('stays with its number while somebody stands there, and is closed when they have been served', async () => {
    const { number } = test.take('adminduk');
    await callNext();
    await signOut();
    expect(counter('1')).toMatchObject({ state: 'open', number });
    await signIn();
    expect(test.lounge.staff.snapshot(pc.device).counter).toMatchObject({ id: '1', number });
    await pc.client.counters.done({ counterId: '1', files: 1, requestKey: key() });
    expect(stateOf('1')).toBe('open');
    await signOut();
    expect(stateOf('1')).toBe('closed');
  });

  it('goes with the person to another machine, and not with the machine to another person', async () => {
    const second = await joinAs(test.lounge, supervisor, 'counter', 'PC loket 2');
    await signIn(second);
    expect(counter('1')).toMatchObject({ state: 'open' });
    const budi = await hire(supervisor, 'Budi Santoso', 'operator', pins.other);
    await signIn(second, budi, pins.other);
    expect(stateOf('1')).toBe('closed');
  });

  it('stays while the screen is locked', async () => {
    await pc.client.staff.lock({ requestKey: key() });
    expect(stateOf('1')).toBe('open');
  });
});

describe('a counter whose person is gone in another way', () => {
  it('is closed when their twelve hours are over, also while the hub was off', async () => {
    await test.restart('2026-11-24T20:30:00+07:00');
    expect(stateOf('1')).toBe('closed');
  });

  it('is closed when their account or their machine is taken away', async () => {
    const account = { personId: siti, name: 'Siti Aminah', role: 'operator' } as const;
    await supervisor.client.staff.change({ ...account, active: false, requestKey: key() });
    expect(stateOf('1')).toBe('closed');
    await supervisor.client.staff.change({ ...account, active: true, requestKey: key() });
    await signIn();
    await open('1');
    await supervisor.client.devices.revoke({ id: pc.device, requestKey: key() });
    expect(stateOf('1')).toBe('closed');
  });

  it('with somebody whom nobody finished yesterday is closed when the first one signs in today', async () => {
    test.take('adminduk');
    await callNext();
    await signOut();
    await supervisor.client.staff.signOut({ requestKey: key() });
    await test.restart('2026-11-25T07:30:00+07:00');
    expect(counter('1')).toMatchObject({ state: 'open', number: null });
    await signIn(deskOf(test.lounge, supervisor.device), supervisor.personId, pins.supervisor);
    expect(stateOf('1')).toBe('closed');
    const again = deskOf(test.lounge, pc.device);
    await signIn(again);
    expect(await open('1', again)).toEqual({ current: null });
  });
});
