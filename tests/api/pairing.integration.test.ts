import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolders } from '../doubles/lounge/data-folder.ts';
import { type Desk, firstSupervisor, hire, key, pins, refusalOf } from '../doubles/lounge/front-desk.ts';
import type { RestClient } from '../doubles/lounge/rest-client.ts';
import { connectLive, ServedLounge } from '../doubles/lounge/served-lounge.ts';
import { tuesdayMorning } from '../doubles/lounge/start-lounge.ts';

let lounge: ServedLounge;
let supervisor: Desk & { personId: string };
let client: RestClient;

beforeAll(async () => {
  lounge = await ServedLounge.open(tuesdayMorning);
  supervisor = await firstSupervisor(lounge.lounge);
  client = lounge.client();
});
afterAll(async () => {
  await lounge.end();
  removeFolders();
});

const code = async (kind: 'kiosk' | 'counter' | 'display' = 'counter') =>
  (await supervisor.client.devices.beginPairing({ kind, name: 'Loket 1', requestKey: key() })).code;
const pair = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  client.ask({ method: 'POST', path: '/api/pair', signed: false, body, headers });
const program = { 'x-anjungan-client': 'program' };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a joining machine', () => {
  it('that is a browser gets a cookie that no script can read, and works with it', async () => {
    const answer = await pair({ code: await code() }, { origin: `http://127.0.0.1:${lounge.port}` });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(['device']);
    expect(answer.body.device).toMatchObject({ kind: 'counter', name: 'Loket 1' });
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^anjungan=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=34560000$/);
    const own = { cookie: cookie.split(';', 1)[0] as string, origin: `http://127.0.0.1:${lounge.port}` };
    const live = await connectLive(lounge.port, own);
    const personId = await hire(supervisor, 'Siti Aminah');
    await live.client.staff.signIn({ personId, pin: pins.operator, requestKey: key() });
    // The same connection is the person's from here on.
    const taken = await live.client.queue.take({ serviceId: 'adminduk', priority: null, requestKey: key() });
    expect(taken.number).toMatch(/^A\d{3}$/);
    live.close();
  });

  it('that is a program of ours gets the token itself, and no cookie', async () => {
    const answer = await pair({ code: await code('display') }, program);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body.device).toMatchObject({ kind: 'display' });
    const live = await connectLive(lounge.port, bearer(answer.body.token));
    expect(await refusalOf(live.client.staff.people())).toMatchObject({ code: 'FORBIDDEN' });
    live.close();
  });

  it('with a wrong code is told so and nothing else, however it is wrong', async () => {
    const good = await code();
    for (const wrong of ['', '0000-0000', `${good}0`, '💥', 'x'.repeat(5000)]) {
      const { status, body } = await pair({ code: wrong });
      expect(status).toBe(401);
      expect(body).toMatchObject({ code: 'CODE_WRONG', status: 401, data: null });
    }
    expect((await pair({ code: good })).status).toBe(401);
  });

  it('that says nothing we understand is refused', async () => {
    expect((await pair({})).status).toBe(400);
    expect((await pair({ code: 7 })).status).toBe(400);
    expect((await pair('{')).status).toBe(400);
    expect((await client.ask({ path: '/api/pair', signed: false })).status).toBe(405);
    expect((await pair({ code: 'x'.repeat(70_000) })).status).toBe(413);
  });

  it('on a page of another site cannot use a code', async () => {
    expect((await pair({ code: await code() }, { origin: 'http://evil.example' })).status).toBe(403);
  });
});

describe('a machine that is turned away', () => {
  it('has its WebSocket closed within a second, and its token is refused everywhere', async () => {
    const { body } = await pair({ code: await code('kiosk') }, program);
    const live = await connectLive(lounge.port, bearer(body.token));
    expect((await supervisorsView(body.device.id))?.connected).toBe(true);
    const stream = await live.client.queue.watch();
    await stream.next();
    const closed = once(live.socket, 'close');
    const begun = performance.now();
    await supervisor.client.devices.revoke({ id: body.device.id, requestKey: key() });
    await closed;
    expect(performance.now() - begun).toBeLessThan(1000);
    expect((await client.ask({ path: '/api/services', headers: bearer(body.token) })).status).toBe(401);
    await expect(connectLive(lounge.port, bearer(body.token))).rejects.toThrow('401');
  });
});

describe('a browser that is used every few days', () => {
  it('gets its cookie anew with the page', async () => {
    const answer = await pair({ code: await code() });
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    const page = () =>
      client.ask({ path: '/kiosk', signed: false, headers: { cookie: cookie.split(';', 1)[0] as string } });
    expect((await page()).headers['set-cookie']).toBeUndefined();
    lounge.time.pass(2 * 24 * 60);
    expect((await page()).headers['set-cookie']).toEqual([cookie]);
    expect((await page()).headers['set-cookie']).toBeUndefined();
  });
});

describe('the short names of pages', () => {
  it('lead to the pages that there are', async () => {
    for (const name of ['counter', 'display']) {
      mkdirSync(join(lounge.web, 'renderer', name), { recursive: true });
      writeFileSync(join(lounge.web, 'renderer', name, 'index.html'), `<!doctype html><title>${name}</title>`);
      const { status, text } = await client.ask({ path: `/${name}`, signed: false });
      expect(status).toBe(200);
      expect(text).toContain(name);
    }
    expect((await client.ask({ path: '/admin', signed: false })).status).toBe(404);
  });
});

it('none of this was a fault of the lounge', () => {
  expect(lounge.reported).toEqual([]);
});

async function supervisorsView(id: string) {
  return (await supervisor.client.devices.list()).find((device) => device.id === id);
}
