import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaFile, MediaItem } from '../../contract/media.ts';
import { removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import {
  type Desk,
  deskOf,
  firstSupervisor,
  hire,
  joinAs,
  key,
  pins,
  refusalOf,
} from '../../tests/doubles/lounge/front-desk.ts';
import { silentLog, supervisorActor } from '../../tests/doubles/lounge/in-process.ts';
import type { Asked } from '../../tests/doubles/lounge/rest-client.ts';
import { ServedLounge } from '../../tests/doubles/lounge/served-lounge.ts';
import { tuesdayMorning } from '../../tests/doubles/lounge/start-lounge.ts';
import { hugePng, jpegHead, mp4, png, webm } from '../../tests/doubles/media/files.ts';
import { Audit } from '../store/audit.ts';
import { MediaIntake } from './intake.ts';
import { MediaShelf } from './shelf.ts';

let lounge: ServedLounge;
let supervisor: Desk;
let display: Desk;

beforeEach(async () => {
  lounge = await ServedLounge.open(tuesdayMorning);
  supervisor = await firstSupervisor(lounge.lounge);
  display = await joinAs(lounge.lounge, supervisor, 'display', 'Layar ruang tunggu');
});
afterEach(() => lounge.end());
afterAll(removeFolders);

const folder = () => join(lounge.folder, 'media');
const ask = (token: string | undefined, asked: Asked) =>
  lounge.client(token ?? '').ask({ signed: token !== undefined, ...asked });
const fetched = (name: string, headers: Asked['headers'] = {}, token = display.token) =>
  ask(token, { path: `/media/${encodeURIComponent(name)}`, headers });
const send = (name: string, body: Buffer, asked: Partial<Asked> = {}, token = supervisor.token) =>
  ask(token, { method: 'PUT', path: `/media/${encodeURIComponent(name)}`, body, ...asked });
const codeOf = async (answer: ReturnType<typeof send>) => {
  const { status, body } = await answer;
  return [status, body.code];
};
const listed = async (name: string): Promise<MediaFile | undefined> =>
  (await supervisor.client.media.list()).files.find((file) => file.name === name);
/** As somebody puts it there with a file manager, a while ago. */
const putByHand = (name: string, content: Buffer | string) => {
  writeFileSync(join(folder(), name), content);
  utimesSync(join(folder(), name), new Date(), new Date(Date.now() - 60_000));
};
/** What the displays are told, from the first time on that it fits. */
async function shown(fits: (items: MediaItem[]) => boolean = () => true): Promise<string[]> {
  for await (const { items } of await display.client.media.watch())
    if (fits(items)) return items.map(({ name }) => name);
  throw new Error('the stream ended');
}

describe('a picture that a supervisor sends', () => {
  it('is on every display’s list at once, and can be fetched there', async () => {
    const picture = png(64, 36);
    const stream = await display.client.media.watch();
    expect((await stream.next()).value).toEqual({ items: [] });
    const next = stream.next();
    expect((await send('Jadwal posyandu.png', picture)).status).toBe(200);
    const { value } = await next;
    expect(value).toMatchObject({ items: [{ name: 'Jadwal posyandu.png', kind: 'picture' }] });
    await stream.return?.(undefined);

    const answer = await fetched('Jadwal posyandu.png');
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(picture.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(answer.headers['content-security-policy']).toContain("media-src 'self'");
    expect(statSync(join(folder(), 'Jadwal posyandu.png')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder(), 'Jadwal posyandu.png'))).toEqual(picture);
    const trail = lounge.lounge.db.prepare("SELECT actor, detail FROM audit WHERE act = 'media_added'").all();
    expect(trail).toEqual([{ actor: expect.any(String), detail: 'picture' }]);
  });

  it('is not sent again to a page that has it', async () => {
    await send('a.png', png(2, 2));
    const { etag = '' } = (await fetched('a.png')).headers;
    expect(await fetched('a.png', { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
    expect(await fetched('a.png', { 'if-none-match': '"other"' })).toMatchObject({ status: 200 });
  });

  it('may be sent twice and is there once; another one under its name is refused', async () => {
    await send('a.png', png(2, 2));
    expect((await send('a.png', png(2, 2))).status).toBe(200);
    expect(await codeOf(send('a.png', png(3, 3)))).toEqual([409, 'MEDIA_TAKEN']);
    expect(await codeOf(send('A.PNG', png(3, 3)))).toEqual([409, 'MEDIA_TAKEN']);
    expect(readFileSync(join(folder(), 'a.png'))).toEqual(png(2, 2));
    expect(lounge.lounge.db.prepare("SELECT count(*) FROM audit WHERE act = 'media_added'").pluck().get()).toBe(1);
  });

  it('is gone everywhere when it is removed, once for one key', async () => {
    await send('a.png', png(2, 2));
    const requestKey = key();
    await supervisor.client.media.remove({ name: 'a.png', requestKey });
    await supervisor.client.media.remove({ name: 'a.png', requestKey });
    expect(await shown()).toEqual([]);
    expect((await fetched('a.png')).status).toBe(404);
    expect(await refusalOf(supervisor.client.media.remove({ name: 'a.png', requestKey: key() }))).toMatchObject({
      code: 'MEDIA_UNKNOWN',
    });
    for (const name of ['../lounge.key', '.', '..', 'lounge.db'])
      expect(await refusalOf(supervisor.client.media.remove({ name, requestKey: key() }))).toMatchObject({
        code: 'MEDIA_UNKNOWN',
      });
    expect(existsSync(join(lounge.folder, 'lounge.key'))).toBe(true);
  });
});

describe('a video', () => {
  it('is given in the parts that a player asks for', async () => {
    const video = Buffer.concat([mp4(), Buffer.from('the very end')]);
    await send('profil desa.mp4', video);
    const part = await fetched('profil desa.mp4', { range: 'bytes=-12' });
    expect(part).toMatchObject({ status: 206, text: 'the very end' });
    expect(part.headers).toMatchObject({
      'content-range': `bytes ${video.length - 12}-${video.length - 1}/${video.length}`,
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
    });
    const none = await fetched('profil desa.mp4', { range: `bytes=${video.length}-` });
    expect(none).toMatchObject({ status: 416, body: { code: 'RANGE_NOT_SATISFIABLE' } });
    expect(none.headers['content-range']).toBe(`bytes */${video.length}`);
    const { etag = '' } = part.headers;
    expect((await fetched('profil desa.mp4', { range: 'bytes=0-3', 'if-range': etag })).status).toBe(206);
    expect((await fetched('profil desa.mp4', { range: 'bytes=0-3', 'if-range': '"old"' })).status).toBe(200);
    expect(await ask(display.token, { method: 'HEAD', path: '/media/profil%20desa.mp4' })).toMatchObject({
      status: 200,
      text: '',
    });
  });
});

describe('the folder', () => {
  it('is read as it stands: in the order of the names, and what cannot be shown is told to the supervisor', async () => {
    putByHand('10 vaksin.png', png(2, 2));
    putByHand('2 ktp.webm', webm());
    putByHand('catatan.txt', 'beli kertas');
    putByHand('palsu.png', '<script>alert(1)</script>');
    putByHand('raksasa.png', hugePng(40_000, 40_000));
    putByHand('lebar.mp4', jpegHead(4, 4));
    putByHand('e\u0301.png', png(2, 2));
    mkdirSync(join(folder(), 'dalam.png'));
    expect(await shown((items) => items.length === 2)).toEqual(['2 ktp.webm', '10 vaksin.png']);
    const problems = (await supervisor.client.media.list()).files.map(({ name, problem }) => [name, problem]);
    expect(Object.fromEntries(problems)).toEqual({
      '2 ktp.webm': null,
      '10 vaksin.png': null,
      'catatan.txt': 'type',
      'palsu.png': 'type',
      'raksasa.png': 'damaged',
      'lebar.mp4': 'type',
      'e\u0301.png': 'name',
    });
    for (const name of ['catatan.txt', 'palsu.png', 'raksasa.png']) expect((await fetched(name)).status).toBe(404);
  });

  it('is watched: a file that comes, changes or goes is news without a restart', async () => {
    putByHand('a.png', png(2, 2));
    expect(await shown((items) => items.length === 1)).toEqual(['a.png']);
    const before = await fetched('a.png');
    putByHand('a.png', png(9, 9));
    const changed = await shown((items) => items.some(({ version }) => `"${version}"` !== before.headers.etag));
    expect(changed).toEqual(['a.png']);
    rmSync(join(folder(), 'a.png'));
    expect(await shown((items) => items.length === 0)).toEqual([]);
  });

  it('waits for a file that is still being copied into it', async () => {
    writeFileSync(join(folder(), 'besar.png'), png(2, 2));
    expect(await listed('besar.png')).toBeUndefined();
    expect(await shown((items) => items.length === 1)).toEqual(['besar.png']);
  });

  it('holds no way out of it', async () => {
    symlinkSync(join(lounge.folder, 'lounge.key'), join(folder(), 'kunci.png'));
    writeFileSync(join(lounge.folder, 'luar.png'), png(2, 2));
    symlinkSync(join(lounge.folder, 'luar.png'), join(folder(), 'luar.png'));
    putByHand('.rahasia.png', png(2, 2));
    await supervisor.client.media.list();
    const paths = [
      'kunci.png',
      'luar.png',
      '.rahasia.png',
      '../luar.png',
      '..%2fluar.png',
      '%2e%2e%2fluar.png',
      '..%5cluar.png',
      '%2e%2e/lounge.key',
      'a.png%00',
      '%',
      '',
      '%E0%A4%A',
    ];
    for (const path of paths) expect((await ask(display.token, { path: `/media/${path}` })).status, path).toBe(404);
  });

  it('shows so many and no more, and takes no further ones', async () => {
    for (let n = 1; n <= 41; n += 1) putByHand(`${n}.png`, png(1, n));
    expect(await shown((items) => items.length === 40)).not.toContain('41.png');
    expect(await listed('41.png')).toMatchObject({ problem: 'too_many' });
    expect(await codeOf(send('0.png', png(3, 3)))).toEqual([409, 'MEDIA_TOO_MANY']);
    await supervisor.client.media.remove({ name: '7.png', requestKey: key() });
    expect(await listed('41.png')).toMatchObject({ problem: null });
  });

  it('that cannot be had stops nothing else, and heals by itself', async () => {
    await send('a.png', png(2, 2));
    rmSync(folder(), { recursive: true });
    writeFileSync(folder(), 'a file in its place');
    await lounge.restart();
    supervisor = { ...supervisor, ...deskOf(lounge.lounge, supervisor.device) };
    expect(lounge.take('adminduk').number).toBe('A001');
    expect(await supervisor.client.media.list()).toMatchObject({ files: [] });
    rmSync(folder());
    expect((await send('a.png', png(2, 2))).status).toBe(200);
    expect(await listed('a.png')).toMatchObject({ problem: null });
  });

  it('is swept of what a power cut left in the middle', async () => {
    writeFileSync(join(folder(), '.upload-x'), 'half');
    await lounge.restart();
    expect(readdirSync(folder())).toEqual([]);
  });
});

describe('a file is given', () => {
  beforeEach(async () => {
    await send('a.png', png(2, 2));
  });
  const statusFor = async (token: string | undefined) => (await ask(token, { path: '/media/a.png' })).status;

  it('to displays, to the hub’s own kiosk and to people who have signed in', async () => {
    expect(await statusFor(display.token)).toBe(200);
    expect(await statusFor(lounge.sessions.tokens.rest)).toBe(200);
    const desk = await joinAs(lounge.lounge, supervisor, 'counter', 'Loket 1');
    expect(await statusFor(desk.token)).toBe(403);
    const personId = await hire(supervisor, 'Siti Aminah');
    await desk.client.staff.signIn({ personId, pin: pins.operator, requestKey: key() });
    expect(await statusFor(desk.token)).toBe(200);
  });

  it('to nobody else', async () => {
    const asked = { name: 'Papan kota', scopes: ['queue:read' as const], requestKey: key() };
    const program = await supervisor.client.integrations.add(asked);
    expect(await statusFor(program.token)).toBe(403);
    expect(await statusFor(undefined)).toBe(401);
    expect(await statusFor('wrong')).toBe(401);
    await supervisor.client.devices.revoke({ id: display.device, requestKey: key() });
    expect(await statusFor(display.token)).toBe(401);
    expect((await ask(supervisor.token, { method: 'DELETE', path: '/media/a.png' })).status).toBe(405);
  });
});

describe('nothing is taken', () => {
  const untouched = async (act: () => Promise<unknown>) => {
    const before = lounge.lounge.db.prepare('SELECT count(*) FROM audit').pluck().get();
    await act();
    expect(readdirSync(folder())).toEqual([]);
    expect(lounge.lounge.db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(before);
  };

  it('from others than a supervisor', async () => {
    const desk = await joinAs(lounge.lounge, supervisor, 'counter', 'Loket 1');
    const personId = await hire(supervisor, 'Siti Aminah');
    await desk.client.staff.signIn({ personId, pin: pins.operator, requestKey: key() });
    await untouched(async () => {
      for (const token of [display.token, desk.token, lounge.sessions.tokens.rest])
        expect(await codeOf(send('a.png', png(2, 2), {}, token))).toEqual([403, 'FORBIDDEN']);
      expect(await codeOf(send('a.png', png(2, 2), { signed: false }))).toEqual([401, 'UNAUTHORIZED']);
    });
  });

  it('from a locked screen, another site, or a cookie that names no page of ours', async () => {
    const cookie = { cookie: `anjungan=${supervisor.token}` };
    const origin = `http://127.0.0.1:${lounge.port}`;
    await untouched(async () => {
      for (const headers of [cookie, { ...cookie, origin: 'http://evil.example' }, { ...cookie, origin: 'null' }])
        expect(await codeOf(send('a.png', png(2, 2), { signed: false, headers }))).toEqual([403, 'FORBIDDEN']);
    });
    await supervisor.client.staff.lock({ requestKey: key() });
    expect(await codeOf(send('a.png', png(2, 2)))).toEqual([403, 'FORBIDDEN']);
    await supervisor.client.staff.unlock({ pin: pins.supervisor, requestKey: key() });
    const own = { signed: false, headers: { ...cookie, origin } };
    expect((await send('a.png', png(2, 2), own)).status).toBe(200);
  });

  it('that is not what it says, has an impossible name, or is too large', () =>
    untouched(async () => {
      expect(await codeOf(send('a.png', Buffer.from('<html>')))).toEqual([415, 'MEDIA_TYPE']);
      expect(await codeOf(send('a.jpg', png(2, 2)))).toEqual([415, 'MEDIA_TYPE']);
      expect(await codeOf(send('a.svg', Buffer.from('<svg/>')))).toEqual([415, 'MEDIA_TYPE']);
      expect(await codeOf(send('a.png', Buffer.alloc(0)))).toEqual([415, 'MEDIA_TYPE']);
      expect(await codeOf(send('a.png', hugePng(40_000, 40_000)))).toEqual([422, 'MEDIA_DAMAGED']);
      for (const name of ['.a.png', 'con.png', `${'x'.repeat(100)}.png`, 'a\n.png'])
        expect(await codeOf(send(name, png(2, 2))), name).toEqual([400, 'MEDIA_NAME']);
      for (const name of ['../a.png', 'a/b.png', 'a\\b.png', 'a\0.png'])
        expect(await codeOf(send(name, png(2, 2))), name).toEqual([415, 'MEDIA_TYPE']);
      expect(await codeOf(send('a.png', png(2, 2), { chunked: true }))).toEqual([411, 'MEDIA_LENGTH']);
      const large = Buffer.concat([png(2, 2), Buffer.alloc(10_000_000)]);
      expect(await codeOf(send('a.png', large))).toEqual([413, 'MEDIA_TOO_LARGE']);
      expect(existsSync(join(lounge.folder, 'a.png'))).toBe(false);
    }));

  it('of a file that breaks off, while which no other is taken', () =>
    untouched(async () => {
      const whole = mp4(100_000);
      const headers = { authorization: `Bearer ${supervisor.token}`, 'content-length': whole.length };
      const broken = request({ host: '127.0.0.1', port: lounge.port, method: 'PUT', path: '/media/a.mp4', headers });
      broken.on('error', () => undefined);
      broken.write(whole.subarray(0, 50_000));
      await expect.poll(() => readdirSync(folder())).toHaveLength(1);
      expect(await codeOf(send('b.png', png(2, 2)))).toEqual([409, 'MEDIA_BUSY']);
      expect(await shown()).toEqual([]);
      broken.destroy();
      await expect.poll(() => readdirSync(folder())).toEqual([]);
      await expect.poll(() => codeOf(send('c.txt', png(2, 2)))).toEqual([415, 'MEDIA_TYPE']);
    }));

  it('that would leave the queue no disk to write on', async () => {
    const shelf = new MediaShelf(folder(), silentLog);
    const { db } = lounge.lounge;
    const store = { db, immediate: <A>(act: () => A) => act(), reader: { path: '', key: '' }, close: () => undefined };
    const intake = new MediaIntake({ shelf, store, audit: new Audit(db, lounge.lounge.clock), reserve: 2 ** 60 });
    const body = (async function* () {
      yield png(2, 2);
    })();
    await untouched(async () => {
      const { length } = png(2, 2);
      expect(await refusalOf(intake.take(supervisorActor, { name: 'a.png', length, body }))).toMatchObject({
        code: 'STORE_FULL',
      });
    });
    await shelf.close();
  });
});

describe('a display', () => {
  it('that cannot play a file says so, and the supervisor sees where', async () => {
    await send('a.png', png(2, 2));
    const { version = '' } = (await listed('a.png')) ?? {};
    await display.client.media.report({
      unplayable: [
        { name: 'a.png', version },
        { name: 'gone.png', version: 'x' },
      ],
    });
    expect(await listed('a.png')).toMatchObject({ problem: null, unplayable: ['Layar ruang tunggu'] });
    await display.client.media.report({ unplayable: [] });
    expect(await listed('a.png')).toMatchObject({ unplayable: [] });
    await display.client.media.report({ unplayable: [{ name: 'a.png', version: 'an older one' }] });
    expect(await listed('a.png')).toMatchObject({ unplayable: [] });
  });
});

it('a page that goes away in the middle of a video leaves no file open', async () => {
  await send('a.mp4', mp4(5_000_000));
  const headers = { authorization: `Bearer ${display.token}` };
  const asking = request({ host: '127.0.0.1', port: lounge.port, path: '/media/a.mp4', headers }).end();
  const [answer] = (await once(asking, 'response')) as [NodeJS.ReadableStream & { destroy(): void }];
  answer.destroy();
  const openFiles = () =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readFileSync(`/proc/self/fdinfo/${fd}`) && statSync(`/proc/self/fd/${fd}`).size === 5_000_000;
      } catch {
        return false;
      }
    });
  if (process.platform === 'linux') await expect.poll(openFiles).toEqual([]);
  expect(lounge.reported).toEqual([]);
});
