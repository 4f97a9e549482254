import { createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { supervisorActor } from '../../../tests/doubles/lounge/in-process.ts';
import { cable, freePort, LanLounge } from '../../../tests/doubles/lounge/lan-lounge.ts';
import { connectLive } from '../../../tests/doubles/lounge/served-lounge.ts';
import { tuesdayMorning } from '../../../tests/doubles/lounge/start-lounge.ts';
import { lanLimits } from '../limits.ts';

let lounge: LanLounge;
const open = async () => {
  lounge = await LanLounge.openOnLan(tuesdayMorning);
};
afterEach(() => lounge.end());
afterAll(removeFolders);

const take = () => ({ serviceId: 'adminduk', priority: null, requestKey: crypto.randomUUID() });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const json = { 'content-type': 'application/json' };
const askAs = (token: string, body: unknown) =>
  lounge.ask('/api/tickets', { method: 'POST', headers: { ...json, ...bearer(token) }, body });

describe('a lounge on its network', () => {
  it('is closed until a supervisor opens it, and closed again at once', async () => {
    await open();
    expect(lounge.lounge.lan.state()).toMatchObject({ running: true, problem: null, fingerprint: lounge.fingerprint });
    expect(lounge.lounge.lan.state().addresses).toEqual([
      `https://127.0.0.1:${lounge.lanPort}`,
      `https://localhost:${lounge.lanPort}`,
      `https://hub.test:${lounge.lanPort}`,
    ]);
    expect(await lounge.switchLan(false)).toMatchObject({ running: false, fingerprint: null, addresses: [] });
    await expect(lounge.ask('/kiosk')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('was never open on new data, and stays open over a restart', async () => {
    await open();
    const { fingerprint } = lounge;
    await lounge.restart(tuesdayMorning);
    expect(lounge.fingerprint).toBe(fingerprint);
    expect(await lounge.ask('/kiosk')).toMatchObject({ status: 200 });
    await lounge.end();
    lounge = new LanLounge(tuesdayMorning);
    expect(lounge.lounge.lan.state()).toEqual({
      enabled: false,
      interface: null,
      port: 8443,
      running: false,
      problem: null,
      fingerprint: null,
      addresses: [],
    });
    lounge = await LanLounge.openOnLan(tuesdayMorning);
  });

  it('is opened only on a network that is there, once for each key, and the trail says by whom', async () => {
    await open();
    const port = lounge.lanPort;
    const asked = { enabled: true, interface: 'wlan7', port, requestKey: crypto.randomUUID() };
    await expect(lounge.lounge.lan.set(supervisorActor, asked)).rejects.toMatchObject({ code: 'INTERFACE_UNKNOWN' });
    const again = { enabled: false, interface: cable, port, requestKey: crypto.randomUUID() };
    await lounge.lounge.lan.set(supervisorActor, again);
    await lounge.lounge.lan.set(supervisorActor, again);
    const trail = lounge.lounge.db.prepare("SELECT act, actor FROM audit WHERE act LIKE 'lan%' ORDER BY id").all();
    expect(trail).toEqual([
      { act: 'lan_opened', actor: 'staff-2' },
      { act: 'lan_closed', actor: 'staff-2' },
    ]);
  });

  it('shows its pages by name and by address, to a browser that trusts its authorities', async () => {
    await open();
    for (const host of ['127.0.0.1', 'localhost', 'hub.test', 'HUB.TEST'])
      expect(await lounge.ask('/kiosk', { host }), host).toMatchObject({
        status: 200,
        headers: { 'content-security-policy': expect.stringContaining("default-src 'none'") },
      });
    const { text } = await lounge.ask('/ca.crt');
    expect(text.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(text).not.toContain('PRIVATE');
  });

  it.each([
    ['another site’s page', { origin: 'https://bank.example' }],
    ['this very host without TLS', { origin: 'http://127.0.0.1' }],
    ['a name that was bent to this address', { host: 'bank.example' }],
    ['the hub’s name with another port', { host: 'hub.test:1' }],
  ])('does not answer %s', async (_who, headers) => {
    await open();
    expect(await lounge.ask('/kiosk', { headers })).toMatchObject({ status: 403 });
  });

  it('does not speak the TLS of another age', async () => {
    await open();
    const failure = await new Promise((resolve) => {
      const socket = connectTls({
        host: '127.0.0.1',
        port: lounge.lanPort,
        maxVersion: 'TLSv1.1',
        minVersion: 'TLSv1',
      });
      socket.on('secureConnect', () => resolve('connected')).on('error', (error) => resolve(error.message));
    });
    expect(failure).toMatch(/protocol|version|alert/i);
  });

  it('has no door there for those who belong to this machine', async () => {
    await open();
    const { rest, page, operator } = lounge.sessions.tokens;
    expect(await askAs(rest, take())).toMatchObject({ status: 401 });
    const post = { method: 'POST', headers: json };
    expect(await lounge.ask('/api/session', { ...post, body: { token: page } })).toMatchObject({ status: 404 });
    const recover = { method: 'POST', headers: bearer(operator) };
    expect(await lounge.ask('/api/operator/recover', recover)).toMatchObject({ status: 401 });
    expect(lounge.sessions.trade(page)).not.toBeNull();
  });
});

describe('a browser', () => {
  it('that shows its code gets a cookie which never leaves TLS, and is let in with it', async () => {
    await open();
    const code = await lounge.pairingCode('display', 'TV depan');
    const paired = await lounge.ask('/api/pair', { method: 'POST', headers: json, body: { code } });
    expect(paired.status).toBe(200);
    const [cookie = ''] = paired.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/; Max-Age=34560000; Secure$/);
    expect(paired.text).not.toContain(/=([^;]+)/.exec(cookie)?.[1] as string);
    const origin = `https://hub.test:${lounge.lanPort}`;
    const headers = { cookie: cookie.split(';', 1)[0] as string };
    expect(await upgrade({ ...headers, origin })).toBe(101);
    expect(await upgrade({ ...headers, origin: 'https://bank.example' })).toBe(403);
    expect(await upgrade(headers)).toBe(403);
    expect(await upgrade({ origin })).toBe(401);
  });

  it('gets its cookie set anew while it is used, also by the socket alone', async () => {
    await open();
    const code = await lounge.pairingCode('display', 'TV depan');
    const paired = await lounge.ask('/api/pair', { method: 'POST', headers: json, body: { code } });
    const cookie = (paired.headers['set-cookie']?.[0] ?? '').split(';', 1)[0] as string;
    lounge.time.pass(26 * 60);
    const set: string[] = [];
    await upgrade({ cookie, origin: `https://127.0.0.1:${lounge.lanPort}` }, (headers) => set.push(...headers));
    expect(set).toEqual([expect.stringMatching(new RegExp(`^${cookie};.*Max-Age=34560000; Secure$`))]);
  });
});

describe('a paired machine', () => {
  it('may send only so large a body', async () => {
    await open();
    const { token } = await lounge.pairProgram();
    expect(await askAs(token, { ...take(), serviceId: 'x'.repeat(70_000) })).toMatchObject({ status: 413 });
  });

  it('that takes twenty numbers a minute for an hour, with what its screens ask, is never told to wait', async () => {
    await open();
    const { device } = await lounge.pairProgram();
    const limits = lanLimits(() => lounge.monotonic);
    const caller = lounge.lounge.callers.own(device.id);
    const waits = new Set<number>();
    for (let ticket = 0; ticket < 20 * 60; ticket += 1) {
      lounge.monotonic += 3_000;
      for (let request = 0; request < 10; request += 1) waits.add(limits.caller(caller));
    }
    expect([...waits]).toEqual([0]);
  });

  it('that asks without end is told when to come again, while others are served; on this machine nobody is', async () => {
    await open();
    const [mad, calm] = [
      await lounge.pairProgram('kiosk', 'Anjungan 2'),
      await lounge.pairProgram('kiosk', 'Anjungan 3'),
    ];
    const path = '/api/services';
    const asked = { headers: bearer(mad.token) };
    let answer = await lounge.ask(path, asked);
    for (let i = 0; i < 150 && answer.status !== 429; i += 1) answer = await lounge.ask(path, asked);
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'TOO_MANY_REQUESTS', data: { retrySeconds: 1 } });
    expect((await askAs(calm.token, take())).status).not.toBe(429);
    lounge.monotonic += 1_000;
    expect((await lounge.ask(path, asked)).status).not.toBe(429);
    const local = lounge.client();
    for (let i = 0; i < 150; i += 1) expect((await local.get('/api/services')).status).not.toBe(429);
  });

  it('is told so over its socket as well', async () => {
    await open();
    const { token } = await lounge.pairProgram();
    const { client, close } = await connectLive(lounge.lanPort, bearer(token), await lounge.authorities());
    const answers = await Promise.allSettled(Array.from({ length: 130 }, () => client.queue.services()));
    const refused = answers.filter((answer) => answer.status === 'rejected').map((answer) => answer.reason as object);
    expect(refused).toHaveLength(10);
    expect(refused[0]).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429, data: { retrySeconds: 1 } });
    close();
  });

  it('that guesses codes is told to wait long before it could have found one', async () => {
    await open();
    const asked = { method: 'POST', headers: json, body: { code: '0000-0000' } };
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) statuses.push((await lounge.ask('/api/pair', asked)).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });

  it('is cut off within a second when it is turned away, and is not let in again', async () => {
    await open();
    const { token, device } = await lounge.pairProgram();
    const socket = new WebSocket(`wss://127.0.0.1:${lounge.lanPort}/rpc`, {
      headers: bearer(token),
      rejectUnauthorized: false,
    });
    await new Promise((resolve) => socket.once('open', resolve));
    const gone = new Promise((resolve) => socket.once('close', resolve));
    const begun = performance.now();
    await lounge.revoke(device.id);
    await gone;
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await upgrade(bearer(token))).toBe(401);
  });
});

