import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unlock } from '../../main/store/open.ts';
import village from '../../resources/catalogue/village.json' with { type: 'json' };
import { auditQueue } from '../doubles/lounge/books.ts';
import {
  copyData,
  neverClosed,
  neverClosedIds,
  newFolder,
  removeFolders,
  writeCatalogue,
} from '../doubles/lounge/data-folder.ts';
import { TestTime } from '../doubles/lounge/in-process.ts';
import { databaseFile, lookInto, openOwnLounge } from '../doubles/lounge/own-lounge.ts';
import type { RestClient } from '../doubles/lounge/rest-client.ts';
import { seeded } from '../doubles/lounge/seeded.ts';
import { ServedLounge } from '../doubles/lounge/served-lounge.ts';
import { canMount, SmallDisk } from '../doubles/lounge/small-disk.ts';
import { type LoungeProcessOptions, startInVain, startLounge, tuesdayMorning } from '../doubles/lounge/start-lounge.ts';

/** A data folder with some tickets, cleanly closed; tests take copies. */
let used: string;

beforeAll(async () => {
  used = newFolder('used');
  writeCatalogue(used, neverClosed);
  const lounge = openOwnLounge(used, new TestTime(tuesdayMorning));
  for (let i = 0; i < 60; i += 1) take(lounge, i);
  await lounge.close();
});
afterAll(removeFolders);

function take(lounge: ReturnType<typeof openOwnLounge>, i = 0) {
  return lounge.queue.take(lounge.kiosk, {
    serviceId: neverClosedIds[i % 3] as string,
    priority: null,
    requestKey: crypto.randomUUID(),
  });
}

function copyOfUsed(): string {
  const data = newFolder('copy');
  copyData(used, data);
  writeCatalogue(data, neverClosed);
  return data;
}

/** An empty log says as little as none: SQLite leaves one where it only looked. */
const digest = (path: string) =>
  existsSync(path) && statSync(path).size > 0
    ? createHash('sha256').update(readFileSync(path)).digest('hex')
    : 'absent';

/** Everything of a lounge that lies in a folder. */
const state = (data: string) =>
  Object.fromEntries(['lounge.db', 'lounge.db-wal', 'lounge.key'].map((name) => [name, digest(join(data, name))]));

/** The one line that a lounge says when it does not start; its data must be as they were. */
async function refusal(options: LoungeProcessOptions): Promise<string> {
  const before = state(options.data);
  const { code, stdout, stderr } = await startInVain(options);
  expect(code, stderr).toBe(1);
  expect(stdout).toBe('');
  const lines = stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^anjungan: [A-Z-]/);
  expect(state(options.data)).toEqual(before);
  return lines[0] as string;
}

/** The same without a process of its own: what `openLounge` throws. */
function wordsOfRefusal(data: string): string {
  const before = state(data);
  let words = '';
  try {
    void openOwnLounge(data, new TestTime(tuesdayMorning)).close();
  } catch (error) {
    expect((error as Error).name, String(error)).toBe('StartError');
    words = (error as Error).message;
  }
  expect(words, 'it must not start').not.toBe('');
  expect(words).not.toContain('\n');
  expect(state(data)).toEqual(before);
  return words;
}

