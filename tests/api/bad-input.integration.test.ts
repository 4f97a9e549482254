import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countRows } from '../doubles/lounge/books.ts';
import { removeFolders } from '../doubles/lounge/data-folder.ts';
import type { Answer, Asked, RestClient } from '../doubles/lounge/rest-client.ts';
import { ServedLounge } from '../doubles/lounge/served-lounge.ts';
import { tuesdayMorning } from '../doubles/lounge/start-lounge.ts';

const name = (text: string) => ({ id: text, en: text });
const service = (id: string, letter: string, rest: object) => ({
  id,
  agencyId: 'desa',
  letter,
  name: name(id),
  icon: 'store',
  hue: '#1b7f8c',
  bring: [],
  counters: ['1'],
  serving: 'office',
  ...rest,
});
const catalogue = {
  calendar: { hours: { office: { tue: ['08:00-15:00'] }, afternoon: { tue: ['13:00-15:00'] } } },
  services: {
    agencies: [{ id: 'desa', name: name('Desa') }],
    counters: [{ id: '1', name: name('Loket 1') }],
    services: [
      service('buka', 'A', {}),
      service('siang', 'B', { serving: 'afternoon' }),
      service('kuota', 'C', { dailyQuota: 1 }),
    ],
  },
};

let lounge: ServedLounge;
let client: RestClient;

beforeAll(async () => {
  lounge = await ServedLounge.open(tuesdayMorning, catalogue);
  client = lounge.client();
  await client.ticket('kuota');
});
afterAll(async () => {
  await lounge.end();
  removeFolders();
});

