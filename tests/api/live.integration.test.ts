import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { countRows } from '../doubles/lounge/books.ts';
import { removeFolders } from '../doubles/lounge/data-folder.ts';
import { firstSupervisor, key } from '../doubles/lounge/front-desk.ts';
import { connectLive, ServedLounge } from '../doubles/lounge/served-lounge.ts';
import { tuesdayMorning } from '../doubles/lounge/start-lounge.ts';

let lounge: ServedLounge;
let own: { cookie: string; origin: string };
const sockets: { close(): void }[] = [];

beforeAll(async () => {
  lounge = await ServedLounge.open(tuesdayMorning);
  const { headers } = await lounge.client().ask({
    method: 'POST',
    path: '/api/session',
    signed: false,
    body: { token: lounge.sessions.tokens.page },
  });
  own = {
    cookie: headers['set-cookie']?.[0]?.split(';', 1)[0] as string,
    origin: `http://127.0.0.1:${lounge.port}`,
  };
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});
afterAll(async () => {
  await lounge.end();
  removeFolders();
});

async function live(headers: Readonly<Record<string, string>> = own) {
  const connection = await connectLive(lounge.port, headers);
  sockets.push(connection);
  return connection;
}

/** The HTTP status that a handshake got. */
function handshake(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${lounge.port}${path}`, { headers });
  sockets.push(socket);
  const { promise, resolve } = Promise.withResolvers<number>();
  socket.on('error', () => undefined);
  socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
  socket.once('open', () => resolve(101));
  return promise;
}

describe('a live connection is admitted', () => {
  it('with the cookie and our own origin, or with the token from a program', async () => {
    expect(await handshake('/rpc', own)).toBe(101);
    expect(await handshake('/rpc', { ...own, origin: `http://localhost:${lounge.port}` })).toBe(101);
    expect(await handshake('/rpc', { authorization: `Bearer ${lounge.sessions.tokens.rest}` })).toBe(101);
  });

  it('to nobody else', async () => {
    const { cookie, origin } = own;
    expect(await handshake('/rpc', { cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await handshake('/rpc', { cookie, origin: 'null' })).toBe(403);
    expect(await handshake('/rpc', { cookie })).toBe(403);
    expect(await handshake('/rpc', { cookie, origin, host: 'evil.example' })).toBe(403);
    expect(await handshake('/rpc', { origin })).toBe(401);
    expect(await handshake('/rpc', {})).toBe(403);
    expect(await handshake('/rpc', { origin, cookie: 'anjungan=wrong' })).toBe(401);
    expect(await handshake('/rpc', { authorization: 'Bearer wrong' })).toBe(401);
    const bearer = `Bearer ${lounge.sessions.tokens.rest}`;
    expect(await handshake('/rpc', { authorization: bearer, origin: 'http://evil.example' })).toBe(403);
    expect(await handshake('/other', own)).toBe(404);
  });

  it('and shows the queue and the house from the first snapshot on', async () => {
    const { client } = await live();
    for await (const snapshot of await client.queue.watch()) {
      expect(snapshot.services.map((service) => service.id)).toContain('adminduk');
      break;
    }
    for await (const snapshot of await client.lounge.watch()) {
      expect(snapshot).toMatchObject({ clockConfirmed: true, printer: 'absent', help: null });
      break;
    }
  });
});

describe('a live connection of a counter', () => {
  it('carries a whole list of residents for a supervisor, and for nobody before or after', async () => {
    const { caller, token, client } = await firstSupervisor(lounge.lounge);
    expect(caller.actor()?.role).toBe('supervisor');
    const people = Array.from({ length: 20_000 }, (_, i) => `35101605089${String(i + 1).padStart(5, '0')};Siti ${i}`);
    const file = Buffer.from(['NIK;NAMA', ...people].join('\n').padEnd(2_000_000, ' ')).toString('base64');
    const connection = await live({ authorization: `Bearer ${token}` });
    const { added, wrongRows } = await connection.client.residents.preview({ file });
    expect(added + wrongRows).toBe(20_000);
    await client.staff.signOut({ requestKey: key() });
    const closed = once(connection.socket, 'close');
    await expect(connection.client.residents.preview({ file })).rejects.toThrow();
    expect((await closed)[0]).toBe(1008);
  });
});

