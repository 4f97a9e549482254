import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Desk,
  deskOf,
  firstSupervisor,
  hire,
  joinAs,
  joinWith,
  key,
  pins,
  refusalOf,
} from '../../tests/doubles/lounge/front-desk.ts';
import { TestLounge } from '../../tests/doubles/lounge/in-process.ts';

let test: TestLounge;
let supervisor: Desk & { personId: string };
const lounge = () => test.lounge;
const begin = async () =>
  (await supervisor.client.devices.beginPairing({ kind: 'display', name: 'Layar ruang tunggu', requestKey: key() }))
    .code;
const listed = async (id: string) => (await supervisor.client.devices.list()).find((device) => device.id === id);

beforeEach(async () => {
  test = new TestLounge('2026-11-24T08:00:00+07:00');
  supervisor = await firstSupervisor(lounge());
});
afterEach(() => test.end());

describe('a pairing code', () => {
  it('lets one machine in, as what the supervisor said, and is used up', async () => {
    const code = await begin();
    const display = joinWith(lounge(), code.toLowerCase().replace('-', ' '));
    expect(display.caller.device?.kind).toBe('display');
    expect(display.caller.actor()).toEqual({ role: 'display', device: display.device, person: null });
    expect(() => joinWith(lounge(), code)).toThrow('not good');
    expect(await listed(display.device)).toMatchObject({
      kind: 'display',
      name: 'Layar ruang tunggu',
      pairedAt: '2026-11-24T08:00:00+07:00',
      connected: false,
    });
    expect(lounge().callers.byToken(display.token)?.caller.device).toEqual({ id: display.device, kind: 'display' });
  });

  it('is dead after five wrong tries, after five minutes, at its end and when there is a newer one', async () => {
    const wrong = await begin();
    for (let i = 0; i < 5; i += 1) expect(lounge().doorkeeper.pair('0000-0000')).toBeNull();
    expect(lounge().doorkeeper.pair(wrong)).toBeNull();

    const late = await begin();
    test.time.pass(5);
    expect(lounge().doorkeeper.pair(late)).toBeNull();
    await supervisor.client.staff.unlock({ pin: pins.supervisor, requestKey: key() });

    const ended = await begin();
    await supervisor.client.devices.endPairing({ requestKey: key() });
    expect(lounge().doorkeeper.pair(ended)).toBeNull();

    const older = await begin();
    const newer = await begin();
    expect(lounge().doorkeeper.pair(older)).toBeNull();
    expect(lounge().doorkeeper.pair(newer)).not.toBeNull();
  });

  it('still lets a machine in after four wrong tries', async () => {
    const code = await begin();
    for (let i = 0; i < 4; i += 1) lounge().doorkeeper.pair('0000-0000');
    expect(lounge().doorkeeper.pair(code)).not.toBeNull();
  });
});

describe('a machine’s token', () => {
  it('is good for 400 days from its last use, and after a restart', async () => {
    const { token } = await joinAs(lounge(), supervisor, 'kiosk', 'Anjungan 2');
    const day = 24 * 60;
    expect(lounge().callers.byToken(token)).toMatchObject({ renewed: false });
    test.time.pass(2 * day);
    expect(lounge().callers.byToken(token)).toMatchObject({ renewed: true });
    test.time.pass(399 * day);
    expect(lounge().callers.byToken(token)).toMatchObject({ renewed: true });
    await test.restart();
    expect(lounge().callers.byToken(token)).not.toBeNull();
    test.time.pass(401 * day);
    expect(lounge().callers.byToken(token)).toBeNull();
  });

  it('stands nowhere in the database', async () => {
    const { token } = await joinAs(lounge(), supervisor, 'kiosk', 'Anjungan 2');
    expect(JSON.stringify(lounge().db.prepare('SELECT * FROM session').all())).not.toContain(token);
    const hash = lounge().db.prepare('SELECT length(token_hash) FROM session LIMIT 1').pluck().get();
    expect(hash).toBe(32);
  });
});