/** Asks for what must be refused: the answer is a typed error, and the database is as it was. */
async function refusal(asked: Asked, status: number, code: string, by = client): Promise<Answer> {
  const books = () => ({
    rows: countRows(lounge.lounge.db),
    series: lounge.lounge.db.prepare('SELECT * FROM series').all(),
  });
  const before = books();
  const answer = await by.ask(asked);
  expect(answer.body, answer.text).toMatchObject({ status, code });
  expect(answer.status).toBe(status);
  // `defined` is what oRPC's own clients look for; everybody else reads the other four.
  const keys = Object.keys(answer.body).filter((key) => key !== 'defined');
  expect(keys.sort()).toEqual(['code', 'data', 'message', 'status']);
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  expect(answer.text).not.toMatch(/SQLITE|node_modules|\.ts:\d|at \w+ \(/);
  expect(books()).toEqual(before);
  return answer;
}

/** `refusal`, where nothing more is asked of the answer. */
const refused = async (...asked: Parameters<typeof refusal>): Promise<void> => void (await refusal(...asked));

const key = () => crypto.randomUUID();
const take = (body: unknown, rest: Partial<Asked> = {}): Asked => ({
  method: 'POST',
  path: '/api/tickets',
  body,
  ...rest,
});
const good = (change: object = {}) => ({ serviceId: 'buka', priority: null, requestKey: key(), ...change });

describe('a number is refused', () => {
  it('for a service that there is not', () => refused(take(good({ serviceId: 'tidak-ada' })), 404, 'SERVICE_UNKNOWN'));

  it('for a service that is closed, with the reason and when it opens', async () => {
    const { body } = await refusal(take(good({ serviceId: 'siang' })), 409, 'SERVICE_CLOSED');
    expect(body.data).toEqual({ reason: 'before_opening', reopensAt: '2026-11-24T13:00:00+07:00', notice: null });
  });

  it('for a service whose quota is used up', async () => {
    const { body } = await refusal(take(good({ serviceId: 'kuota' })), 409, 'SERVICE_CLOSED');
    expect(body.data).toMatchObject({ reason: 'quota_reached', reopensAt: '2026-12-01T08:00:00+07:00' });
  });

  it.each<[string, object]>([
    ['a priority that there is not', { priority: 'vip' }],
    ['no word on priority', { priority: undefined }],
    ['no request key', { requestKey: undefined }],
    ['a request key that is not a UUID', { requestKey: '1' }],
    ['an empty service', { serviceId: '' }],
    ['a service name without end', { serviceId: 'a'.repeat(65) }],
    ['a number for a service', { serviceId: 7 }],
    ['a list for a service', { serviceId: ['buka'] }],
    ['an object for a service', { serviceId: { $ne: null } }],
  ])('for %s', (_, change) => refused(take(good(change)), 400, 'BAD_REQUEST'));

  it.each(['__proto__', 'constructor', "buka' OR 1=1 --", 'BUKA', ' buka'])('for the service "%s"', (serviceId) =>
    refused(take(good({ serviceId })), 404, 'SERVICE_UNKNOWN'),
  );

  it('for a key that was used for something else, and the first answer stays', async () => {
    const requestKey = key();
    const first = await client.ticket('buka', requestKey);
    await refused(take(good({ requestKey, priority: 'elderly' })), 409, 'REQUEST_KEY_REUSED');
    await refused(take(good({ requestKey, serviceId: 'siang' })), 409, 'REQUEST_KEY_REUSED');
    expect(await client.ticket('buka', requestKey)).toEqual(first);
  });
});

describe('the same key with the same body', () => {
  it('gives the same answer and writes nothing twice, also when both come at once', async () => {
    const requestKey = key();
    const other = lounge.client();
    const [first, second] = await Promise.all([client.ticket('buka', requestKey), other.ticket('buka', requestKey)]);
    expect(second).toEqual(first);
    const rows = countRows(lounge.lounge.db);
    expect(await client.ticket('buka', requestKey)).toEqual(first);
    expect(countRows(lounge.lounge.db)).toEqual(rows);
  });
});

describe('a body is refused', () => {
  it.each<[string, string | Buffer]>([
    ['is not JSON', '{"serviceId": "buka"'],
    ['is empty', ''],
    ['is a text', '"buka"'],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['is nested without end', '['.repeat(30_000)],
    ['is not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('that %s', (_, body) => refused(take(body), 400, 'BAD_REQUEST'));

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'nonsense',
  ])('that says it is %s', (type) =>
    refused(take(JSON.stringify(good()), { headers: { 'content-type': type } }), 400, 'BAD_REQUEST'),
  );

  const tooLarge = () => JSON.stringify(good({ more: 'x'.repeat(65 * 1024) }));

  it('that is larger than 64 kB', () => refused(take(tooLarge()), 413, 'PAYLOAD_TOO_LARGE', lounge.client()));

  it('that is larger than 64 kB and does not say so', () =>
    refused(take(tooLarge(), { chunked: true }), 413, 'PAYLOAD_TOO_LARGE', lounge.client()));

  it('that is larger than 64 kB, before a stranger is told that he is one', () =>
    refused(take(tooLarge(), { signed: false }), 401, 'UNAUTHORIZED', lounge.client()));
});

describe('whoever asks is refused', () => {
  it.each<[string, Partial<Asked>]>([
    ['without a token', { signed: false }],
    ['with a wrong token', { headers: { authorization: 'Bearer wrong' } }],
    ['with an empty token', { headers: { authorization: 'Bearer ' } }],
    ['with another scheme', { headers: { authorization: 'Basic a2lvc2s6a2lvc2s=' } }],
    ['with a wrong cookie', { signed: false, headers: { cookie: 'anjungan=wrong' } }],
  ])('%s', async (_, how) => {
    await refused(take(good(), how), 401, 'UNAUTHORIZED');
    await refused({ path: '/api/services', ...how }, 401, 'UNAUTHORIZED');
  });

  it('with the token of the page, which is good for a session only', async () => {
    const page = lounge.client(lounge.sessions.tokens.page);
    await refused(take(good()), 401, 'UNAUTHORIZED', page).finally(() => page.close());
  });

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'from a page of %s',
    async (origin) => {
      await refused(take(good(), { headers: { origin } }), 403, 'FORBIDDEN');
      await refused({ path: '/api/openapi.json', headers: { origin } }, 403, 'FORBIDDEN');
      await refused({ path: '/kiosk', headers: { origin } }, 403, 'FORBIDDEN');
    },
  );

  it.each(['evil.example', '127.0.0.1', 'localhost:1', 'evil.example:80@127.0.0.1'])('by the name %s', (host) =>
    refused(take(good(), { headers: { host } }), 403, 'FORBIDDEN'),
  );

  it('without a name, as in HTTP/1.0', async () => {
    const socket = connect(lounge.port, '127.0.0.1');
    socket.end(`GET /api/services HTTP/1.0\r\nAuthorization: Bearer ${lounge.sessions.tokens.rest}\r\n\r\n`);
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1\.1 403/);
  });
});

