import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { type LetterDefinition, letterFile } from '../../contract/letters.ts';
import { letterWords } from '../../renderer/i18n/desk-letters.ts';
import shippedLounge from '../../resources/catalogue/lounge.json' with { type: 'json' };
import { newFolder, removeFolders, writeCatalogue } from '../doubles/lounge/data-folder.ts';
import { key, pins } from '../doubles/lounge/front-desk.ts';
import { lookInto } from '../doubles/lounge/own-lounge.ts';
import { connectLive } from '../doubles/lounge/served-lounge.ts';
import { type LoungeProcess, startLounge } from '../doubles/lounge/start-lounge.ts';
import { wordsOf } from '../doubles/printer/decoder.ts';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { Dice } from '../faults/dice.ts';
import { anyAnswers } from '../letters/any-answers.ts';
import { namedVillage } from '../letters/village-office.ts';
import { apply } from './applicant.ts';
import { atLetterCounter, beginCheck, handOver, press, tickAll } from './letter-desk.ts';
import { seededPerson, seedsBelow, seedsIn } from './seeds.ts';

/** The short form runs every time; `RECORDS=1000` is the full one. */
const records = Number(process.env['RECORDS'] ?? 100);
const words = letterWords.id;

test.use({ hasTouch: true });
test.describe.configure({ timeout: 60_000 + records * 200 });
test.afterAll(removeFolders);

/** A browser with a profile on the disk, as a kiosk or a counter's machine has. */
async function machine(profile: string, size: { width: number; height: number }, urls: string[], kept: string[]) {
  const executablePath = process.env['ANJUNGAN_CHROMIUM'];
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
    viewport: size,
    hasTouch: true,
  });
  context.on('request', (request) => urls.push(request.url()));
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const isShipped =
      /^\/(assets|sounds|kiosk|counter|fonts|favicon)/.test(pathname) || response.url().startsWith('blob:');
    if (!isShipped && !/no-store/.test(response.headers()['cache-control'] ?? '')) kept.push(pathname);
  });
  const [page = await context.newPage()] = context.pages();
  page.on('websocket', (socket) => urls.push(socket.url()));
  page.on('framenavigated', (frame) => urls.push(frame.url()));
  return { context, page };
}

/** What a page could have put by. */
const putBy = (page: Page) =>
  page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
    title: document.title,
  }));

/** The first supervisor, and Sri and Dewi, who may approve; each at a counter of their own. */
async function staff(lounge: LoungeProcess) {
  const code = /set-up code (\S+)/.exec(lounge.stderr())?.[1] ?? '';
  const client = lounge.client();
  const pair = async (shown: string): Promise<string> =>
    (
      await client.ask({
        method: 'POST',
        path: '/api/pair',
        signed: false,
        body: { code: shown },
        headers: { 'x-anjungan-client': 'program' },
      })
    ).body.token;
  const live = async (token: string) => connectLive(lounge.port, { authorization: `Bearer ${token}` });
  const boss = await live(await pair(code));
  const { personId } = await boss.client.staff.setUp({
    code,
    name: 'Ratna Wulandari',
    pin: pins.supervisor,
    maintenancePin: pins.maintenance,
    requestKey: key(),
  });
  await boss.client.staff.signIn({ personId, pin: pins.supervisor, requestKey: key() });
  const hire = async (name: string) =>
    boss.client.staff.add({ name, role: 'verifier', pin: pins.operator, requestKey: key() });
  const { personId: sri } = await hire('Sri');
  await hire('Dewi');
  const join = async (name: string) =>
    pair((await boss.client.devices.beginPairing({ kind: 'counter', name, requestKey: key() })).code);
  const desk = await live(await join('PC loket 2'));
  await desk.client.staff.signIn({ personId: sri, pin: pins.operator, requestKey: key() });
  return { boss, desk, counterToken: await join('PC loket 3') };
}
type Client = Awaited<ReturnType<typeof staff>>['desk']['client'];

const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => expect('granted').toBe('refused'),
    () => undefined,
  );

