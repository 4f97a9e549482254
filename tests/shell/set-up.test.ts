import { afterAll, beforeAll, expect, it } from 'vitest';
import { key, pins } from '../doubles/lounge/front-desk.ts';
import { connectLive } from '../doubles/lounge/served-lounge.ts';
import { Kiosk, makeFolder } from './kiosk.ts';

/** The story of one hub that is set up; each test goes on where the one before ended. */
const folder = makeFolder();
let kiosk: Kiosk;
let code = '';

const start = () => {
  kiosk = new Kiosk(folder.path, ['--now', '2026-11-24T09:00:00+07:00']);
};
const boxes = () => kiosk.entries('message box').map(({ options }) => options as { message: string; detail: string });
const pair = async (typed: string) => {
  const { url } = await kiosk.ready();
  return fetch(new URL('/api/pair', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-anjungan-client': 'program' },
    body: JSON.stringify({ code: typed }),
  });
};

beforeAll(start);

afterAll(async () => {
  await kiosk.clear();
  folder.remove();
});

it('shows its set-up code on its own screen, once, and nowhere else', async () => {
  await kiosk.entry('message box');
  const { url } = await kiosk.ready();
  const [box] = boxes();
  code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(box?.message ?? '')?.[0] ?? '';
  expect(code).not.toBe('');
  expect(box?.detail).toContain(`Buka ${new URL('/join', url)} di komputer ini`);
  expect((await fetch(new URL('/join', url))).status).toBe(200);
  expect(kiosk.entries('shown')).toHaveLength(1);
  expect(boxes()).toHaveLength(1);
  expect(kiosk.stdout + kiosk.stderr).not.toContain(code);
});

it('shows another one in its place when wrong tries have ended it', async () => {
  const { url, token } = await kiosk.ready();
  const { client, close } = await connectLive(Number(new URL(url).port), { authorization: `Bearer ${token}` });
  for (let tries = 0; tries < 5; tries += 1) {
    const asked = { code: '0000-0000', name: 'Siapa', pin: pins.supervisor, maintenancePin: pins.maintenance };
    await expect(client.staff.setUp({ ...asked, requestKey: key() })).rejects.toThrow();
  }
  close();
  await kiosk.entry('message box', 2);
  await kiosk.entry('message box closed');
  expect(boxes()[1]?.message).not.toContain(code);
  expect((await pair(code)).status).toBe(401);
  code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(boxes()[1]?.message ?? '')?.[0] ?? '';
});

it('takes the code away once it has made a supervisor', async () => {
  const { token } = (await (await pair(code)).json()) as { token: string };
  const { url } = await kiosk.ready();
  const { client, close } = await connectLive(Number(new URL(url).port), { authorization: `Bearer ${token}` });
  const asked = { code, name: 'Ratna Wulandari', pin: pins.supervisor, maintenancePin: pins.maintenance };
  await client.staff.setUp({ ...asked, requestKey: key() });
  close();
  await kiosk.entry('message box closed', 2);
  expect(kiosk.stdout + kiosk.stderr).not.toContain(code);
});

it('shows none at the next start', async () => {
  kiosk.signal('SIGTERM');
  expect(await kiosk.ended()).toBe(0);
  await kiosk.clear();
  start();
  await (await kiosk.page()).getByText('Sentuh layar').waitFor();
  await kiosk.entry('shown');
  expect(boxes()).toEqual([]);
});