describe('what is not there', () => {
  it.each(['/api/', '/api/nothing', '/api/services/1', '/api/queue/take', '/api/lounge/watch'])(
    'is said of %s',
    (path) => refused({ path }, 404, 'NOT_FOUND'),
  );

  it('is said of a ticket, and of what cannot be one', async () => {
    await refused({ path: `/api/tickets/${key()}` }, 404, 'TICKET_UNKNOWN');
    await refused({ path: '/api/tickets/A001' }, 400, 'BAD_REQUEST');
    await refused({ path: '/api/tickets/%27%3B--' }, 400, 'BAD_REQUEST');
  });

  it('is said of a path that cannot be read', () => refused({ path: '/api/tickets/%E0%A4%A' }, 400, 'BAD_REQUEST'));

  it.each([
    ['DELETE', '/api/tickets'],
    ['PUT', '/api/tickets'],
    ['PATCH', '/api/tickets'],
    ['POST', '/api/services'],
    ['PATCH', '/api/services'],
  ])('is said of %s %s, and which methods there are', async (method, path) => {
    const { headers } = await refusal({ method, path }, 405, 'METHOD_NOT_SUPPORTED');
    expect(headers.allow?.split(', ').sort().join(', ')).toBe(path === '/api/tickets' ? 'GET, POST' : 'GET');
  });

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%2e%2e%2fsecret.json',
    '/sounds/../../secret.json',
    '/sounds/..%2f..%2fsecret.json',
    '/sounds/..%5c..%5csecret.json',
    '/sounds/../secret.json',
    '/assets/../../secret.json',
    '/kiosk/../../secret.json',
    '/..\\secret.json',
    '//secret.json',
    '/%00',
    '/assets/kiosk.js%00.json',
    '/%E0%A4%A',
    '/%252e%252e/secret.json',
    '/lounge.key',
    '/package.json',
    '/',
    '/sounds/',
    '/sounds',
  ])('is said of the file %s', async (path) => {
    const { text } = await refusal({ path, signed: false }, 404, 'NOT_FOUND');
    expect(text).not.toContain('secret":');
  });

  it('is not said of the page and the sounds, which anybody on this machine may have', async () => {
    for (const path of ['/kiosk', '/kiosk/', '/kiosk?x=/../secret.json', '/assets/kiosk.js', '/sounds/id/x.ogg'])
      expect((await client.ask({ path, signed: false })).status, path).toBe(200);
    expect((await client.ask({ path: '/kiosk', method: 'POST', signed: false })).status).toBe(404);
  });
});

describe('a page’s token', () => {
  const session = (body: unknown, rest: Partial<Asked> = {}): Asked => ({
    method: 'POST',
    path: '/api/session',
    signed: false,
    body,
    ...rest,
  });

  it('is refused when it is wrong, missing or far too large', async () => {
    await refused(session({ token: 'wrong' }), 401, 'UNAUTHORIZED');
    await refused(session({ token: 7 }), 400, 'BAD_REQUEST');
    await refused(session({}), 400, 'BAD_REQUEST');
    await refused(session('null'), 400, 'BAD_REQUEST');
    await refused(session('{'), 400, 'BAD_REQUEST');
    await refused(session({ token: 'x'.repeat(70_000) }), 413, 'PAYLOAD_TOO_LARGE', lounge.client());
    await refused(session({ token: 'x'.repeat(70_000) }, { chunked: true }), 413, 'PAYLOAD_TOO_LARGE', lounge.client());
    await refused({ path: '/api/session', signed: false }, 401, 'UNAUTHORIZED');
    await refused({ method: 'PUT', path: '/api/session', signed: false }, 405, 'METHOD_NOT_SUPPORTED');
    const token = lounge.sessions.tokens.page;
    await refused(session({ token }, { headers: { origin: 'http://evil.example' } }), 403, 'FORBIDDEN');
  });

  it('is traded once for a cookie that scripts cannot read, and never again', async () => {
    const token = lounge.sessions.tokens.page;
    const { status, headers } = await client.ask(session({ token }));
    expect(status).toBe(200);
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^anjungan=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\//);
    await refused(session({ token }), 401, 'UNAUTHORIZED');

    const own = { cookie: cookie.split(';', 1)[0] as string, origin: `http://127.0.0.1:${lounge.port}` };
    const taken = await client.ask(take(good(), { signed: false, headers: own }));
    expect(taken.status).toBe(201);
    // Another site cannot use the cookie.
    await refused(
      take(good(), { signed: false, headers: { ...own, origin: 'http://evil.example' } }),
      403,
      'FORBIDDEN',
    );
  });
});

describe('every ticket', () => {
  it('stands one behind the people ahead of it', async () => {
    for (const priority of [null, 'elderly', null, 'disabled', 'pregnant', 'infant', null] as const) {
      const issued = await client.ticket('buka', key(), priority);
      expect(issued.position).toBe(issued.peopleAhead + 1);
      lounge.time.pass(1);
      const { body } = await client.get(`/api/tickets/${issued.id}`);
      expect(body).toMatchObject({ number: issued.number, state: 'waiting', priority });
      expect(body.position).toBe(body.peopleAhead + 1);
    }
  });
});

it('none of this was a fault of the lounge', () => {
  expect(lounge.reported).toEqual([]);
});