/** People ask for letters at a desk; some answers are put right, some requests rejected, some letters issued. */
async function serve(client: Client, letter: LetterDefinition): Promise<{ filed: number; issued: number }> {
  const done = { filed: 0, issued: 0 };
  for (let nth = 1; nth <= records; nth += 1) {
    const { name, nik, address, phone } = seededPerson(nth);
    const personal = { 'applicant.name': name, 'applicant.nik': nik, 'applicant.address': address };
    const asked = {
      letterId: letter.id,
      values: { ...anyAnswers(letter, new Dice(nth)), ...personal, 'business.address': address },
      forWhom: 'self',
      broughtAll: true,
      phone,
      priority: null,
      wantsTicket: false,
    } as const;
    if (nth % 10 === 1) {
      // What is refused is no less personal, whether the letter's rules refuse it or the API itself.
      await refused(
        client.documents.file({ ...asked, values: { ...asked.values, 'applicant.nik': `${nik}9` }, requestKey: key() }),
      );
      await refused(client.documents.file({ ...asked, phone: `${phone} `.repeat(40), requestKey: key() }));
    }
    const { requestId: id } = await client.documents.file({ ...asked, requestKey: key() });
    done.filed += 1;
    if (nth % 5 !== 0) continue;
    await client.documents.list({ states: [], search: name, page: 0 });
    await client.documents.step({ id, step: 'check', note: null, requestKey: key() });
    const other = seededPerson(nth + records);
    await client.documents.correct({ id, field: 'applicant.address', value: other.address, requestKey: key() });
    if (nth % 10 === 0) {
      const note = `${name}, ${nik}, sudah pindah dari ${address}`;
      await client.documents.step({ id, step: 'reject', note, requestKey: key() });
      continue;
    }
    for (const { id: requirementId } of (await client.documents.request({ id })).requirements)
      await client.documents.tick({ id, requirementId, state: 'ok', requestKey: key() });
    await client.documents.preview({ id, officialId: 'head', knownBy: false });
    const page = await client.documents.approve({ id, officialId: 'head', knownBy: false, requestKey: key() });
    for (const made of page.letters) {
      await expect
        .poll(() =>
          client.documents.pdf({ id: made.id }).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);
      done.issued += 1;
    }
  }
  return done;
}

/** A list of residents is taken over, one of them asks for a letter, and one is forgotten. */
async function keepList({ client }: { client: Client }): Promise<void> {
  const people = [1, 2, 3].map((nth) => seededPerson(records * 2 + nth));
  const rows = people.map(({ name, nik, address }) => `${nik};${nik};${name};${address}`);
  const file = Buffer.from(['NIK;NO KK;NAMA;ALAMAT', ...rows].join('\n')).toString('base64');
  const { previewId } = await client.residents.preview({ file });
  await client.residents.commit({ previewId, whole: false, requestKey: key() });
  const [first] = people;
  if (first === undefined) throw new Error('nobody');
  await client.residents.identify({ letterId: 'sk_usaha', nik: first.nik, by: { kind: 'name', name: first.name } });
  await client.retention.exportPerson({ nik: first.nik, name: first.name });
  const reason = 'Permintaan yang bersangkutan';
  await client.retention.erasePerson({ nik: first.nik, name: first.name, reason, requestKey: key() });
}

