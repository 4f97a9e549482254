import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFolder, newFolderInMemory, removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import { firstSupervisor, key, refusalOf } from '../../tests/doubles/lounge/front-desk.ts';
import { callerOf, kioskActor, silentLog, supervisorActor, TestTime } from '../../tests/doubles/lounge/in-process.ts';
import { program } from '../../tests/doubles/lounge/own-lounge.ts';
import { tuesdayMorning } from '../../tests/doubles/lounge/start-lounge.ts';
import { type Lounge, openLounge } from '../lounge.ts';
import { FileKey } from '../store/key.ts';
import { openStore, type Store } from '../store/open.ts';
import { FleetStore, mostUnsent } from './fleet-store.ts';
import type { MachineSystem } from './machine-marks.ts';
import { Sender } from './send.ts';
import { readStatus } from './status-text.ts';

/** A mini-PC, known by its network card. */
const miniPc = (mac: string): MachineSystem => ({
  platform: 'linux',
  read: (path) => (path.endsWith('/address') ? mac : path === '/etc/machine-id' ? 'cloned with the disk' : null),
  names: (path) => (path === '/sys/class/net' ? ['eth0'] : path.includes('eth0') ? ['uevent'] : []),
  ask: () => null,
  macs: () => [],
});
const [first, second] = [miniPc('00:1b:21:aa:00:01'), miniPc('00:1b:21:aa:00:02')];

const site = {
  v: 1,
  revision: 1,
  code: '35.10.01.2001',
  office: 'desa',
  address: 'Jalan Raya Sarongan 1',
  head: { name: 'SITI AMINAH', position: 'Kepala Desa' },
  unitCode: '429.501.01',
  hours: { mon: ['08:00-12:00', '13:00-15:30'], tue: ['08:00-12:00', '13:00-15:30'] },
};

let folder: string;
let time: TestTime;
let lounge: Lounge | null = null;
beforeEach(() => {
  folder = newFolderInMemory('fleet');
  time = new TestTime(tuesdayMorning);
});
afterEach(() => close());
afterAll(removeFolders);

async function close(): Promise<void> {
  await lounge?.close();
  lounge = null;
}

/** The lounge begins on a machine, perhaps with a stick in it. */
async function begin(system = first, stick?: string, warned: string[] = []): Promise<Lounge> {
  await close();
  lounge = openLounge({
    files: program,
    dataFolder: folder,
    key: new FileKey(folder),
    time,
    log: { ...silentLog, warn: (data) => warned.push(JSON.stringify(data)) },
    system,
    sticks: () => (stick === undefined ? [] : [stick]),
  });
  return lounge;
}

function stickWith(content: unknown): string {
  const stick = newFolder('stick');
  mkdirSync(join(stick, 'anjungan'));
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(stick, 'anjungan', 'site.json'), text);
  return stick;
}

const as = { context: { caller: callerOf(supervisorActor) } };
const api = () => (lounge as Lounge).router.fleet;
const state = () => call(api().state, undefined, as);
const settings = () => call((lounge as Lounge).router.settings.get, undefined, as);
const letters = () => call((lounge as Lounge).router.letterSettings.get, undefined, as);

/** What a scanner reads from a status's code as a screen shows it, four points a square. */
function readCode(text: string): string {
  const { data, size } = encode(text, { ecc: 'L', border: 4 });
  const points = 4;
  const png = new PNG({ width: size * points, height: size * points });
  for (let i = 0; i < png.width * png.height; i += 1) {
    const [x, y] = [Math.floor((i % png.width) / points), Math.floor(i / png.width / points)];
    png.data.fill(data[y]?.[x] ? 0 : 255, i * 4, i * 4 + 3);
    png.data[i * 4 + 3] = 255;
  }
  const file = join(newFolder('code'), 'code.png');
  writeFileSync(file, PNG.sync.write(png));
  return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file], {
    encoding: 'utf8',
  }).trim();
}