describe('a machine that is turned away', () => {
  it('loses its token, its person, its connection and its streams at once', async () => {
    const desk = await joinAs(lounge(), supervisor, 'counter', 'Loket 1');
    const personId = await hire(supervisor, 'Siti Aminah');
    await desk.client.staff.signIn({ personId, pin: pins.operator, requestKey: key() });
    let hungUp = 0;
    const left = desk.caller.connect(() => (hungUp += 1));
    expect(await listed(desk.device)).toMatchObject({ connected: true });
    const stream = await desk.client.staff.watch();
    await stream.next();
    const next = stream.next();

    await supervisor.client.devices.revoke({ id: desk.device, requestKey: key() });
    expect(await refusalOf(next)).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(hungUp).toBe(1);
    left();
    expect(lounge().callers.byToken(desk.token)).toBeNull();
    expect(desk.caller.actor()).toBeNull();
    expect(await refusalOf(desk.client.staff.people())).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await listed(desk.device)).toBeUndefined();
    // The person may sit down elsewhere.
    const other = await joinAs(lounge(), supervisor, 'counter', 'Loket 2');
    await other.client.staff.signIn({ personId, pin: pins.operator, requestKey: key() });
  });

  it('is never the hub’s own, nor one that there is not', async () => {
    for (const id of ['kiosk-1', key()])
      expect(await refusalOf(supervisor.client.devices.revoke({ id, requestKey: key() }))).toMatchObject({
        code: 'DEVICE_UNKNOWN',
      });
  });
});

describe('a supervisor', () => {
  it('renames machines and sees when they were last here, also after a restart', async () => {
    const desk = await joinAs(lounge(), supervisor, 'counter', 'Loket 1');
    await supervisor.client.devices.rename({ id: desk.device, name: 'Loket Adminduk', requestKey: key() });
    const left = desk.caller.connect(() => undefined);
    test.time.pass(3);
    left();
    expect(await listed(desk.device)).toMatchObject({
      name: 'Loket Adminduk',
      connected: false,
      lastSeenAt: '2026-11-24T08:03:00+07:00',
    });
    await test.restart();
    expect(lounge().db.prepare('SELECT seen_at FROM device WHERE id = ?').pluck().get(desk.device)).toBe(
      Date.parse('2026-11-24T08:03:00+07:00'),
    );
  });
});

const usualDisplay = { volume: null, counters: null, language: 'id' } as const;

