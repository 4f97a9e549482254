import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '../../contract/principal.ts';
import { type Desk, firstSupervisor, key, refusalOf } from '../doubles/lounge/front-desk.ts';
import { connectLive, ServedLounge } from '../doubles/lounge/served-lounge.ts';

let test: ServedLounge;
let supervisor: Desk;
beforeEach(async () => {
  test = await ServedLounge.open('2026-11-24T09:00:00+07:00');
  supervisor = await firstSupervisor(test.lounge);
});
afterEach(() => test.end());

const program = async (...scopes: Scope[]) => {
  const { id, token } = await supervisor.client.integrations.add({ name: 'Papan kota', scopes, requestKey: key() });
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

  it('is listed without its token, and turned away for good', async () => {
    const { id, token, rest } = await program('queue:read');
    await rest.get('/api/services');
    const listed = await supervisor.client.integrations.list();
    expect(listed).toMatchObject([{ id, name: 'Papan kota', scopes: ['queue:read'], lastUsedAt: expect.any(String) }]);
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

  it.each(['turned away', 'given another token'])(
    'has its socket closed within a second when it is %s, and a kept connection is of no use',
    async (why) => {
      const asked = { name: 'Papan kota', scopes: ['queue:read' as const], requestKey: key() };
      const { id, token } = await supervisor.client.integrations.add(asked);
      const headers = { authorization: `Bearer ${token}` };
      const rest = test.client(token);
      expect((await rest.get('/api/services')).status).toBe(200);
      const live = await connectLive(test.port, headers);
      expect(await live.client.queue.services()).not.toHaveLength(0);
      const closed = once(live.socket, 'close');
      const begun = performance.now();
      if (why === 'turned away') await supervisor.client.integrations.revoke({ id, requestKey: key() });
      else await supervisor.client.integrations.add(asked);
      await closed;
      expect(performance.now() - begun).toBeLessThan(1000);
      expect((await rest.get('/api/services')).status).toBe(401);
      await expect(connectLive(test.port, headers)).rejects.toThrow('401');
    },
  );
});