describe('site.json', () => {
  it('makes a fresh machine that of its village at the first start, from a stick that is then taken out', async () => {
    const printer = { uri: 'tcp://127.0.0.1:9', paper: 58 };
    const report = 'https://laporan.example.go.id/anjungan';
    await begin(first, stickWith({ ...site, printer, report }));
    const { lounge: own, calendar } = await settings();
    expect(own).toMatchObject({ unitType: 'desa', name: { id: 'Kantor Desa Sarongan' } });
    expect(own.place.id).toBe('Kecamatan Pesanggaran, Kabupaten Banyuwangi');
    expect(calendar.hours['numbers']).toEqual({ mon: ['08:00-15:30'], tue: ['08:00-15:30'] });
    const { village } = await letters();
    expect(village).toMatchObject({ code: site.code, unitCode: site.unitCode, postcode: '68488' });
    expect(village.officials[0]).toMatchObject({ id: 'head', name: 'SITI AMINAH' });
    expect(await state()).toMatchObject({ village: { name: 'Sarongan' }, address: report, siteProblem: null });
    expect(lounge?.printers()).toHaveLength(1);
    // The set-up pages have nothing left to ask, and the history says who it was.
    expect(await call((lounge as Lounge).router.settings.firstStart, undefined, as)).toEqual({ done: true });
    const [newest] = await call((lounge as Lounge).router.settings.history, undefined, as);
    expect(newest?.by.name).toBe('site.json');

    await begin();
    expect((await letters()).village.name).toBe('Sarongan');
  });

  it('never undoes what a supervisor changed, and a new revision changes the rest', async () => {
    await begin(first, stickWith(site));
    const { village, revision } = await letters();
    const officials = village.officials.map((one) => (one.id === 'head' ? { ...one, name: 'BUDI SANTOSO' } : one));
    const saved = { part: 'village', content: { ...village, officials }, revision, requestKey: key() };
    await call((lounge as Lounge).router.letterSettings.save, saved, as);
    await begin();
    expect((await letters()).village.officials[0]?.name).toBe('BUDI SANTOSO');

    const head = { name: 'DEWI LESTARI', position: 'Pj. Kepala Desa' };
    writeFileSync(join(folder, 'site.json'), JSON.stringify({ ...site, head, address: 'Jalan Baru 2' }));
    await begin();
    expect((await letters()).village.address).toBe('Jalan Raya Sarongan 1');
    writeFileSync(join(folder, 'site.json'), JSON.stringify({ ...site, revision: 2, head, address: 'Jalan Baru 2' }));
    await begin();
    const { address, officials: now } = (await letters()).village;
    expect({ address, head: now[0] }).toMatchObject({
      address: 'Jalan Baru 2',
      head: { name: 'BUDI SANTOSO', position: 'Pj. Kepala Desa' },
    });
  });

  it.each([
    ['no JSON', '{'],
    ['a village of elsewhere', { ...site, code: '35.10.99.2001' }],
    ['a field nobody knows', { ...site, kepala: 'x' }],
    ['hours that contradict', { ...site, hours: { mon: ['12:00-08:00'] } }],
  ])('with %s is told in one line, and leaves the set-up pages', async (_, content) => {
    const warned: string[] = [];
    await begin(first, stickWith(content), warned);
    expect(warned.join()).toMatch(/site\.json was not taken over|anjungan\/site\.json/);
    const { siteProblem, village, problem } = await state();
    expect(siteProblem?.en).toMatch(/JSON|35\.10\.99\.2001|kepala|hours/);
    expect(siteProblem?.id).toMatch(/JSON|kode ini tidak ada|tidak dikenal|jam selesai/);
    expect({ village, problem }).toEqual({ village: null, problem: 'no_village' });
    expect(await call((lounge as Lounge).router.settings.firstStart, undefined, as)).toEqual({ done: false });
    expect(existsSync(join(folder, 'site.json'))).toBe(false);
  });

  it('is taken from no stick once the lounge is set up', async () => {
    await firstSupervisor(await begin());
    await begin(first, stickWith(site));
    expect((await settings()).lounge.unitType).toBe('lounge');
  });
});

