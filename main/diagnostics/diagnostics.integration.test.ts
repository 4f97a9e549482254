import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DiagnosticReport, diagnosticReport, diagnosticSteps, healthReport } from '../../contract/diagnostics.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import type { Scope } from '../../contract/principal.ts';
import { reportText } from '../../renderer/diagnostics/report-text.ts';
import { diagnosticWords } from '../../renderer/i18n/diagnostics/index.ts';
import { newFolder, removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import { key } from '../../tests/doubles/lounge/front-desk.ts';
import { callerOf, silentLog, supervisorActor } from '../../tests/doubles/lounge/in-process.ts';
import { LanLounge } from '../../tests/doubles/lounge/lan-lounge.ts';
import { program } from '../../tests/doubles/lounge/own-lounge.ts';
import { runScript } from '../../tests/doubles/lounge/script.ts';
import { tuesdayMorning } from '../../tests/doubles/lounge/start-lounge.ts';
import { seededPerson, seedsIn } from '../../tests/e2e/seeds.ts';
import { Dice } from '../../tests/faults/dice.ts';
import { anyAnswers } from '../../tests/letters/any-answers.ts';
import { supervisor, VillageOffice } from '../../tests/letters/village-office.ts';
import { openHub } from '../hub.ts';
import type { StartOptions } from '../options.ts';
import { PairedMachine } from '../paired-machine.ts';
import { FileKey } from '../store/key.ts';
import { unlock } from '../store/open.ts';
import { HubFile } from '../transport/remote/known-hub.ts';
import { openDatabaseReader } from './database.ts';
import { checkDatabase } from './database-check.ts';

/** A supervisor, a technician and a watchman look after the hub. */

afterAll(removeFolders);

const as = (actor = supervisorActor) => ({ context: { caller: callerOf(actor) } });

describe('a hub on its network', () => {
  let hub: LanLounge;
  const open = async () => {
    hub = await LanLounge.openOnLan(tuesdayMorning);
  };
  afterEach(() => hub.end());

  const tokenFor = async (...scopes: Scope[]) => {
    const asked = { name: `Pemantau ${scopes.join(' ')}`, scopes, requestKey: key() };
    return (await call(hub.lounge.router.integrations.add, asked, as())).token;
  };
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  const askedAs = async (token: string) => {
    const { status, text } = await hub.ask('/api/health', bearer(token));
    return { status, body: JSON.parse(text) as unknown };
  };

  it('tells everybody whether it is well, and the rest to whoever may know', async () => {
    await open();
    const anybody = await hub.ask('/api/health');
    expect([anybody.status, anybody.text]).toEqual([200, '{"healthy":true}']);
    expect(await askedAs(await tokenFor('queue:read'))).toEqual({ status: 200, body: { healthy: true } });
    expect(await askedAs('anj_of_nobody')).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
    // Whoever runs the machine may ask on the machine itself, and nowhere else.
    const { operator } = hub.sessions.tokens;
    expect((await askedAs(operator)).status).toBe(401);

    const { status, body } = await askedAs(await tokenFor('health:read'));
    expect(status).toBe(200);
    expect(healthReport.strict().parse(body)).toMatchObject({
      healthy: true,
      missing: [],
      standstill: [],
      printer: 'absent',
      clockConfirmed: true,
      backupAgeHours: null,
      storage: expect.stringMatching(/^(ok|low|full)$/),
    });
    const { body: here } = await hub.client(operator).get('/api/health');
    expect(here).toEqual(body);
    const { body: kiosk } = await hub.client().get('/api/health');
    expect(kiosk).toEqual({ healthy: true });

    const described = await hub.client().get('/api/openapi.json');
    const { content } = described.body.paths['/health'].get.responses['200'];
    const schema = z.fromJSONSchema(content['application/json'].schema);
    for (const answer of [body, kiosk]) expect(schema.safeParse(answer).error).toBeUndefined();
  });

  it('says 503 and why when its store can be read no more or numbers stand still, and slows down who asks too often', async () => {
    await open();
    const token = await tokenFor('health:read');
    hub.lounge.standstill.say('storage_full', true);
    expect(await askedAs(token)).toMatchObject({ status: 200, body: { standstill: ['storage_full'] } });
    hub.time.pass(1);
    const prepare = hub.lounge.db.prepare.bind(hub.lounge.db);
    hub.lounge.db.prepare = ((sql: string) => {
      if (sql.includes('sqlite_master')) throw new Error('disk I/O error');
      return prepare(sql);
    }) as typeof hub.lounge.db.prepare;
    expect(await askedAs(token)).toMatchObject({ status: 503, body: { healthy: false, missing: ['store'] } });
    expect(await hub.ask('/api/health')).toMatchObject({ status: 503, text: '{"healthy":false}' });
    hub.lounge.db.prepare = prepare;

    expect(await hub.ask('/api/health', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET' } });
    let last = 200;
    for (let nth = 0; nth < 12 && last !== 429; nth += 1) last = (await hub.ask('/api/health')).status;
    expect(last).toBe(429);
    // Somebody who shows a code is not kept out by it.
    const shown = { method: 'POST', headers: { 'content-type': 'application/json' }, body: { code: 'AAAA-AAAA' } };
    expect((await hub.ask('/api/pair', shown)).status).toBe(401);
  });

  it('goes through its steps once for all who ask meanwhile, and keeps the result', async () => {
    await open();
    const follow = async () => {
      const told: string[] = [];
      for await (const { step } of await call(hub.lounge.router.diagnostics.run, undefined, as())) told.push(step);
      return told;
    };
    expect(await Promise.all([follow(), follow()])).toEqual([[...diagnosticSteps], [...diagnosticSteps]]);
    const report = diagnosticReport.strict().parse(await call(hub.lounge.router.diagnostics.report, undefined, as()));
    expect(report).toMatchObject({ at: expect.stringContaining('2026-11-24T09:00'), counts: { ticket: 0 } });
    expect(report.steps[1]).toMatchObject({ step: 'database', verdict: 'good', finding: 'database_ok' });
    expect(report.steps[2]).toMatchObject({ finding: 'clock_ok' });
    expect(existsSync(join(hub.folder, 'diagnostics.tmp'))).toBe(false);
    // The newest run as it was; a new one is another.
    expect(await call(hub.lounge.router.diagnostics.report, undefined, as())).toEqual(report);
    hub.time.pass(5);
    expect((await hub.lounge.diagnostics.freshReport()).at).toContain('2026-11-24T09:05');
  });

  it('is looked for by a machine that is paired with it', async () => {
    await open();
    const known = await hub.pairProgram();
    const data = newFolder('paired-diagnostics');
    const machine = new PairedMachine({ file: new HubFile(join(data, 'hub.json')), hub: known, log: silentLog });
    const told = async () => {
      const all = new Map<string, string>();
      const signal = new AbortController().signal;
      for await (const { step, finding } of machine.selfTest(data, () => null, signal)) all.set(step, finding);
      return all;
    };
    const first = await told();
    expect(Object.fromEntries(first)).toMatchObject({
      database: 'not_here',
      clock: 'clock_ok',
      hub: 'hub_reached',
      printer: 'printer_at_hub',
      sound: 'sound_ask',
      update: 'update_not_set_up',
    });
    await hub.revoke(known.device.id);
    expect((await told()).get('hub')).toBe('hub_turned_away');
    await hub.switchLan(false);
    const alone = await told();
    expect([alone.get('hub'), alone.get('clock')]).toEqual(['hub_unreachable', 'step_failed']);
    await machine.close();
  });
});

describe('the file of the self-test', () => {
  it('names nobody who asked for a letter, works here or stands on a list, in either language', async () => {
    const office = new VillageOffice();
    const { router, db, diagnostics } = office.test.lounge;
    const { definition } = await office.letter('sk_usaha');
    for (const nth of [0, 1, 2]) {
      const { name, nik, address, phone } = seededPerson(nth);
      const personal = { 'applicant.name': name, 'applicant.nik': nik, 'applicant.address': address };
      const values = { ...anyAnswers(definition as LetterDefinition, new Dice(nth)), ...personal };
      await office.file('sk_usaha', values, { phone });
    }
    const { name, nik, address } = seededPerson(7);
    await office.takeResidents(`NIK;NO KK;NAMA;ALAMAT\n${nik};${nik};${name};${address}`);
    const staffName = { name: seededPerson(8).name, role: 'operator', pin: '834019', requestKey: key() } as const;
    await call(router.staff.add, staffName, as(supervisor));
    const machine = { kind: 'kiosk', name: `Kios ${seededPerson(9).name}`.slice(0, 40), requestKey: key() } as const;
    await call(router.devices.beginPairing, machine, as(supervisor));

    const report = await diagnostics.freshReport();
    const file = JSON.stringify(report);
    const texts = [reportText(diagnosticWords.id, report), reportText(diagnosticWords.en, report)];
    for (const written of [file, ...texts]) expect(seedsIn(written)).toEqual([]);
    // Nor the key, the folder, or the machine's own name.
    const secrets = [readFileSync(join(office.test.folder, 'lounge.key'), 'utf8').trim(), office.test.folder];
    for (const secret of secrets) expect([file, ...texts].join('\n')).not.toContain(secret);
    expect(report.counts).toMatchObject({ request: 3 });
    expect(texts[0]).toMatch(/^1\. {2}Ruang penyimpanan: /m);
    expect(texts[0]).toMatch(/^Isi: .*3 permohonan/m);
    expect(texts[1]).toMatch(/^10\. Updates: /m);

    // They were there to be found.
    const people = JSON.stringify(db.prepare('SELECT * FROM request_person').all());
    expect(seedsIn(people).length).toBeGreaterThanOrEqual(3);
    await office.test.end();
  });
});

describe('a database', () => {
  const secret = 'ab'.repeat(32);
  let folder: string;
  let path: string;
  beforeAll(() => {
    folder = newFolder('checked');
    path = join(folder, 'lounge.db');
    const db = new Database(path);
    unlock(db, secret);
    db.exec(`
      CREATE TABLE ticket (id INTEGER);
      WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 5000) INSERT INTO ticket SELECT id FROM n;
    `);
    db.close();
  });

  it('that is sound is counted, also in a thread, and not changed', async () => {
    const before = readFileSync(path);
    const reader = openDatabaseReader(silentLog);
    const checked = await reader.check({ path, key: secret });
    expect(checked).toEqual({ state: 'ok', bytes: before.length, rows: { ticket: 5000 } });
    await reader.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('that was damaged, cut short, has another key, is no file or is not there, is told as what it is', () => {
    const other = join(folder, 'other.db');
    const stateOf = (change: () => void, itsKey = secret) => {
      copyFileSync(path, other);
      change();
      return checkDatabase({ path: other, key: itsKey }).state;
    };
    const whole = readFileSync(path);
    const hurt = Buffer.from(whole);
    hurt.fill(0x5a, 8192, 12_288);
    expect(stateOf(() => writeFileSync(other, hurt))).toBe('damaged');
    expect(stateOf(() => writeFileSync(other, whole.subarray(0, 100)))).toBe('damaged');
    expect(stateOf(() => undefined, 'cd'.repeat(32))).toBe('damaged');
    expect(stateOf(() => rmSync(other))).toBe('none');
    mkdirSync(join(folder, 'folder.db'));
    expect(checkDatabase({ path: join(folder, 'folder.db'), key: secret }).state).toBe('unopenable');
  });

  it('that another program holds is told as locked', () => {
    const holder = new Database(path);
    unlock(holder, secret);
    holder.exec('BEGIN EXCLUSIVE');
    expect(checkDatabase({ path, key: secret }, 20).state).toBe('locked');
    holder.exec('ROLLBACK');
    holder.close();
  });
});

describe('the technician’s command', () => {
  it('asks the running hub, and where none runs looks from outside', async () => {
    const data = newFolder('diagnose');
    const diagnose = (...args: string[]) => runScript('diagnose', '--data', data, ...args);
    const hub = await openHub({
      options: { data, port: 0 } as StartOptions,
      files: program,
      key: new FileKey(data),
      log: silentLog,
      network: { interfaces: () => [{ name: 'eth0', address: '192.168.1.10' }], names: () => ['hub.test'] },
    });
    const running = await diagnose('--json');
    expect({ code: running.code, stderr: running.stderr }).toEqual({ code: 0, stderr: '' });
    const report = diagnosticReport.strict().parse(JSON.parse(running.stdout)) satisfies DiagnosticReport;
    expect(report.steps.map(({ step }) => step)).toEqual(diagnosticSteps);
    expect(report.steps.find(({ step }) => step === 'hub')).toMatchObject({ finding: 'hub_ok' });
    await hub.close();

    const keylessData = newFolder('diagnose-keyless');
    copyFileSync(join(data, 'lounge.db'), join(keylessData, 'lounge.db'));
    const [stopped, keyless] = await Promise.all([diagnose(), runScript('diagnose', '--data', keylessData, '--json')]);
    expect(stopped.stderr).toMatch(/no hub runs on .*\n.*from outside\.\n$/);
    expect(stopped.stdout).toMatch(/^1\. {2}Storage: /m);
    expect(stopped.stdout).toMatch(/^2\. {2}Database: Good\. Sound, 1 MB\.$/m);
    expect(stopped.stdout).not.toMatch(/^3\./m);
    expect(keyless.code).toBe(2);
    expect(JSON.parse(keyless.stdout)).toMatchObject({
      running: false,
      steps: [{ step: 'storage' }, { step: 'database', verdict: 'bad', finding: 'key_missing' }, { step: 'hub' }],
    });
    // Nobody makes a new key for an old database.
    expect(existsSync(join(keylessData, 'lounge.key'))).toBe(false);
  });

  it('tells how to ask', async () => {
    expect(await runScript('diagnose', 'everything')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^anjungan: [^\n]*npm run --silent diagnose -- \[--json\] \[--data DIR\]\n$/),
    });
  });
});
