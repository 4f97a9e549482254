import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { newFolder, removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import {
  clientOf,
  firstSupervisor,
  hire,
  joinAs,
  key,
  pins,
  refusalOf,
} from '../../tests/doubles/lounge/front-desk.ts';
import { TestTime } from '../../tests/doubles/lounge/in-process.ts';
import { openOwnLounge } from '../../tests/doubles/lounge/own-lounge.ts';

afterAll(removeFolders);

it('neither log nor trail names a person, a PIN, a code or a token, whatever goes right or wrong', async () => {
  const data = newFolder('staff-privacy');
  const lines: string[] = [];
  const note = (level: string) => (its: object, message: string) =>
    lines.push(inspect([level, message, its], { depth: 9 }));
  const log = { info: note('info'), warn: note('warn'), error: note('error') };
  const time = new TestTime('2026-11-24T08:00:00+07:00');
  const lounge = openOwnLounge(data, time, log);
  const secrets = [lounge.staff.setUpCode() ?? '', ...Object.values(pins), 'Ratna Wulandari', 'Siti Aminah', '111112'];

  const supervisor = await firstSupervisor(lounge);
  const personId = await hire(supervisor, 'Siti Aminah');
  const desk = await joinAs(lounge, supervisor, 'counter', 'Loket 1');
  secrets.push(supervisor.token, desk.token);
  await refusalOf(desk.client.staff.signIn({ personId, pin: '111112', requestKey: key() }));
  await refusalOf(desk.client.staff.signIn({ personId, pin: pins.operator, requestKey: key() }));
  time.pass(1);
  await desk.client.staff.signIn({ personId, pin: pins.operator, requestKey: key() });
  await supervisor.client.staff.resetPin({ personId, pin: pins.other, requestKey: key() });
  secrets.push((await supervisor.client.devices.beginPairing({ kind: 'kiosk', name: 'Kios', requestKey: key() })).code);
  lounge.doorkeeper.pair('0000-0000');
  secrets.push(lounge.doorkeeper.recover());
  // A fault of ours while PIN and name are in hand: the maintenance PIN has nowhere to go.
  mkdirSync(join(data, 'maintenance.pin.new'));
  const code = lounge.staff.setUpCode() ?? '';
  const its = { name: 'Siti Aminah', pin: pins.other, maintenancePin: pins.maintenance, requestKey: key() };
  const fault = await refusalOf(clientOf(lounge, lounge.kioskCaller).staff.setUp({ ...its, code }));
  expect(fault.code).toBe('INTERNAL_SERVER_ERROR');

  expect(lines.join('\n')).toContain('a call failed');
  const trail = JSON.stringify(lounge.db.prepare('SELECT * FROM audit').all());
  for (const secret of secrets) {
    expect(secret).not.toBe('');
    expect(lines.join('\n')).not.toContain(secret);
    expect(trail).not.toContain(secret);
  }
  await lounge.close();
});