describe('a status', () => {
  const make = (requestKey = key()) => call(api().makeNow, { requestKey }, as);

  it('tells how the machine is and nothing about people', async () => {
    await begin(first, stickWith(site));
    const { services } = await settings();
    const serviceId = services.services[0]?.id ?? '';
    (lounge as Lounge).queue.take(kioskActor, { serviceId, priority: null, requestKey: key() });
    time.pass(150);
    const { last, fingerprint, unsent } = await make();
    expect(await readStatus(last?.text ?? '')).toEqual(last?.body);
    expect(last?.body).toMatchObject({ code: site.code, unit: 'desa', tickets: 1, waiting: 0, up: 2, backup: null });
    expect(last?.body).toMatchObject({ clock: true, version: program.version, update: 'not_set_up', stands: [] });
    expect(fingerprint).toMatch(/^([0-9a-f]{4} ?){4}$/);
    expect(unsent).toBe(1);
    expect(JSON.stringify(last)).not.toMatch(/AMINAH|Jalan/);
  });

  it('is made once for one press, numbered on after a restart, and by itself on the next day', async () => {
    await begin(first, stickWith(site));
    const once = key();
    const one = await make(once);
    expect((await make(once)).last?.text).toBe(one.last?.text);
    const [two, three] = await Promise.all([make(), make()]);
    const seq = Math.max(two.last?.body.seq ?? 0, three.last?.body.seq ?? 0);
    expect(seq).toBe((one.last?.body.seq ?? 0) + 2);
    await begin();
    expect((await state()).last?.body.seq).toBe(seq);
    await lounge?.fleet.look();
    expect((await state()).last?.body.seq).toBe(seq);
    time.pass(31 * 60);
    await lounge?.fleet.look();
    expect((await state()).last?.body).toMatchObject({ update: 'not_set_up', at: '2026-11-25T16:00:00+07:00' });
  });

  it('is not made before anybody said which village this is', async () => {
    await begin();
    expect(await refusalOf(make())).toEqual({ code: 'CANNOT_REPORT', data: { problem: 'no_village' } });
    await lounge?.fleet.look();
    expect((await state()).last).toBeNull();
  });

  it('goes as a file to the backups’ second place, and is read from a picture of its QR code', async () => {
    await begin(first, stickWith(site));
    const { last } = await make();
    const put = () => call(api().putAtSecondPlace, { requestKey: key() }, as);
    expect((await refusalOf(put())).code).toBe('SECOND_PLACE_GONE');
    const stick = newFolder('backups');
    await call((lounge as Lounge).router.backup.setSecondPath, { path: stick, requestKey: key() }, as);
    const { name } = await put();
    expect(name).toBe(`anjungan-status-${site.code}-${last?.body.seq}.txt`);
    expect(readFileSync(join(stick, name), 'utf8').trim()).toBe(last?.text);
    expect(readCode(last?.text ?? '')).toBe(last?.text);
  });
});

