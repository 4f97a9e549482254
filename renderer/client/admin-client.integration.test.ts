import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsSnapshot } from '../../contract/settings.ts';
import { PortServer } from '../../main/transport/message-port.ts';
import { framePort } from '../../main/transport/node-port.ts';
import { callerOf, supervisorActor, TestLounge } from '../../tests/doubles/lounge/in-process.ts';
import { type AdminClient, adminClient } from './admin-client.ts';
import { CallError } from './call-error.ts';
import { Connection } from './connection.ts';
import { type Port, portWire } from './wire.ts';

/** A Tuesday morning in office hours. */
const morning = '2026-11-24T09:14:00+07:00';

let test: TestLounge;
let connection: Connection;
let client: AdminClient;
let ports: MessagePort[];

beforeEach(() => {
  test = new TestLounge(morning);
  ports = [];
  const server = new PortServer(test.lounge.router, () => undefined);
  connection = new Connection(async () => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    server.serve(framePort(port2), callerOf(supervisorActor));
    // Node's port has every call that is used; only its list of transferables is typed otherwise.
    return portWire(port1 as unknown as Port);
  });
  client = adminClient(connection);
});

afterEach(async () => {
  connection.close();
  for (const port of ports) port.close();
  await test.end();
});

/** The first snapshot of the settings that a page would get. */
const settings = (): Promise<SettingsSnapshot> =>
  new Promise((resolve) => {
    const stop = client.settings.watch()({
      value: (snapshot) => {
        stop();
        resolve(snapshot);
      },
      link: () => undefined,
    });
  });

describe("the supervisor's client at a real hub", () => {
  it('opens a letter, looks at a change, saves it, and takes it back', async () => {
    const { content } = await client.letterSettings.letter('sk_usaha');
    const part = 'letter:sk_usaha';
    const { villages } = await client.letterSettings.villages();
    expect(villages).toContainEqual(expect.objectContaining({ name: 'Tambakrejo', district: 'Muncar' }));
    const { revision } = await client.letterSettings.get();
    const other = { ...content, purpose: { id: 'Bukti usaha', en: 'Proof of a business' } };
    const nothing = { ...content, name: { id: '', en: '' } };
    expect(await client.letterSettings.preview({ part, content: nothing })).toMatchObject({ ok: false, at: 'name.id' });
    const saved = await client.letterSettings.save({ part, content: other, revision });
    expect(await client.letterSettings.letter('sk_usaha')).toMatchObject({ content: other, own: true, ...saved });
    expect(await client.letterSettings.history()).toMatchObject([{ part, act: 'saved' }]);
    await client.letterSettings.undo(saved);
    expect((await client.letterSettings.letter('sk_usaha')).content).toEqual(content);
  });

  it('looks at a change, saves it, and takes it back', async () => {
    const { lounge, revision } = await settings();
    const content = { ...lounge, texts: [{ id: 'Gratis', en: 'Free' }] };
    expect(await client.settings.preview({ part: 'lounge', content })).toMatchObject({ ok: true });
    const saved = await client.settings.save({ part: 'lounge', content, revision });
    expect((await settings()).lounge.texts).toEqual(content.texts);
    await client.settings.undo(saved);
    expect((await settings()).lounge.texts).toEqual(lounge.texts);
    expect((await client.settings.history()).map(({ act }) => act)).toEqual(['undone', 'saved']);
  });

  it('is told where something is wrong as the form names it', async () => {
    const { services } = await settings();
    const [first, second, ...rest] = services.services;
    if (first === undefined || second === undefined) throw new Error('the lounge has too few services');
    const content = { ...services, services: [first, { ...second, letter: first.letter }, ...rest] };
    expect(await client.settings.preview({ part: 'services', content })).toMatchObject({
      ok: false,
      code: 'taken',
      at: 'services[1].letter',
    });
  });

  it('does not save over what somebody else has saved', async () => {
    const { lounge, revision } = await settings();
    await client.settings.save({ part: 'lounge', content: { ...lounge, spareLetter: 'Z' }, revision });
    const late = client.settings.save({ part: 'lounge', content: { ...lounge, spareLetter: 'Y' }, revision });
    await expect(late).rejects.toThrow(CallError);
    expect((await settings()).lounge.spareLetter).toBe('Z');
  });

  it('mutes the voice, closes a service and opens it again', async () => {
    expect((await client.display.mute({ minutes: 15 })).mutedUntil).toBe('2026-11-24T09:29:00+07:00');
    const { closed } = await client.settings.closeNow({ serviceIds: ['adminduk'], reason: 'event', until: null });
    expect(closed).toEqual(['adminduk']);
    expect((await settings()).closedNow).toMatchObject([{ serviceId: 'adminduk' }]);
    await client.settings.reopenNow({ serviceIds: null });
    expect((await settings()).closedNow).toEqual([]);
  });

  it('hears which displays can be heard', async () => {
    expect(await client.display.sounds()).toEqual([]);
    const tv = { role: 'display', device: 'tv-1', person: null } as const;
    test.lounge.display.report(tv, { sound: 'blocked', lastSpoken: null });
    test.time.pass(1);
    expect(await client.display.sounds()).toEqual([
      { device: 'tv-1', sound: 'blocked', lastSpoken: null, seconds: 60 },
    ]);
  });

  it('remembers that the first start has been through', async () => {
    expect(await client.settings.firstStart()).toEqual({ done: false });
    await client.settings.finishFirstStart({});
    expect(await client.settings.firstStart()).toEqual({ done: true });
  });

  it('lists who was not served, and gives them first places', async () => {
    const { number } = test.take('adminduk');
    expect((await client.queue.unserved()).map((ticket) => ticket.number)).toEqual([number]);
    const ended = await client.queue.endDay({ carry: true });
    expect(ended).toMatchObject([{ number, next: { day: '2026-11-25' } }]);
    expect(await client.queue.unserved()).toEqual([]);
  });

  it('gives a program a token, another one, and none', async () => {
    const { integrations } = client;
    const { id, token } = await integrations.add({ name: 'Situs web', scopes: ['queue:read'] });
    expect(test.lounge.callers.byToken(token)).not.toBeNull();
    const another = await integrations.replaceToken({ id });
    expect(test.lounge.callers.byToken(token)).toBeNull();
    expect(test.lounge.callers.byToken(another.token)).not.toBeNull();
    expect(await integrations.list()).toMatchObject([{ id, name: 'Situs web', madeBy: { id: 'staff-2' } }]);
    await expect(integrations.add({ name: 'situs web', scopes: ['queue:read'] })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
    await integrations.revoke({ id });
    expect(test.lounge.callers.byToken(another.token)).toBeNull();
    expect(await integrations.list()).toEqual([]);
  });
});