test('nobody who asked for a letter is named in logs, books, addresses, temporary files, profiles or on the disk', async () => {
  const data = newFolder('private-letters');
  const temporary = newFolder('private-temporary');
  const profiles = newFolder('private-profiles');
  writeCatalogue(data, { lounge: { ...shippedLounge, unitType: 'desa' }, village: namedVillage });
  const printer = await SimulatedPrinter.listen();
  const env = { TMPDIR: temporary, SQLITE_TMPDIR: temporary };
  const lounge = await startLounge({ data, env, printer: printer.uri, now: '2026-11-24T09:14:00+07:00' });
  const { boss, desk, counterToken } = await staff(lounge);
  const letter = letterFile.parse((await desk.client.documents.letter({ id: 'sk_usaha' })).definition);
  if (letter.kind !== 'letter') throw new Error('no letter');

  const urls: string[] = [];
  const kept: string[] = [];
  const contexts: BrowserContext[] = [];
  const stores: unknown[] = [];
  {
    const { context, page: kiosk } = await machine(join(profiles, 'kiosk'), { width: 1080, height: 1920 }, urls, kept);
    contexts.push(context);
    await kiosk.goto(lounge.url);
    const { name, nik } = seededPerson(0);
    const said = { name: name.toUpperCase(), nik, address: 'XYLOFONKRAJAN' };
    await apply(kiosk, letter, { said });
    await expect.poll(() => printer.slips.length).toBe(1);
    stores.push(await putBy(kiosk));
  }
  {
    const { context, page: pc } = await machine(join(profiles, 'counter'), { width: 1366, height: 768 }, urls, kept);
    contexts.push(context);
    const home = new URL(lounge.url).origin;
    await context.addCookies([
      { name: 'anjungan', value: counterToken, url: home, httpOnly: true, sameSite: 'Strict' },
    ]);
    await pc.goto(`${home}/counter`);
    await atLetterCounter(pc);
    await beginCheck(pc, letter);
    await expect(pc.getByText(seededPerson(0).name.toUpperCase()).first()).toBeVisible();
    await press(pc, words.request.correct('Alamat'));
    await pc.keyboard.press('Control+A');
    await pc.keyboard.type(seededPerson(0).address);
    await press(pc, words.request.save);
    await tickAll(pc, letter);
    await press(pc, words.decide.preview);
    await expect(pc.getByRole('img').first()).toBeVisible();
    await press(pc, words.back);
    await press(pc, words.steps.approve);
    await press(pc, words.papers.view);
    await expect(pc.getByRole('img').first()).toBeVisible();
    await press(pc, words.back);
    await handOver(pc);
    await press(pc, words.toList);
    await pc.getByRole('searchbox').fill(seededPerson(0).name);
    await pc.keyboard.press('Enter');
    stores.push(await putBy(pc));
  }
  const begun = performance.now();
  const done = await serve(desk.client, letter);
  await keepList(boss);
  const seconds = (performance.now() - begun) / 1000;

  const running = { data: seedsBelow(data), temporary: seedsBelow(temporary) };
  for (const context of contexts) await context.close();
  boss.close();
  desk.close();
  const papers = printer.slips.map((slip) => wordsOf(slip).join('\n')).join('\n');
  const { stdout, stderr } = await lounge.stop();
  await printer.switchOff();
  const stopped = { data: seedsBelow(data), temporary: seedsBelow(temporary), profiles: seedsBelow(profiles) };
  const rows = lookInto(data, (db) => {
    const all = (table: string) => db.prepare(`SELECT * FROM ${table}`).all() as object[];
    const tables = [
      'audit',
      'print_job',
      'letter_print',
      'ticket',
      'ticket_event',
      'request_event',
      'request_read',
      'sign_in',
    ];
    return {
      people: JSON.stringify(all('request_person')),
      audit: all('audit'),
      rest: tables.map((table) => JSON.stringify(all(table))),
    };
  });

  const hits = {
    log: seedsIn(`${stdout}\n${stderr}`),
    urls: seedsIn(urls.join('\n')),
    'kept by the browser': kept,
    'put by': seedsIn(JSON.stringify(stores)),
    paper: seedsIn(papers),
    'audit, spool, queue': rows.rest.flatMap(seedsIn),
    'data folder while it runs': running.data.hits,
    'temporary files while it runs': running.temporary.hits,
    'data folder': stopped.data.hits,
    'temporary files': stopped.temporary.hits,
    profiles: stopped.profiles.hits,
  };
  console.log(
    `${done.filed + 1} requests, ${done.issued + 1} letters in ${seconds.toFixed(1)} s; looked through ` +
      `${stderr.split('\n').length} lines of log, ${rows.audit.length} audit entries, ${urls.length} addresses, ` +
      `${stopped.profiles.names.length} files of profiles (${Math.round(stopped.profiles.bytes / 1e6)} MB), ` +
      `${running.data.names.length} data files (${Math.round(running.data.bytes / 1e6)} MB); ` +
      `hits: ${Object.values(hits).flat().length}`,
  );
  expect(done.filed).toBe(records);
  expect(running.data.names).toEqual(
    expect.arrayContaining(['lounge.db', 'lounge.db-wal', 'lounge.db-shm', 'erased.list']),
  );
  for (const [place, found] of Object.entries(hits)) expect(found, place).toEqual([]);

  // They were there to be found, and the search finds them.
  expect(seedsIn(rows.people).length).toBeGreaterThanOrEqual(3);
  for (const place of [data, temporary, profiles]) {
    const planted = join(place, 'planted');
    for (const encoding of ['utf8', 'utf16le', 'base64'] as const) {
      const { nik, name } = seededPerson(5);
      const text = `a ${encoding === 'utf8' ? nik.replaceAll(/(.{4})(?=.)/g, '$1.') : name}!`;
      writeFileSync(
        planted,
        encoding === 'base64' ? Buffer.from(text).toString('base64') : Buffer.from(text, encoding),
      );
      expect(seedsBelow(place).hits, encoding).toHaveLength(1);
    }
    rmSync(planted);
  }
});