describe('a disk in another machine', () => {
  const identity = () =>
    ['lounge.key', 'machine.json'].map((name) => readFileSync(join(folder, name), 'utf8')).concat(readdirSync(folder));

  it('with nothing but an empty set-up becomes a machine of its own, without a word', async () => {
    await begin(first, stickWith(site));
    const [before, was] = [await state(), identity()];
    mkdirSync(join(folder, 'lan'), { recursive: true });
    writeFileSync(join(folder, 'lan', 'hub.key'), 'of the first');
    await close();
    await begin(second, stickWith({ ...site, code: '35.10.01.2002' }));
    const after = await state();
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect(after.village?.name).toBe('Pesanggaran');
    expect(after.problem).toBeNull();
    expect(identity()[0]).not.toBe(was[0]);
    expect(existsSync(join(folder, 'lan'))).toBe(false);
    // It stays what it is now.
    await begin(second);
    expect((await state()).fingerprint).toBe(after.fingerprint);
  });

  it('with a lounge on it works on, asks, and sends nothing as the old one meanwhile', async () => {
    await begin(first, stickWith(site));
    await firstSupervisor(lounge as Lounge);
    const before = await call(api().makeNow, { requestKey: key() }, as);
    await begin(second);
    expect((await state()).problem).toBe('other_machine');
    expect((await refusalOf(call(api().makeNow, { requestKey: key() }, as))).data).toEqual({
      problem: 'other_machine',
    });
    const { services } = await settings();
    const taken = { serviceId: services.services[0]?.id ?? '', priority: null, requestKey: key() };
    expect((lounge as Lounge).queue.take(kioskActor, taken).number).toBeTruthy();
    time.pass(60 * 48);
    await lounge?.fleet.look();
    expect((await state()).last?.text).toBe(before.last?.text);

    const answer = { answer: 'moved', requestKey: key() } as const;
    const after = await call(api().answerMachine, answer, as);
    expect(after).toMatchObject({ problem: null, fingerprint: before.fingerprint });
    expect(await call(api().answerMachine, answer, as)).toEqual(after);
    expect((await refusalOf(call(api().answerMachine, { ...answer, requestKey: key() }, as))).code).toBe('NOT_ASKED');
    await begin(second);
    expect((await state()).problem).toBeNull();
  });

  it('that is a copy gets a key of its own, as does a backup restored beside the old machine', async () => {
    await begin(first, stickWith(site));
    await firstSupervisor(lounge as Lounge);
    const before = await call(api().makeNow, { requestKey: key() }, as);
    await close();
    rmSync(join(folder, 'machine.json'));
    const copy = newFolderInMemory('copy');
    cpSync(folder, copy, { recursive: true });
    folder = copy;
    await begin(second);
    expect((await state()).problem).toBe('other_machine');
    const after = await call(api().answerMachine, { answer: 'copy', requestKey: key() }, as);
    expect(after).toMatchObject({ problem: null, last: null });
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });
});

describe('sending', () => {
  let store: Store;
  let kept: FleetStore;
  let answers: (number | Error)[];
  let sent: string[];
  let sender: Sender;
  let tick = 0;
  beforeEach(() => {
    store = openStore(folder, new FileKey(folder), program.migrations);
    kept = new FleetStore(store.db);
    [answers, sent, tick] = [[], [], 0];
    kept.setAddress('https://laporan.example.go.id/');
    sender = new Sender({
      store: kept,
      immediate: (act) => store.immediate(act),
      fetch: (_, init) => {
        const answer = answers.shift() ?? 201;
        if (answer instanceof Error) return Promise.reject(answer);
        sent.push(init?.body as string);
        return Promise.resolve(new Response(null, { status: answer }));
      },
      clock: { wall: () => 1_000_000 + tick, tick: () => tick },
      chance: () => 1,
      log: silentLog,
    });
  });
  afterEach(() => store.close());

  const keep = (sequence: number) =>
    kept.keep({ sequence, text: `status ${sequence}`, service_day: '2026-11-25', made_tick: sequence });

  it('goes oldest first, once, and waits longer after each failure', async () => {
    for (const sequence of [1, 2]) keep(sequence);
    answers = [new Error('no network'), 503];
    await sender.look();
    expect([sent, sender.failing]).toEqual([[], true]);
    tick = 59_999;
    await sender.look();
    expect(answers).toHaveLength(1);
    tick = 60_000;
    await sender.look();
    tick += 119_999;
    await sender.look();
    expect(kept.unsentCount()).toBe(2);
    tick += 1;
    await sender.look();
    expect(sent).toEqual(['status 1', 'status 1', 'status 2']);
    expect([kept.unsentCount(), sender.failing, kept.facts().sentAt]).toEqual([0, false, 1_000_000 + tick]);
    await sender.look();
    expect(sent).toHaveLength(3);
  });

  it('is not held up by one that the regency does not want', async () => {
    for (const sequence of [1, 2]) keep(sequence);
    answers = [422];
    await sender.look();
    expect(sent).toEqual(['status 1', 'status 2']);
    expect(kept.unsentCount()).toBe(0);
  });

  it('keeps a month at most while there is no network', () => {
    for (let sequence = 1; sequence <= 100; sequence += 1) keep(sequence);
    expect(kept.unsentCount()).toBe(mostUnsent);
    expect(kept.unsent()?.sequence).toBe(100 - mostUnsent + 1);
  });
});
