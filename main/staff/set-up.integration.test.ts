import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  clientOf,
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
const lounge = () => test.lounge;
const kiosk = () => clientOf(lounge(), lounge().kioskCaller);
const asked = (change: object = {}) => ({
  code: lounge().staff.setUpCode() ?? '',
  name: 'Ratna Wulandari',
  pin: pins.supervisor,
  maintenancePin: pins.maintenance,
  requestKey: key(),
  ...change,
});
const pinFile = () => join(test.folder, 'maintenance.pin');

beforeEach(() => {
  test = new TestLounge('2026-11-24T08:00:00+07:00');
});
afterEach(() => test.end());

describe('a lounge without a supervisor', () => {
  it('says so, and has a code to show; another one at the next start', async () => {
    expect(lounge().staff.snapshot('kiosk-1')).toMatchObject({ setUpNeeded: true, person: null });
    const code = lounge().staff.setUpCode();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await test.restart();
    expect(lounge().staff.setUpCode()).not.toBe(code);
  });

  it('gets its first one with the code, once, and keeps the maintenance PIN outside the database', async () => {
    const first = asked();
    const answer = await kiosk().staff.setUp(first);
    expect(await kiosk().staff.setUp(first), 'a lost reply').toEqual(answer);
    expect(lounge().staff.setUpCode()).toBeNull();
    expect(lounge().staff.snapshot('kiosk-1').setUpNeeded).toBe(false);
    expect(await refusalOf(kiosk().staff.setUp({ ...first, requestKey: key() }))).toMatchObject({ code: 'CODE_WRONG' });

    expect(statSync(pinFile()).mode & 0o777).toBe(0o600);
    const hash = readFileSync(pinFile(), 'utf8').trim();
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verify(hash, pins.maintenance)).toBe(true);
    await test.restart();
    expect(lounge().staff.setUpCode()).toBeNull();
  });

  it('gets none without a maintenance PIN, and the code is still good', async () => {
    const without = asked({ maintenancePin: undefined });
    expect(await refusalOf(kiosk().staff.setUp(without))).toMatchObject({ code: 'MAINTENANCE_PIN_MISSING' });
    expect(lounge().staff.snapshot('kiosk-1').setUpNeeded).toBe(true);
    await kiosk().staff.setUp(asked());
  });

  it.each([
    ['the supervisor', { pin: '123456' }],
    ['the machine', { maintenancePin: '777777' }],
  ])('refuses a weak PIN of %s, and the code is still good', async (_whose, change) => {
    expect(await refusalOf(kiosk().staff.setUp(asked(change)))).toMatchObject({ code: 'PIN_WEAK' });
    expect(existsSync(pinFile())).toBe(false);
    await kiosk().staff.setUp(asked());
  });

  it('shows another code after five wrong ones, and the machine is locked', async () => {
    const code = lounge().staff.setUpCode();
    for (let i = 0; i < 5; i += 1)
      expect(await refusalOf(kiosk().staff.setUp(asked({ code: '0000-0000' })))).toMatchObject({ code: 'CODE_WRONG' });
    expect(lounge().staff.setUpCode()).not.toBe(code);
    expect(await refusalOf(kiosk().staff.setUp(asked()))).toMatchObject({ code: 'DEVICE_LOCKED' });
    test.time.pass(5);
    expect(await refusalOf(kiosk().staff.setUp(asked({ code })))).toMatchObject({ code: 'CODE_WRONG' });
    await kiosk().staff.setUp(asked());
  });

  it('lets one counter in with the same code, at which the supervisor is made', async () => {
    const code = lounge().staff.setUpCode() ?? '';
    const supervisor = await firstSupervisor(lounge());
    expect(supervisor.caller.actor()).toEqual({
      role: 'supervisor',
      device: supervisor.device,
      person: supervisor.personId,
    });
    expect(() => joinWith(lounge(), code)).toThrow('not good');
  });
});