describe('a live connection that misbehaves', () => {
  // oRPC writes what it could not read to standard error.
  beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => void vi.restoreAllMocks());

  const nothingWritten = async (act: () => Promise<unknown>) => {
    const before = countRows(lounge.lounge.db);
    await act();
    expect(countRows(lounge.lounge.db)).toEqual(before);
    // Everybody else is served as before.
    const { client } = await live();
    expect(await client.queue.services()).not.toHaveLength(0);
    expect((await lounge.client().get('/api/services')).status).toBe(200);
  };

  it('with a frame over 64 kB is closed as too large', () =>
    nothingWritten(async () => {
      const { socket } = await live();
      const { promise, resolve } = Promise.withResolvers<number>();
      socket.on('error', () => undefined);
      socket.once('close', resolve);
      socket.send('x'.repeat(65 * 1024));
      expect(await promise).toBe(1009);
    }));

  it.each<[string, string | Buffer]>([
    ['text that is not JSON', 'hello'],
    ['JSON that is no message', '[1, 2, 3]'],
    ['null', 'null'],
    ['an empty frame', ''],
    ['bytes', Buffer.from([0, 255, 1, 254])],
    ['a message without a procedure', '{"i":"1","p":{}}'],
    ['a message for a path that is not there', '{"i":"1","p":{"u":"/no/such","b":{"json":{}}}}'],
    ['a message for a path that is none', '{"i":"1","p":{"u":7}}'],
    ['a prototype', '{"i":"1","p":{"u":"/__proto__/constructor","b":{"json":{}}}}'],
    ['an answer to nothing', '{"i":"99","t":3,"p":{}}'],
  ])('with %s does no harm', (_, frame) =>
    nothingWritten(async () => {
      const { socket } = await live();
      socket.on('error', () => undefined);
      for (let i = 0; i < 3 && socket.readyState === WebSocket.OPEN; i += 1) socket.send(frame);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }),
  );

  it('with a call that is malformed, unknown or not for a kiosk hears a typed error', () =>
    nothingWritten(async () => {
      const { client } = await live();
      const requestKey = crypto.randomUUID();
      const take = client.queue.take as (input: unknown) => Promise<unknown>;
      await expect(take({ serviceId: 'adminduk' })).rejects.toMatchObject({ code: 'BAD_REQUEST', status: 400 });
      await expect(take({ serviceId: 'tidak-ada', priority: null, requestKey })).rejects.toMatchObject({
        code: 'SERVICE_UNKNOWN',
        status: 404,
      });
      await expect(client.lounge.answerHelp({ id: crypto.randomUUID(), requestKey })).rejects.toMatchObject({
        code: 'FORBIDDEN',
        status: 403,
      });
      await expect(client.lounge.endHelp({ id: crypto.randomUUID(), requestKey })).rejects.toMatchObject({
        code: 'HELP_UNKNOWN',
        status: 404,
      });
      await expect(client.printing.watchJob({ id: crypto.randomUUID() })).rejects.toMatchObject({
        code: 'PRINT_JOB_UNKNOWN',
        status: 404,
      });
    }));

  it('that vanishes in the middle of a stream leaves nothing behind', () =>
    nothingWritten(async () => {
      const { client, socket } = await live();
      const stream = await client.queue.watch();
      await stream.next();
      socket.on('error', () => undefined);
      socket.terminate();
    }));
});

it('none of this was a fault of the lounge', () => {
  // What a socket did wrong is noted; nothing else is.
  expect(lounge.reported.map((error) => (error as { code?: string }).code)).toEqual(
    lounge.reported.map(() => expect.stringMatching(/^BAD_FRAME$|^WS_ERR_|^ECONNRESET$/)),
  );
});