describe('the volume of a display', () => {
  /** What each of two displays is told when somebody asks now. */
  const volumes = async (...displays: Desk[]) => {
    const told: number[] = [];
    for (const { client } of displays)
      for await (const { sound } of await client.display.watch()) {
        told.push(sound.volume);
        break;
      }
    return told;
  };

  it('is the lounge’s until it has one of its own, which it is told at once and keeps over a restart', async () => {
    const hall = await joinAs(lounge(), supervisor, 'display', 'Layar ruang tunggu');
    const porch = await joinAs(lounge(), supervisor, 'display', 'Layar teras');
    const [usual] = await volumes(hall, porch);
    expect(await volumes(hall, porch)).toEqual([usual, usual]);

    const stream = await porch.client.display.watch();
    expect((await stream.next()).value).toMatchObject({ sound: { volume: usual } });
    const next = stream.next();
    await supervisor.client.devices.setDisplay({ ...usualDisplay, id: porch.device, volume: 0.35, requestKey: key() });
    expect((await next).value).toMatchObject({ sound: { volume: 0.35 } });
    await stream.return();
    expect(await volumes(hall, porch)).toEqual([usual, 0.35]);
    expect(await listed(porch.device)).toMatchObject({ display: { volume: 0.35 } });
    expect(await listed(hall.device)).toMatchObject({ display: usualDisplay });

    await test.restart();
    const again = { ...porch, ...deskOf(lounge(), porch.device) };
    expect(await volumes(again)).toEqual([0.35]);
    await deskOf(lounge(), supervisor.device).client.devices.setDisplay({
      ...usualDisplay,
      id: porch.device,
      requestKey: key(),
    });
    expect(await volumes(again)).toEqual([usual]);
  });

  it('is set once for one key, leaves its mark in the trail, and is silence when it is 0', async () => {
    const hall = await joinAs(lounge(), supervisor, 'display', 'Layar ruang tunggu');
    const requestKey = key();
    await supervisor.client.devices.setDisplay({ ...usualDisplay, id: hall.device, volume: 0, requestKey });
    await supervisor.client.devices.setDisplay({ ...usualDisplay, id: hall.device, volume: 0, requestKey });
    expect(await volumes(hall)).toEqual([0]);
    expect(
      await refusalOf(
        supervisor.client.devices.setDisplay({ ...usualDisplay, id: hall.device, volume: 1, requestKey }),
      ),
    ).toMatchObject({ code: 'REQUEST_KEY_REUSED' });
    const trail = lounge().db.prepare("SELECT subject FROM audit WHERE act = 'display_set'").pluck().all();
    expect(trail).toEqual([hall.device]);
  });

  it('is nothing for other machines, for none, or outside 0 to 1', async () => {
    const hall = await joinAs(lounge(), supervisor, 'display', 'Layar ruang tunggu');
    const set = (id: string, volume: number) =>
      refusalOf(supervisor.client.devices.setDisplay({ ...usualDisplay, id, volume, requestKey: key() }));
    expect(await set('kiosk-1', 0.5)).toMatchObject({ code: 'NOT_A_DISPLAY' });
    expect(await set(supervisor.device, 0.5)).toMatchObject({ code: 'NOT_A_DISPLAY' });
    expect(await set(key(), 0.5)).toMatchObject({ code: 'DEVICE_UNKNOWN' });
    for (const volume of [-0.1, 1.01, Number.NaN])
      expect(await set(hall.device, volume)).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await listed(hall.device)).toMatchObject({ display: usualDisplay });
  });
});

describe('what a display shows', () => {
  const shown = async ({ client }: Desk) => {
    for await (const { shows } of await client.display.watch()) return shows;
    return null;
  };

  it('is every counter in Indonesian until somebody says otherwise, each display for itself', async () => {
    const hall = await joinAs(lounge(), supervisor, 'display', 'Layar ruang tunggu');
    const porch = await joinAs(lounge(), supervisor, 'display', 'Layar teras');
    const asked = { ...usualDisplay, id: porch.device, counters: ['1', '3'], language: 'en' as const };
    await supervisor.client.devices.setDisplay({ ...asked, requestKey: key() });
    expect(await shown(hall)).toEqual({ counters: null, language: 'id' });
    expect(await shown(porch)).toEqual({ counters: ['1', '3'], language: 'en' });
    expect(await shown(supervisor)).toEqual({ counters: null, language: 'id' });
    expect(await listed(porch.device)).toMatchObject({ display: { counters: ['1', '3'], language: 'en' } });
    expect(await listed('kiosk-1')).toMatchObject({ display: null });
  });

  it('is all counters again when those it was for are gone, and never none', async () => {
    const hall = await joinAs(lounge(), supervisor, 'display', 'Layar ruang tunggu');
    const set = (counters: string[]) =>
      supervisor.client.devices.setDisplay({ ...usualDisplay, id: hall.device, counters, requestKey: key() });
    await set(['gone', '2']);
    expect(await shown(hall)).toEqual({ counters: ['2'], language: 'id' });
    await set(['gone']);
    expect(await shown(hall)).toEqual({ counters: null, language: 'id' });
    expect(await refusalOf(set([]))).toMatchObject({ code: 'BAD_REQUEST' });
  });
});