describe('a supervisor', () => {
  it('keeps the accounts: names are taken once, weak PINs are refused, everything is in the trail', async () => {
    const supervisor = await firstSupervisor(lounge());
    const { staff } = supervisor.client;
    const personId = await hire(supervisor, 'Siti Aminah');
    expect(await refusalOf(hire(supervisor, 'siti aminah'))).toMatchObject({ code: 'NAME_TAKEN' });
    expect(await refusalOf(hire(supervisor, 'Bagus', 'signer', '121212'))).toMatchObject({ code: 'PIN_WEAK' });
    const its = { personId, name: 'Siti Aminah', role: 'verifier', active: false } as const;
    expect(await staff.change({ ...its, requestKey: key() })).toEqual({
      id: personId,
      name: 'Siti Aminah',
      role: 'verifier',
      active: false,
      lastSignedInAt: null,
    });
    // The name of somebody who has left is free again; then they cannot come back under it.
    const other = await hire(supervisor, 'Siti Aminah', 'operator', pins.other);
    expect(await refusalOf(staff.change({ ...its, active: true, requestKey: key() }))).toMatchObject({
      code: 'NAME_TAKEN',
    });
    expect(await refusalOf(staff.change({ ...its, personId: key(), requestKey: key() }))).toMatchObject({
      code: 'PERSON_UNKNOWN',
    });
    const rows = lounge().db.prepare('SELECT actor, act, subject, detail FROM audit ORDER BY id').all();
    const by = { actor: supervisor.personId };
    expect(rows.slice(-4)).toEqual([
      { ...by, act: 'person_added', subject: personId, detail: 'operator' },
      { ...by, act: 'role_changed', subject: personId, detail: 'verifier' },
      { ...by, act: 'deactivated', subject: personId, detail: null },
      { ...by, act: 'person_added', subject: other, detail: 'operator' },
    ]);
    expect(() => lounge().db.exec('DELETE FROM audit')).toThrow('append-only');
    expect(() => lounge().db.exec("UPDATE audit SET actor = 'nobody'")).toThrow('append-only');
  });

  it('who is the last one cannot leave or become something else; with another one they can', async () => {
    const supervisor = await firstSupervisor(lounge());
    const its = { personId: supervisor.personId, name: 'Ratna Wulandari', requestKey: key() };
    for (const change of [
      { role: 'operator', active: true },
      { role: 'supervisor', active: false },
    ] as const)
      expect(await refusalOf(supervisor.client.staff.change({ ...its, ...change }))).toMatchObject({
        code: 'LAST_SUPERVISOR',
      });
    await hire(supervisor, 'Bagus Prasetyo', 'supervisor', pins.other);
    await supervisor.client.staff.change({ ...its, role: 'operator', active: true });
    expect(supervisor.caller.actor()).toMatchObject({ role: 'operator' });
  });

  it('gives a new PIN to somebody who has lost theirs, who is then signed out', async () => {
    const supervisor = await firstSupervisor(lounge());
    const personId = await hire(supervisor, 'Siti Aminah');
    const desk = await joinAs(lounge(), supervisor, 'counter', 'Loket 1');
    await desk.client.staff.signIn({ personId, pin: pins.operator, requestKey: key() });
    await supervisor.client.staff.resetPin({ personId, pin: pins.other, requestKey: key() });
    expect(desk.caller.actor()).toMatchObject({ role: 'counter', person: null });
    await desk.client.staff.signIn({ personId, pin: pins.other, requestKey: key() });
  });

  it('whose PIN is lost comes back with a code for the hub’s own user, good for ten minutes', async () => {
    const supervisor = await firstSupervisor(lounge());
    expect(lounge().staff.setUpCode()).toBeNull();
    const old = lounge().doorkeeper.recover();
    test.time.pass(10);
    expect(await refusalOf(kiosk().staff.setUp(asked({ code: old })))).toMatchObject({ code: 'CODE_WRONG' });
    const code = lounge().doorkeeper.recover();
    const { personId } = await kiosk().staff.setUp(asked({ code, pin: pins.other }));
    expect(personId, 'the same person, with a new PIN').toBe(supervisor.personId);
    expect(supervisor.caller.actor()).toMatchObject({ role: 'counter', person: null });
    const { client } = deskOf(lounge(), supervisor.device);
    await client.staff.signIn({ personId, pin: pins.other, requestKey: key() });
    const acts = lounge().db.prepare('SELECT act FROM audit').pluck().all();
    expect(acts.filter((act) => act === 'recovery_begun')).toHaveLength(2);
    expect(acts).toContain('recovered');
  });

  it('who comes back leaves the maintenance PIN to the technician, unless they give another', async () => {
    await firstSupervisor(lounge());
    const kept = readFileSync(pinFile(), 'utf8');
    const again = (change: object) => asked({ code: lounge().doorkeeper.recover(), pin: pins.other, ...change });
    await kiosk().staff.setUp(again({ maintenancePin: undefined }));
    expect(readFileSync(pinFile(), 'utf8')).toBe(kept);
    await kiosk().staff.setUp(again({ maintenancePin: pins.operator }));
    expect(await verify(readFileSync(pinFile(), 'utf8').trim(), pins.operator)).toBe(true);
  });

  it('may also be somebody new after a recovery', async () => {
    const supervisor = await firstSupervisor(lounge());
    const code = lounge().doorkeeper.recover();
    const { personId } = await kiosk().staff.setUp(asked({ code, name: 'Bagus Prasetyo', pin: pins.other }));
    expect(personId).not.toBe(supervisor.personId);
    expect(await supervisor.client.staff.accounts()).toHaveLength(2);
  });
});
