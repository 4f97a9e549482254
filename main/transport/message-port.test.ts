import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Router } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contract } from '../../contract/index.ts';
import type { Actor } from '../../contract/principal.ts';
import type { QueueSnapshot } from '../../contract/queue.ts';
import { callerOf } from '../../tests/doubles/lounge/in-process.ts';
import { type ApiContext, makeApi } from '../api.ts';
import { Live } from '../ops/live.ts';
import { isFrame, maySendFiles } from './frames.ts';
import { PortServer } from './message-port.ts';
import { framePort } from './node-port.ts';

const kiosk: Actor = { role: 'kiosk', device: 'kiosk-1', person: null };
const snapshot: QueueSnapshot = {
  at: '2026-11-24T09:14:00+07:00',
  serviceDay: '2026-11-24',
  agencies: [],
  services: [],
  calls: [],
};
const issued = {
  id: '0191f3a0-0000-7000-8000-000000000003',
  number: 'A-001',
  serviceDay: '2026-11-24',
  position: 1,
  peopleAhead: 0,
  promise: null,
  printJobId: '0191f3a0-0000-7000-8000-000000000002',
};
const take = { serviceId: 'surat-desa', priority: null, requestKey: '0191f3a0-0000-7000-8000-000000000001' };

let streams = 0;
let takenBy: Actor[] = [];
let live: Live<QueueSnapshot>;
let reports: unknown[];
let server: PortServer;
let near: MessagePort;
let far: MessagePort;

/** The real gatekeeper with the real contract; the lounge behind it is a few lines. */
function makeRouter(): Router<Contract, ApiContext> {
  const api = makeApi((error) => reports.push(error));
  return {
    queue: {
      take: api.queue.take.handler(({ context }) => {
        takenBy.push(context.by);
        return issued;
      }),
      watch: api.queue.watch.handler(async function* ({ signal }) {
        streams += 1;
        try {
          yield* live.watch(signal);
        } finally {
          streams -= 1;
        }
      }),
    },
    lounge: { answerHelp: api.lounge.answerHelp.handler(() => ({ state: 'ended' as const })) },
  } as unknown as Router<Contract, ApiContext>;
}

function clientOf(port: MessagePort): ContractRouterClient<Contract> {
  return createORPCClient(new RPCLink({ port: port as unknown as globalThis.MessagePort }));
}

beforeEach(() => {
  streams = 0;
  takenBy = [];
  reports = [];
  live = new Live(() => snapshot, 60_000);
  server = new PortServer(makeRouter(), (error) => reports.push(error));
  ({ port1: near, port2: far } = new MessageChannel());
});

afterEach(() => {
  near.close();
  far.close();
});

describe('a served port', () => {
  it('carries a call for the principal of its window, in strings', async () => {
    const frames: unknown[] = [];
    far.on('message', (frame) => frames.push(frame));
    server.serve(framePort(near), callerOf(kiosk));
    await expect(clientOf(far).queue.take(take)).resolves.toEqual(issued);
    expect(takenBy).toEqual([kiosk]);
    expect(frames.map((frame) => typeof frame)).toEqual(['string']);
  });

  it('refuses what the principal may not do', async () => {
    server.serve(framePort(near), callerOf(kiosk));
    const call = clientOf(far).lounge.answerHelp({ id: issued.id, requestKey: take.requestKey });
    await expect(call).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each(['page', 'program'])('ends its streams when the %s closes it', async (side) => {
    server.serve(framePort(near), callerOf(kiosk));
    const stream = await clientOf(far).queue.watch();
    await expect(stream.next()).resolves.toMatchObject({ value: snapshot });
    expect(streams).toBe(1);
    (side === 'page' ? far : near).close();
    await vi.waitFor(() => expect(streams).toBe(0));
    live.changed();
    expect(reports).toEqual([]);
  });

  it.each([
    ['no JSON', 'x'],
    ['no text', { i: '1', p: { u: '/queue/take' } }],
    ['no address', '{"i":"1","p":{"u":"http://["}}'],
    ['a frame that is too large', JSON.stringify({ i: '1', p: { u: '/queue/take', b: 'x'.repeat(65_536) } })],
  ])('is closed by %s, and the next one is served', async (_name, message) => {
    server.serve(framePort(near), callerOf(kiosk));
    const closed = once(far, 'close');
    far.postMessage(message);
    await closed;
    expect(reports).toHaveLength(1);
    const { port1, port2 } = new MessageChannel();
    server.serve(framePort(port1), callerOf(kiosk));
    await expect(clientOf(port2).queue.take(take)).resolves.toEqual(issued);
    port2.close();
  });
});

describe('a frame', () => {
  it.each([
    ['a call', '{"i":"1","p":{"u":"/queue/take","b":{"json":{}}}}', true],
    ['the end of one', '{"i":"1","t":4}', true],
    ['a list', '[1]', false],
    ['null', 'null', false],
    ['without an id', '{"p":{"u":"/queue/take"}}', false],
    ['a stream from the page', '{"i":"1","t":3,"p":{"e":"message"}}', false],
    ['with headers of a file', '{"i":"1","p":{"u":"/queue/take","h":{"content-type":"multipart/form-data"}}}', false],
    ['to another machine', '{"i":"1","p":{"u":"http://10.0.0.1/queue/take"}}', false],
  ])('%s: %s', (_name, text, good) => expect(isFrame(text)).toBe(good));

  it.each([
    ['the list of residents', '/residents/preview', 5_000_000, true],
    ['the list of residents', '/residents/preview', 28_500_000, false],
    ['any other call', '/queue/take', 70_000, false],
  ])('with %s, to %s, %d characters long, may be sent by a supervisor: %s', (_name, path, length, good) => {
    const text = JSON.stringify({ i: '1', p: { u: path, b: { json: { file: 'A'.repeat(length) } } } });
    const supervisor: Actor = { role: 'supervisor', device: 'counter-1', person: 'staff-1' };
    expect(isFrame(text, () => maySendFiles(callerOf(supervisor)))).toBe(good);
    for (const other of [kiosk, { ...supervisor, role: 'operator' as const }])
      expect(isFrame(text, () => maySendFiles(callerOf(other)))).toBe(false);
  });
});
