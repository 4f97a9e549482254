import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '../../contract/principal.ts';
import { deskOf, firstSupervisor, key, pins, refusalOf } from '../doubles/lounge/front-desk.ts';
import { connectLive, ServedLounge } from '../doubles/lounge/served-lounge.ts';

let test: ServedLounge;
let supervisor: Awaited<ReturnType<typeof firstSupervisor>>;
beforeEach(async () => {
  test = await ServedLounge.open('2026-11-24T09:00:00+07:00');
  supervisor = await firstSupervisor(test.lounge);
});
afterEach(() => test.end());

const add = (name: string, ...scopes: Scope[]) =>
  supervisor.client.integrations.add({ name, scopes, requestKey: key() });
const program = async (...scopes: Scope[]) => {
  const { id, token } = await add(`Papan kota ${scopes.join(' ')}`, ...scopes);
  return { id, token, rest: test.client(token) };
};

describe('a program with a token of its own', () => {
  it('may do what its scopes say and nothing else', async () => {
    const { rest } = await program('queue:read');
    expect((await rest.get('/api/services')).status).toBe(200);
    expect((await rest.get('/api/tickets?number=A001')).status).toBe(404);
    expect((await rest.get('/api/counters')).status).toBe(403);
    expect((await rest.take('adminduk')).status).toBe(403);
    expect((await rest.post('/api/display/mute', { minutes: 15, requestKey: key() })).status).toBe(403);
    const other = await program('display:write', 'counters:read');
    expect((await other.rest.post('/api/display/mute', { minutes: 15, requestKey: key() })).status).toBe(200);
    expect((await other.rest.get('/api/counters')).status).toBe(200);
    expect((await other.rest.get('/api/services')).status).toBe(403);
  });

  it('hears nothing of the residents, whatever its scopes are', async () => {
    const { rest } = await program('statistics:read', 'display:write');
    const claim = { letterId: 'sk_usaha', nik: '3510164508900001', by: { kind: 'name', name: 'Siti' } };
    for (const [name, body] of [
      ['state', {}],
      ['known', {}],
      ['identify', claim],
    ] as const)
      expect((await rest.post(`/api/residents/${name}`, body)).status).toBe(403);
  });

  it('follows letters by their code, and hears of nobody', async () => {
    const { rest } = await program('letters:read');
    // This lounge is no village office: it issues none.
    expect((await rest.get('/api/letters')).body).toEqual([]);
    expect((await rest.get('/api/letters/sk_usaha')).body).toMatchObject({ code: 'LETTER_UNKNOWN' });
    const track = () => rest.post('/api/requests/track', { code: '7K2M-9QXD' });
    expect((await track()).body).toMatchObject({ status: 404, code: 'REQUEST_UNKNOWN' });
    expect((await rest.post('/api/letters/verify', { token: 'x.y.z' })).body).toEqual({ result: 'false' });
    for (let tries = 2; tries < 10; tries += 1) await track();
    expect((await track()).body).toMatchObject({ status: 429, code: 'TOO_MANY_TRIES' });
    const { rest: other } = await program('queue:read');
    expect((await other.get('/api/letters')).status).toBe(403);
  });

  it('is listed without its token, and turned away for good', async () => {
    const { id, token, rest } = await program('queue:read');
    await rest.get('/api/services');
    const listed = await supervisor.client.integrations.list();
    expect(listed).toEqual([
      {
        id,
        name: 'Papan kota queue:read',
        scopes: ['queue:read'],
        madeAt: expect.stringContaining('2026-11-24T09:00'),
        madeBy: { id: supervisor.personId, name: 'Ratna Wulandari' },
        lastUsedAt: expect.stringContaining('2026-11-24T09:00'),
      },
    ]);
    expect(JSON.stringify(listed)).not.toContain(token);
    await supervisor.client.integrations.revoke({ id, requestKey: key() });
    expect((await rest.get('/api/services')).status).toBe(401);
    expect(await supervisor.client.integrations.list()).toEqual([]);
  });

  it('never stands in the database with its token, and a lost reply leaves no token that nobody has', async () => {
    const asked = { name: 'Papan kota', scopes: ['queue:read' as const], requestKey: key() };
    const lost = await supervisor.client.integrations.add(asked);
    const again = await supervisor.client.integrations.add(asked);
    expect(again.token).not.toBe(lost.token);
    expect((await test.client(lost.token).get('/api/services')).status).toBe(401);
    expect((await test.client(again.token).get('/api/services')).status).toBe(200);
    expect(await supervisor.client.integrations.list()).toHaveLength(1);
    const kept = JSON.stringify(test.lounge.db.prepare('SELECT answer FROM request_key').pluck().all());
    expect(kept).not.toContain(again.token);
    const trail = test.lounge.db.prepare('SELECT act FROM audit WHERE subject = ? ORDER BY id').pluck().all(again.id);
    expect(trail).toEqual(['integration_added', 'integration_token_replaced']);
  });

  it('gets no other token by a repeated request once it was turned away', async () => {
    const asked = { name: 'Papan kota', scopes: ['queue:read' as const], requestKey: key() };
    const { id } = await supervisor.client.integrations.add(asked);
    await supervisor.client.integrations.revoke({ id, requestKey: key() });
    expect(await refusalOf(supervisor.client.integrations.add(asked))).toMatchObject({ code: 'INTEGRATION_UNKNOWN' });
    expect(await supervisor.client.integrations.list()).toEqual([]);
  });

  it('has a name that no other program has, until it is turned away', async () => {
    const { id } = await add('Papan kota', 'queue:read');
    expect(await refusalOf(add('papan KOTA', 'counters:read'))).toMatchObject({ code: 'NAME_TAKEN' });
    expect(await supervisor.client.integrations.list()).toHaveLength(1);
    await supervisor.client.integrations.revoke({ id, requestKey: key() });
    await add('Papan kota', 'counters:read');
    expect(await supervisor.client.integrations.list()).toMatchObject([{ scopes: ['counters:read'] }]);
  });

  it('gets another token and stays the same program, which nobody has used yet', async () => {
    const { id, rest } = await program('queue:read');
    await rest.get('/api/services');
    const { token } = await supervisor.client.integrations.replaceToken({ id, requestKey: key() });
    expect((await rest.get('/api/services')).status).toBe(401);
    expect(await supervisor.client.integrations.list()).toMatchObject([{ id, lastUsedAt: null }]);
    const now = test.client(token);
    expect((await now.get('/api/services')).status).toBe(200);
    expect((await now.get('/api/counters')).status).toBe(403);
    expect(await supervisor.client.integrations.list()).toMatchObject([{ id, lastUsedAt: expect.any(String) }]);
  });

  it('has the newest token alone when the reply with another was lost, and no token is ever written down', async () => {
    const { id } = await program('queue:read');
    const asked = { id, requestKey: key() };
    const lost = await supervisor.client.integrations.replaceToken(asked);
    const again = await supervisor.client.integrations.replaceToken(asked);
    expect((await test.client(lost.token).get('/api/services')).status).toBe(401);
    expect((await test.client(again.token).get('/api/services')).status).toBe(200);
    const tables = ['request_key', 'audit', 'integration'];
    const kept = JSON.stringify(tables.map((table) => test.lounge.db.prepare(`SELECT * FROM ${table}`).all()));
    expect(kept).toContain(id);
    for (const { token } of [lost, again]) expect(kept).not.toContain(token);
  });

  it('gets no other token once it was turned away, and a key for one is good for that one alone', async () => {
    const [first, second] = [await program('queue:read'), await program('counters:read')];
    const requestKey = key();
    await supervisor.client.integrations.replaceToken({ id: first.id, requestKey });
    const wrong = supervisor.client.integrations.replaceToken({ id: second.id, requestKey });
    expect(await refusalOf(wrong)).toMatchObject({ code: 'REQUEST_KEY_REUSED' });
    expect((await second.rest.get('/api/counters')).status).toBe(200);
    await supervisor.client.integrations.revoke({ id: first.id, requestKey: key() });
    for (const again of [requestKey, key()]) {
      const late = supervisor.client.integrations.replaceToken({ id: first.id, requestKey: again });
      expect(await refusalOf(late)).toMatchObject({ code: 'INTEGRATION_UNKNOWN' });
    }
  });

  it('is seen to ask at once while the hub runs, and to the hour after it was off', async () => {
    const { rest } = await program('queue:read');
    await rest.get('/api/services');
    test.time.pass(2);
    await rest.get('/api/services');
    const used = async () => (await supervisor.client.integrations.list())[0]?.lastUsedAt;
    expect(await used()).toContain('T09:02');
    await test.restart();
    supervisor = { ...supervisor, ...deskOf(test.lounge, supervisor.device) };
    const { personId } = supervisor;
    await supervisor.client.staff.signIn({ personId, pin: pins.supervisor, requestKey: key() });
    expect(await used()).toContain('T09:00');
  });

  it.each(['turned away', 'given another token'])(
    'has its socket closed within a second when it is %s, and a kept connection is of no use',
    async (why) => {
      const { id, token } = await program('queue:read');
      const headers = { authorization: `Bearer ${token}` };
      const rest = test.client(token);
      expect((await rest.get('/api/services')).status).toBe(200);
      const live = await connectLive(test.port, headers);
      expect(await live.client.queue.services()).not.toHaveLength(0);
      const closed = once(live.socket, 'close');
      const begun = performance.now();
      if (why === 'turned away') await supervisor.client.integrations.revoke({ id, requestKey: key() });
      else await supervisor.client.integrations.replaceToken({ id, requestKey: key() });
      await closed;
      expect(performance.now() - begun).toBeLessThan(1000);
      expect((await rest.get('/api/services')).status).toBe(401);
      await expect(connectLive(test.port, headers)).rejects.toThrow('401');
    },
  );
});