describe('when something is wrong with the network', () => {
  it('the lounge says so, goes on alone, and is back by itself', async () => {
    await open();
    lounge.address = null;
    await lounge.lan.look();
    expect(lounge.lounge.lan.state()).toMatchObject({ enabled: true, running: false, problem: 'no_address' });
    expect((await lounge.client().post('/api/tickets', take())).status).toBe(201);
    lounge.address = '127.0.0.1';
    await lounge.lan.look();
    expect(lounge.lounge.lan.state()).toMatchObject({ running: true, problem: null });
  });

  it('the machine’s new address is served with the same key, and its old one is left', async () => {
    await open();
    const { fingerprint } = lounge;
    lounge.address = '127.0.0.2';
    await lounge.lan.look();
    expect(lounge.fingerprint).toBe(fingerprint);
    expect(await lounge.ask('/kiosk')).toMatchObject({ status: 200 });
    expect(await lounge.ask('/kiosk', { host: 'hub.test' })).toMatchObject({ status: 200 });
    lounge.address = '127.0.0.1';
    await expect(lounge.ask('/kiosk')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('a port that another program has is named, and taken once it is free', async () => {
    await open();
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    expect(await lounge.switchLan(true, port)).toMatchObject({ running: false, problem: 'port_taken' });
    await new Promise((resolve) => other.close(resolve));
    await lounge.lan.look();
    expect(lounge.lounge.lan.state()).toMatchObject({ running: true, problem: null, port });
  });
});

/** @returns the status of the answer to a WebSocket's knock */
function upgrade(headers: Record<string, string>, cookies?: (set: string[]) => void): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`wss://127.0.0.1:${lounge.lanPort}/rpc`, { headers, rejectUnauthorized: false });
    socket.on('upgrade', (response) => cookies?.(response.headers['set-cookie'] ?? []));
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (request, { statusCode = 0 }) => {
      request.destroy();
      resolve(statusCode);
    });
  });
}
