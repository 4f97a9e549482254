import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newFolder, removeFolders } from '../doubles/lounge/data-folder.ts';
import { key, pins } from '../doubles/lounge/front-desk.ts';
import { runScript } from '../doubles/lounge/script.ts';
import { connectLive } from '../doubles/lounge/served-lounge.ts';
import { startLounge } from '../doubles/lounge/start-lounge.ts';

afterAll(removeFolders);

const staffTool = (...args: string[]) => runScript('staff', ...args);

/** Makes a supervisor at the hub's own kiosk. */
async function setUp(lounge: { port: number; token: string | undefined }, code: string, pin: string) {
  const { client, close } = await connectLive(lounge.port, { authorization: `Bearer ${lounge.token}` });
  const its = { name: 'Ratna Wulandari', maintenancePin: pins.maintenance, requestKey: key() };
  return client.staff.setUp({ ...its, code, pin }).finally(close);
}

describe('the hub’s own user', () => {
  it('reads the first set-up code on standard error, and comes back from a lost PIN by the running hub', async () => {
    const data = newFolder('recover');
    const lounge = await startLounge({ data });
    const code = /^anjungan: set-up code (\S{9}) makes the first supervisor$/m.exec(lounge.stderr())?.[1] ?? '';
    expect(lounge.stdout()).not.toContain(code);
    const first = await setUp(lounge, code, pins.supervisor);

    const way = join(data, 'run', 'hub.json');
    expect(statSync(way).mode & 0o777).toBe(0o600);
    const said = await staffTool('recover', '--data', data);
    expect(said).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\S{4}-\S{4}\n$/) });
    expect(await setUp(lounge, said.stdout.trim(), pins.other)).toEqual(first);

    const { token } = JSON.parse(readFileSync(way, 'utf8')) as { token: string };
    const ask = (bearer: string | undefined) =>
      fetch(`http://127.0.0.1:${lounge.port}/api/operator/recover`, {
        method: 'POST',
        headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
      });
    for (const bearer of ['wrong', lounge.token, undefined]) expect((await ask(bearer)).status).toBe(401);
    expect((await ask(token)).status).toBe(200);
    expect((await lounge.stop()).code).toBe(0);
    expect(existsSync(way)).toBe(false);
  });

  it('is told in one line that no hub runs, also where one was killed', async () => {
    const data = newFolder('no-hub');
    const none = await staffTool('recover', '--data', data);
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toBe(
      `anjungan: no hub runs on ${data}, or not as this user; start it, or name its folder with --data.\n`,
    );
    const lounge = await startLounge({ data });
    await lounge.kill();
    expect(await staffTool('recover', '--data', data)).toEqual(none);
  });

  it.each([{ args: [] }, { args: ['retire'] }, { args: ['recover', '--now'] }])(
    'is told how to ask: $args',
    async ({ args }) => {
      const { code, stderr } = await staffTool(...args);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^anjungan: [^\n]*npm run --silent staff -- recover \[--data DIR\]\n$/);
    },
  );
});
