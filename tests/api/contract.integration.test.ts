import { Readable } from 'node:stream';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, type ORPCError } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Contract, contract } from '../../contract/index.ts';
import type { Actor } from '../../contract/principal.ts';
import type { QueueSnapshot } from '../../contract/queue.ts';
import { PortServer } from '../../main/transport/message-port.ts';
import { framePort } from '../../main/transport/node-port.ts';
import type { KnownHub } from '../../main/transport/remote/known-hub.ts';
import { relay } from '../../main/transport/remote/relay.ts';
import { removeFolders } from '../doubles/lounge/data-folder.ts';
import { callerOf, clerkActor, kioskActor } from '../doubles/lounge/in-process.ts';
import { LanLounge } from '../doubles/lounge/lan-lounge.ts';
import { connectLive } from '../doubles/lounge/served-lounge.ts';
import { tuesdayMorning } from '../doubles/lounge/start-lounge.ts';
import { openWindowPort } from '../doubles/lounge/window.ts';

type Client = ContractRouterClient<Contract>;

let lounge: LanLounge;
/** Another machine that was let in on the lounge's network. */
let kiosk2: KnownHub;
const closing: (() => void)[] = [];
beforeAll(async () => {
  lounge = await LanLounge.openOnLan(tuesdayMorning);
  kiosk2 = await lounge.pairProgram();
});
afterAll(async () => {
  for (const close of closing) close();
  await lounge.end();
  removeFolders();
});

/** A window's port, as Electron would hand it over. */
function overPort(actor: Actor): Client {
  const { port1, port2 } = new MessageChannel();
  new PortServer(lounge.lounge.router, (error) => lounge.reported.push(error)).serve(framePort(port1), callerOf(actor));
  port2.start();
  closing.push(() => port2.close());
  return createORPCClient(new PortLink({ port: port2 }));
}

async function overSocket(): Promise<Client> {
  const { client, close } = await connectLive(lounge.port, { authorization: `Bearer ${lounge.sessions.tokens.rest}` });
  closing.push(close);
  return client;
}

function overHttp(): Client {
  return createORPCClient(
    new OpenAPILink(contract, {
      url: `http://127.0.0.1:${lounge.port}/api`,
      headers: { authorization: `Bearer ${lounge.sessions.tokens.rest}` },
    }),
  );
}

async function overLanSocket(): Promise<Client> {
  const { client, close } = await connectLive(
    lounge.lanPort,
    { authorization: `Bearer ${kiosk2.token}` },
    await lounge.authorities(),
  );
  closing.push(close);
  return client;
}

function overLanHttp(): Client {
  return createORPCClient(
    new OpenAPILink(contract, {
      url: `${lounge.url()}/api`,
      headers: { authorization: `Bearer ${kiosk2.token}` },
      fetch: async (asked) => {
        const { pathname, search } = new URL(asked.url);
        const answer = await lounge.open(pathname + search, {
          method: asked.method,
          headers: Object.fromEntries(asked.headers),
          body: await asked.text(),
          signal: asked.signal,
        });
        const type = answer.headers['content-type'] ?? '';
        return new Response(Readable.toWeb(answer) as ReadableStream, {
          status: answer.statusCode ?? 0,
          headers: { 'content-type': type },
        });
      },
    }),
  );
}

function overRelay(): Client {
  const { client, served, page } = openWindowPort();
  void relay(served, kiosk2);
  closing.push(() => page.close());
  return client;
}

const fresh = (serviceId = 'adminduk') => ({ serviceId, priority: null, requestKey: crypto.randomUUID() });
const failure = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('the call was granted'),
    (error: ORPCError<string, unknown>) => ({ code: error.code, status: error.status, data: error.data }),
  );

describe.each([
  ['a window’s port', () => overPort(kioskActor)],
  ['a WebSocket', overSocket],
  ['REST', overHttp],
  ['a WebSocket of the LAN', overLanSocket],
  ['REST of the LAN', overLanHttp],
  ['the relay of another machine', overRelay],
])('over %s', (_name, connect) => {
  let client: Client;
  beforeEach(async () => {
    client = await connect();
  });

  it('a number is taken, and is the same when its key comes again', async () => {
    const asked = fresh();
    const ticket = await client.queue.take(asked);
    expect(ticket.number).toMatch(/^A\d{3}$/);
    expect(await client.queue.take(asked)).toEqual(ticket);
    expect(await client.queue.ticket({ id: ticket.id })).toMatchObject({ number: ticket.number, state: 'waiting' });
  });

  it('a refusal is data with the code, status and reason of the contract', async () => {
    expect(await failure(client.queue.take(fresh('pajak-daerah')))).toEqual({
      code: 'SERVICE_CLOSED',
      status: 409,
      data: { reason: 'before_opening', reopensAt: '2026-11-24T13:00:00+07:00', notice: null },
    });
    expect(await failure(client.queue.take(fresh('dukun')))).toMatchObject({ code: 'SERVICE_UNKNOWN', status: 404 });
    const asked = fresh();
    await client.queue.take(asked);
    const reused = { ...asked, serviceId: 'surat-desa' };
    expect(await failure(client.queue.take(reused))).toMatchObject({ code: 'REQUEST_KEY_REUSED', status: 409 });
  });

  it.each([
    { ...fresh(), priority: 'vip' },
    { ...fresh(), requestKey: 'again' },
    { serviceId: 'adminduk', priority: null },
    { ...fresh(), serviceId: 7 },
    null,
  ])('what does not fit the contract is refused before any rule: %j', async (input) => {
    expect(await failure(client.queue.take(input as never))).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
  });

  it('a kiosk may not do what only staff do', async () => {
    const { id } = await client.lounge.callForHelp({ requestKey: crypto.randomUUID() });
    const answer = client.lounge.answerHelp({ id, requestKey: crypto.randomUUID() });
    expect(await failure(answer)).toMatchObject({ code: 'FORBIDDEN', status: 403 });
  });

  it('the queue is followed live, and the stream ends when the reader goes', async () => {
    const reader = await client.queue.watch();
    const waiting = async () => {
      const { value } = (await reader.next()) as IteratorYieldResult<QueueSnapshot>;
      return value.services.find((service) => service.id === 'surat-desa')?.waiting as number;
    };
    const before = await waiting();
    await client.queue.take(fresh('surat-desa'));
    let now = await waiting();
    while (now === before) now = await waiting();
    expect(now).toBe(before + 1);
    await reader.return?.();
  });
});

describe('a principal', () => {
  it('that may only work at a counter cannot call for help like a kiosk, and a display takes no number', async () => {
    const clerk = overPort(clerkActor);
    expect(await failure(clerk.lounge.callForHelp({ requestKey: crypto.randomUUID() }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const display = overPort({ role: 'display', device: 'tv-1', person: null });
    expect(await failure(display.queue.take(fresh()))).toMatchObject({ code: 'FORBIDDEN' });
    for await (const snapshot of await display.queue.watch()) {
      expect(snapshot.services.length).toBeGreaterThan(0);
      break;
    }
  });

  it('is asked for by every procedure: none is open to nobody or to everybody', () => {
    for (const domain of Object.values(contract))
      for (const [name, procedure] of Object.entries(domain))
        expect(procedure['~orpc'].meta.roles.length, name).toBeGreaterThan(0);
  });
});