describe('a data folder that cannot be used', () => {
  it('because its machine is paired with a hub elsewhere: no second lounge begins there', async () => {
    const data = newFolder();
    writeFileSync(join(data, 'hub.json'), '{}');
    expect(await refusal({ data })).toContain(`${data} is paired with a hub elsewhere`);
    expect(readdirSync(data)).toEqual(['hub.json']);
  });

  it('because a file stands in its place, or in its way', async () => {
    const folder = newFolder();
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    expect(await refusal({ data: file })).toContain(`The data folder ${file} cannot be written (ENOTDIR)`);
    expect(wordsOfRefusal(join(file, 'below'))).toContain('cannot be written (ENOTDIR)');
    expect(wordsOfRefusal('/proc/anjungan')).toContain('cannot be written (ENOENT)');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('because this user may not write there', async () => {
    const data = copyOfUsed();
    chmodSync(data, 0o500);
    // Root may write everywhere unless it gives that up.
    const under = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : [];
    const line = await refusal({ data, under });
    expect(line).toContain(`The data folder ${data} cannot be written (EACCES); give this user write access`);
    chmodSync(data, 0o700);
  });

  it('because another lounge runs on it, which is not disturbed', async () => {
    const data = copyOfUsed();
    const lounge = await startLounge({ data });
    const line = await refusal({ data });
    expect(line).toContain(`The data folder ${data} is in use by another Anjungan; stop it first`);
    expect((await lounge.client().ticket(neverClosedIds[0])).number).toBe('A021');
    await lounge.kill();
    // However it died, the folder is free again.
    const next = openOwnLounge(data, new TestTime(tuesdayMorning));
    expect(take(next).number).toBe('A022');
    await next.close();
  });
});

describe('a database that cannot be used is left as it is', () => {
  const openPlainly = (data: string, act: (db: Database.Database) => void) => {
    const db = new Database(databaseFile(data));
    unlock(db, readFileSync(join(data, 'lounge.key'), 'utf8').trim());
    act(db);
    db.close();
  };

  it('when it is newer than the program', async () => {
    const data = copyOfUsed();
    openPlainly(data, (db) => db.pragma('user_version = 9999'));
    expect(await refusal({ data })).toMatch(/written by a newer Anjungan \(schema 9999, this one knows \d+\); install/);
  });

  it('when it is newer and a crash left that in the log alone', () => {
    const running = copyOfUsed();
    const data = copyOfUsed();
    openPlainly(running, (db) => {
      db.pragma('journal_mode = WAL');
      db.pragma('user_version = 9999');
      copyData(running, data);
    });
    expect(statSync(join(data, 'lounge.db-wal')).size).toBeGreaterThan(0);
    expect(wordsOfRefusal(data)).toContain('written by a newer Anjungan (schema 9999');
  });

  it('when a byte is wrong, wherever', async () => {
    const size = statSync(databaseFile(used)).size;
    const random = seeded(3);
    const places = [
      0,
      20,
      99,
      100,
      4095,
      4096,
      size - 1,
      ...Array.from({ length: 13 }, () => Math.floor(random() * size)),
    ];
    for (const place of places) {
      const data = copyOfUsed();
      const bytes = readFileSync(databaseFile(data));
      bytes[place] = (bytes[place] as number) ^ 0x55;
      writeFileSync(databaseFile(data), bytes);
      expect(wordsOfRefusal(data), `byte ${place}`).toContain('is damaged or lounge.key is not its key');
    }
  });

  it('when a stretch was overwritten', async () => {
    const data = copyOfUsed();
    const bytes = readFileSync(databaseFile(data));
    bytes.fill(0, 8192, 8192 + 512);
    writeFileSync(databaseFile(data), bytes);
    const line = await refusal({ data });
    expect(line).toContain(`The database ${databaseFile(data)} is damaged or lounge.key is not its key; restore both`);
  });

  it.each([1, 15, 16, 99, 100, 511, 512, 1024, 4096, 6000, 8192, 0.5, 0.99])('when it was cut off (%d)', (length) => {
    const data = copyOfUsed();
    truncateSync(databaseFile(data), length < 1 ? Math.floor(statSync(databaseFile(data)).size * length) : length);
    expect(wordsOfRefusal(data)).toContain('is damaged or lounge.key is not its key');
  });

  it('when it is not a database', () => {
    const data = copyOfUsed();
    writeFileSync(databaseFile(data), 'Dear diary. '.repeat(1000));
    expect(wordsOfRefusal(data)).toContain('is damaged or lounge.key is not its key');
  });

  it('when its key is missing: no new one is made', async () => {
    const data = copyOfUsed();
    rmSync(join(data, 'lounge.key'));
    expect(await refusal({ data })).toContain(`The key file ${join(data, 'lounge.key')} is missing; restore it`);
  });

  it('when its key is another one, or spoilt', () => {
    const data = copyOfUsed();
    writeFileSync(join(data, 'lounge.key'), `${'0f'.repeat(32)}\n`);
    expect(wordsOfRefusal(data)).toContain('is damaged or lounge.key is not its key');
    writeFileSync(join(data, 'lounge.key'), 'scribble');
    expect(wordsOfRefusal(data)).toContain('lounge.key is damaged; restore it from a backup');
    writeFileSync(join(data, 'lounge.key'), '');
    expect(wordsOfRefusal(data)).toContain('lounge.key is damaged');
  });

  it('and starts again, with everything, once the fault is gone', async () => {
    const data = copyOfUsed();
    rmSync(join(data, 'lounge.key'));
    wordsOfRefusal(data);
    copyData(used, data);
    const lounge = openOwnLounge(data, new TestTime(tuesdayMorning));
    expect(take(lounge).number).toBe('A021');
    await lounge.close();
  });
});

describe('a wrong word at the start', () => {
  it('is named, with what would be right', async () => {
    const data = newFolder();
    const wrong = async (...args: string[]) => refusal({ data, now: null, args });
    const [now, printer, flag, port] = await Promise.all([
      wrong('--now', 'yesterday'),
      wrong('--printer', 'http://192.168.1.50'),
      wrong('--colour', 'blue'),
      wrong('--port', '70000'),
    ]);
    expect(now).toContain('--now must be a moment such as 2026-11-24T09:00:00+07:00');
    expect(printer).toContain('--printer must look like tcp://192.168.1.50:9100');
    expect(flag).toContain("Unknown option '--colour'");
    expect(port).toContain('--port must be a number from 0 to 65535');
    expect(readdirSync(data)).toEqual([]);
  });

  it('is named when the port is taken, and the data stay as they were', async () => {
    const data = copyOfUsed();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, stdout, stderr } = await startInVain({ data, port });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(`anjungan: Port ${port} is in use; stop the other program or use another --port.\n`);
    other.close();
    // It had opened and closed the lounge; nothing of the queue changed, and the stop was a clean one.
    expect(lookInto(data, (db) => db.prepare('SELECT count(*) FROM run WHERE stopped_at IS NULL').pluck().get())).toBe(
      0,
    );
    expect(lookInto(data, (db) => db.prepare('SELECT count(*) FROM ticket').pluck().get())).toBe(60);
  });
});

describe('a wrong catalogue', () => {
  const service = neverClosed.services.services[0] as object;
  const services = (...list: object[]) => ({ services: { ...neverClosed.services, services: list } });
  const lounge = {
    name: { id: 'L', en: 'L' },
    place: { id: 'P', en: 'P' },
    desk: { id: 'D', en: 'D' },
    complaints: { id: 'C', en: 'C' },
    timeZone: 'Asia/Jakarta',
    discipline: { rule: 'strict' },
  };

  it.each<[string, Record<string, unknown>, string]>([
    ['that is not JSON', { services: '{"agencies": [' }, 'services.json is wrong: cannot be read ('],
    ['that is empty', { calendar: '' }, 'calendar.json is wrong: cannot be read ('],
    ['without services', services(), 'services.json is wrong at services: Too small'],
    [
      'with a field nobody knows',
      services({ ...service, colour: 'red' }),
      'services.json is wrong at services[0]: Unrecognized key: "colour"',
    ],
    [
      'with a letter that cannot be called',
      services({ ...service, letter: 'a1' }),
      'services.json is wrong at services[0].letter: must be one or two capital letters',
    ],
    [
      'with an id twice',
      services(service, { ...service, letter: 'B' }),
      'services.json is wrong at services[1].id: "layanan-a" is used twice',
    ],
    [
      'with a letter twice',
      services(service, { ...service, id: 'b' }),
      'services.json is wrong at services[1].letter: "A" is used twice',
    ],
    [
      'with an agency that there is not',
      services({ ...service, agencyId: 'pajak' }),
      'services.json is wrong at services[0].agencyId: there is no agency "pajak"',
    ],
    [
      'with a counter that there is not',
      services({ ...service, counters: ['1', '9'] }),
      'services.json is wrong at services[0].counters[1]: there is no counter "9"',
    ],
    [
      'with hours that there are not',
      services({ ...service, serving: 'never' }),
      'services.json is wrong at services[0].serving: calendar.json has no hours "never"',
    ],
    [
      'with an official twice',
      { village: { ...village, officials: [village.officials[0], village.officials[0]] } },
      'village.json is wrong at officials[1].id: "head" is used twice',
    ],
    [
      'with a quota of nothing',
      services({ ...service, dailyQuota: 0 }),
      'services.json is wrong at services[0].dailyQuota: ',
    ],
    [
      'with hours that cannot be read',
      { calendar: { hours: { always: { mon: ['8-12'] } } } },
      'calendar.json is wrong at hours.always.mon[0]: must look like "08:00-12:00"',
    ],
    [
      'with hours that end before they begin',
      { calendar: { hours: { always: { mon: ['12:00-08:00'] } } } },
      'calendar.json is wrong at hours.always.mon[0]: must end after it begins',
    ],
    [
      'with hours that overlap',
      { calendar: { hours: { always: { mon: ['08:00-12:00', '11:00-13:00'] } } } },
      'calendar.json is wrong at hours.always.mon: must be in order and must not overlap',
    ],
    [
      'with a day that there is not',
      {
        calendar: {
          ...neverClosed.calendar,
          special: [{ from: '2026-02-30', to: '2026-02-30', name: { id: 'x', en: 'x' } }],
        },
      },
      'calendar.json is wrong at special[0].from: ',
    ],
    [
      'with a time zone that there is not',
      { lounge: { ...lounge, timeZone: 'Asia/Banyuwangi' } },
      'lounge.json is wrong at timeZone: is not a known time zone',
    ],
    [
      'with a rule that there is not',
      { lounge: { ...lounge, discipline: { rule: 'friends' } } },
      'lounge.json is wrong at discipline.rule: ',
    ],
    ['without a name', { lounge: { ...lounge, name: undefined } }, 'lounge.json is wrong at name: '],
  ])('%s', (_, files, words) => {
    const data = newFolder();
    writeCatalogue(data, { ...neverClosed, ...files });
    expect(wordsOfRefusal(data)).toContain(`The catalogue file ${join(data, 'catalogue')}/${words}`);
    expect(readdirSync(data), 'nothing was made').toEqual(['catalogue']);
  });

  it('is one line of a lounge that does not start', async () => {
    const data = copyOfUsed();
    writeCatalogue(data, services({ ...service, letter: '1' }));
    expect(await refusal({ data })).toContain(
      'services.json is wrong at services[0].letter: must be one or two capital',
    );
  });
});

describe.skipIf(!canMount())('a disk that is full (needs a real mount)', () => {
  let disk: SmallDisk;
  beforeAll(async () => {
    // Room for a lounge that gives numbers, which keeps 200 MB for the calls.
    disk = await SmallDisk.mount(300);
  });
  afterAll(() => disk.unmount());

  it('stops a start with a clear line, on new data as on used ones', async () => {
    disk.fill();
    const fresh = await startInVain({ data: join(disk.path, 'fresh'), under: disk.under });
    expect(fresh.stderr).toMatch(/^anjungan: The disk of \S+ is full; free some space and start again\.\n$/);
    expect(fresh.code).toBe(1);
    disk.free();

    const data = join(disk.seen, 'used');
    copyData(used, data);
    writeCatalogue(data, neverClosed);
    const before = state(data);
    disk.fill();
    const full = await startInVain({ data: join(disk.path, 'used'), under: disk.under });
    expect(full.stderr).toMatch(/^anjungan: The disk of \S+ is full; free some space and start again\.\n$/);
    expect(state(data)).toEqual(before);
    disk.free();

    const lounge = await startLounge({ data: join(disk.path, 'used'), under: disk.under });
    expect((await lounge.client().ticket(neverClosedIds[0])).number).toBe('A021');
    await lounge.stop();
  });

  it('gives no numbers from 200 MB on, none that is lost when it is full to the brim, and goes on by itself when there is space', async () => {
    mkdirSync(join(disk.seen, 'running'));
    writeCatalogue(join(disk.seen, 'running'), neverClosed);
    const lounge = await startLounge({ data: join(disk.path, 'running'), under: disk.under });
    const client = lounge.client();
    const told: string[] = [(await client.ticket(neverClosedIds[0])).id];
    disk.fill(64 * 1024);
    let refused = await client.take(neverClosedIds[0]);
    for (let i = 0; i < 200 && refused.status === 201; i += 1) {
      told.push(refused.body.id);
      refused = await client.take(neverClosedIds[0]);
    }
    // By the disk itself, or by the hub's look at it, whichever is first.
    expect(['STORE_FULL', 'SERVICE_CLOSED']).toContain(refused.body.code);
    const shut = await untilAnswered(() => client.take(neverClosedIds[1]), 'SERVICE_CLOSED');
    expect(shut.body).toMatchObject({ data: { reason: 'machine', reopensAt: null } });
    // Reading still works: people who wait see their place.
    expect((await client.get(`/api/tickets/${told[0]}`)).body).toMatchObject({ number: 'A001', position: 1 });

    disk.free();
    const reopened = await untilAnswered(() => client.take(neverClosedIds[0]), undefined);
    const next = reopened.body;
    expect(next.number).toBe(`A${String(told.length + 1).padStart(3, '0')}`);
    expect((await client.ticket(neverClosedIds[1])).number).toBe('B001');
    await lounge.kill();

    const copy = newFolder();
    copyData(join(disk.seen, 'running'), copy);
    lookInto(copy, (db) => {
      expect(auditQueue(db)).toEqual([]);
      expect(db.prepare('SELECT id FROM ticket').pluck().all()).toEqual(expect.arrayContaining([...told, next.id]));
      expect(db.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(told.length + 2);
    });
  });
});

/** Asks until the answer has this code: the hub looks at its disk every few seconds. */
async function untilAnswered(ask: () => ReturnType<RestClient['take']>, code: string | undefined) {
  for (;;) {
    const answer = await ask();
    if (answer.body.code === code) return answer;
    await sleep(200);
  }
}

describe('a database that may grow no further', () => {
  it('answers 507 and writes nothing, until it may again', async () => {
    const lounge = await ServedLounge.open(tuesdayMorning, neverClosed);
    const { db } = lounge.lounge;
    const client = lounge.client();
    const pages = db.pragma('page_count', { simple: true });
    db.pragma(`max_page_count = ${String(pages)}`);
    let answer = await client.take(neverClosedIds[0]);
    let given = 0;
    for (; answer.status === 201; given += 1) answer = await client.take(neverClosedIds[0]);
    expect(answer.body).toMatchObject({ code: 'STORE_FULL', status: 507, data: null });
    expect(auditQueue(db)).toEqual([]);
    db.pragma('max_page_count = 1000000');
    expect((await client.ticket(neverClosedIds[0])).number).toBe(`A${String(given + 1).padStart(3, '0')}`);
    await lounge.end();
  });
});

describe('a lounge that runs', () => {
  it('says one ready line, listens on this machine alone, and ends cleanly when told to', async () => {
    const data = newFolder();
    const lounge = await startLounge({ data });
    const client = lounge.client();
    await client.ticket('adminduk');

    const braces = lounge
      .stdout()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(braces).toHaveLength(1);
    expect(JSON.parse(braces[0] as string)).toEqual({
      ready: true,
      pid: lounge.pid,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/kiosk#token=[\w-]{43}$/),
      token: expect.stringMatching(/^[\w-]{43}$/),
    });

    const elsewhere = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((its) => its.address));
    for (const host of ['127.0.0.2', '::1', ...elsewhere.filter((address) => address !== '127.0.0.1')])
      expect(await canConnect(host, lounge.port), host).toBe(false);
    expect(await canConnect('127.0.0.1', lounge.port)).toBe(true);

    expect(readFileSync(`/proc/${lounge.pid}/task/${lounge.pid}/children`, 'utf8')).toBe('');
    // A kept connection must not keep it.
    const { code } = await lounge.stop();
    expect(code).toBe(0);
    expect(existsSync(`/proc/${lounge.pid}`)).toBe(false);
    expect(await canConnect('127.0.0.1', lounge.port)).toBe(false);
    expect(lookInto(data, (db) => db.prepare('SELECT count(*) FROM run WHERE stopped_at IS NULL').pluck().get())).toBe(
      0,
    );
    expect(
      lounge
        .stdout()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    ).toHaveLength(1);
  });

  it('tells a service manager’s log no token: it lies in a file for this user alone', async () => {
    const data = newFolder();
    // Left behind by somebody careless.
    writeFileSync(join(data, 'ready.json'), '{}', { mode: 0o644 });
    const lounge = await startLounge({ data, env: { INVOCATION_ID: 'a1b2c3' } });
    const file = join(data, 'ready.json');
    expect(JSON.parse(lounge.stdout())).toEqual({
      ready: true,
      pid: lounge.pid,
      url: `http://127.0.0.1:${lounge.port}/kiosk`,
      tokenFile: file,
    });
    const ready = JSON.parse(readFileSync(file, 'utf8'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(lounge.stdout() + lounge.stderr()).not.toContain(ready.token);
    const headers = { authorization: `Bearer ${ready.token}` };
    expect((await lounge.client().ask({ path: '/api/services', headers })).status).toBe(200);
    await lounge.stop();
  });

  it('keeps its key and its folder from other users', async () => {
    const data = join(newFolder(), 'made');
    await openOwnLounge(data, new TestTime(tuesdayMorning)).close();
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, 'lounge.key')).mode & 0o777).toBe(0o600);
  });
});

function canConnect(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host, port, timeout: 2000 });
  socket.once('connect', () => resolve(true));
  socket.once('error', () => resolve(false));
  socket.once('timeout', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
