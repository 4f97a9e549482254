import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptBackups } from '../../contract/backup.ts';
import type { LetterDefinition } from '../../contract/letters.ts';
import { contentHashes, unlikeTheirEvents } from '../../tests/doubles/lounge/books.ts';
import { newFolder, removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import { TestLounge } from '../../tests/doubles/lounge/in-process.ts';
import { lookInto, openOwnLounge, program } from '../../tests/doubles/lounge/own-lounge.ts';
import { writePastTickets } from '../../tests/doubles/lounge/past-tickets.ts';
import { runScript } from '../../tests/doubles/lounge/script.ts';
import { Dice } from '../../tests/faults/dice.ts';
import { anyAnswers } from '../../tests/letters/any-answers.ts';
import { supervisor, VillageOffice } from '../../tests/letters/village-office.ts';
import { newestVersion, readMigrations } from '../store/migrate.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { restoreBackup } from './restore.ts';

/** The long form is the bar: ANJUNGAN_DRILL_TICKETS=100000. */
const tickets = Number(process.env['ANJUNGAN_DRILL_TICKETS'] ?? 3000);
const newest = newestVersion(readMigrations(program.migrations));
const key = () => TestLounge.key();

let office: VillageOffice;
/** All that is left when the machine is gone. */
let recoveryKey: string;
let backup: string;
let stick: string;
let hashes: Record<string, string>;
let unlike: string[];
let slowestTakeMs = 0;
let next: { ticket: string | undefined; letter: string | undefined };

const api = () => office.test.lounge.router.backup;
const state = () => call(api().state, undefined, office.as(supervisor));

const serial = (text: string | undefined) => Number(text?.replaceAll(/\D/g, ''));

/** One more person with one more letter. */
async function nextOnes(seed: number) {
  const { definition } = await office.letter('sk_usaha');
  const filed = await office.file('sk_usaha', anyAnswers(definition as LetterDefinition, new Dice(seed)));
  const page = await office.issue(filed.requestId);
  return { ticket: filed.ticket?.number, letter: page.letters[0]?.number };
}

beforeAll(async () => {
  office = new VillageOffice();
  for (const seed of [1, 2, 3]) await nextOnes(seed);
  const { db, backup: rounds } = office.test.lounge;
  const service = db.prepare<[], string>('SELECT service_id FROM ticket').pluck().get() ?? '';
  writePastTickets(db, tickets, service);

  expect(await state()).toMatchObject({ problem: 'no_key', recipient: null, lastGood: null, kept: [] });
  await expect(call(api().run, { requestKey: key() }, office.as(supervisor))).rejects.toMatchObject({
    code: 'NO_RECOVERY_KEY',
  });
  stick = newFolder('stick');
  await call(api().setSecondPath, { path: stick, requestKey: key() }, office.as(supervisor));
  const asked = { requestKey: key() };
  ({ recoveryKey } = await call(api().newRecoveryKey, asked, office.as(supervisor)));
  expect((await call(api().newRecoveryKey, asked, office.as(supervisor))).recoveryKey).toBe(recoveryKey);
  const typed = (lastGroup: string, by = supervisor) =>
    call(api().adoptRecoveryKey, { lastGroup, requestKey: key() }, office.as(by));
  await expect(typed('0')).rejects.toMatchObject({ code: 'RECOVERY_KEY_WRONG' });
  await expect(typed(recoveryKey.slice(-4), { ...supervisor, person: 'staff-9' })).rejects.toMatchObject({
    code: 'RECOVERY_KEY_WRONG',
  });
  // The first is made at once, while people go on taking numbers.
  expect((await typed(recoveryKey.slice(-4))).running).toBe(true);
  for (let nth = 0; rounds.running; nth += 1) {
    const began = performance.now();
    // The day's numbers are not many; after that the write lock alone.
    if (nth < 10) office.test.take(service);
    else db.exec('BEGIN IMMEDIATE; ROLLBACK');
    await new Promise((resolve) => setTimeout(resolve, 5));
    slowestTakeMs = Math.max(slowestTakeMs, performance.now() - began - 5);
  }
  await call(api().run, { requestKey: key() }, office.as(supervisor));
  await rounds.made();
  hashes = contentHashes(db);
  unlike = unlikeTheirEvents(db);
  backup = join(stick, (await state()).second?.newest ?? '');
  next = await nextOnes(4);
}, 300_000);
afterAll(async () => {
  await office.end();
  removeFolders();
});

describe('a lounge that makes backups', () => {
  it('says how they went, and went on meanwhile', async () => {
    const now = await state();
    expect(now).toMatchObject({ problem: null, running: false, ageHours: 0, second: { path: stick, problem: null } });
    expect(now.kept.length).toBe(2);
    expect(now.lastGood?.name).toBe(now.kept[0]?.name);
    expect(slowestTakeMs).toBeGreaterThan(0);
    expect(slowestTakeMs).toBeLessThan(1000);
  });

  it('keeps the recovery key nowhere', () => {
    const { db } = office.test.lounge;
    const plain = recoveryKey.replaceAll('-', '');
    for (const name of Object.keys(hashes)) {
      const text = JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all());
      expect(text.includes(recoveryKey) || text.includes(plain), name).toBe(false);
    }
  });

  it('keeps the newest fourteen, and copies on when the stick is back', async () => {
    const { backup: rounds } = office.test.lounge;
    const folder = join(office.test.folder, 'backups');
    const [first] = (await state()).kept;
    for (let nth = 1; nth <= 20; nth += 1)
      writeFileSync(
        join(folder, (first?.name ?? '').replace(/-\d{6}-/, `-${String(nth + 10).padStart(6, '0')}-`)),
        'x',
      );
    const away = `${stick}-away`;
    renameSync(stick, away);
    await rounds.begin();
    const without = await state();
    expect(without).toMatchObject({ problem: null, second: { newest: null, problem: 'gone' } });
    expect(without.kept.length).toBe(keptBackups);
    expect(without.lastGood?.name).toBe(without.kept[0]?.name);
    renameSync(away, stick);
    await rounds.look();
    expect((await state()).second).toEqual({ path: stick, newest: without.kept[0]?.name, problem: null });
  });

  it('takes no second place that is not there, or that is the machine itself', async () => {
    for (const path of ['stick', '/nowhere/stick', office.test.folder, join(office.test.folder, 'backups')])
      await expect(call(api().setSecondPath, { path, requestKey: key() }, office.as(supervisor))).rejects.toMatchObject(
        { code: 'SECOND_PATH_UNUSABLE' },
      );
  });
});

describe('a restore', () => {
  it('makes the same lounge in an empty folder, from the backup and the recovery key alone', async () => {
    const folder = join(newFolder('restored'), 'data');
    const refused = await runScript('restore', backup, '--data', folder);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('ANJUNGAN_RECOVERY_KEY') as string });
    const { facts, aside } = restoreBackup({
      file: backup,
      folder,
      recoveryKey: recoveryKey.toLowerCase(),
      over: false,
      newest,
    });
    expect(facts).toMatchObject({ sequence: 2, clockConfirmed: true });
    expect(aside).toBeNull();
    expect(lookInto(folder, contentHashes)).toEqual(hashes);
    expect(lookInto(folder, unlikeTheirEvents)).toEqual(unlike);
    expect(unlike).toEqual([]);

    const own = office.test.lounge;
    office.test.lounge = openOwnLounge(folder, office.test.time);
    try {
      // Numbers that were given after the backup are on papers: none of them is given again.
      const after = await nextOnes(4);
      expect(serial(after.ticket)).toBeGreaterThan(serial(next.ticket) + 50);
      expect(serial(after.letter?.split('/')[1])).toBeGreaterThan(serial(next.letter?.split('/')[1]) + 5);
      // The hub that runs there holds its folder.
      expect(() => restoreBackup({ file: backup, folder, recoveryKey, over: true, newest })).toThrow(/in use/);
    } finally {
      await office.test.lounge.close();
      office.test.lounge = own;
    }

    // What was erased since then is not forgotten by another restore.
    const list = join(folder, 'erased.list');
    writeFileSync(list, 'of this machine\n');
    expect(() => restoreBackup({ file: backup, folder, recoveryKey, over: false, newest })).toThrow(/holds a lounge/);
    const again = restoreBackup({ file: backup, folder, recoveryKey, over: true, newest });
    expect(existsSync(join(again.aside ?? '', 'lounge.db'))).toBe(true);
    expect(existsSync(join(again.aside ?? '', 'erased.list'))).toBe(false);
    expect(existsSync(list)).toBe(true);
    expect(lookInto(folder, contentHashes)).toEqual(hashes);
  }, 300_000);

  it('changes nothing with another key, a mistyped one, a damaged backup or an older program', () => {
    const folder = newFolder('untouched');
    const restore = (more: object) =>
      restoreBackup({ file: backup, folder, recoveryKey, over: false, newest, ...more });
    const damaged = join(newFolder('damaged'), 'x.backup');
    writeFileSync(damaged, 'x');
    expect(() => restore({ recoveryKey: newRecoveryKey() })).toThrow(/is for the recovery key/);
    expect(() => restore({ recoveryKey: 'x' })).toThrow(/type it again/);
    expect(() => restore({ file: damaged })).toThrow(/cannot be used/);
    expect(() => restore({ file: `${backup}x` })).toThrow(/cannot be read/);
    expect(() => restore({ newest: newest - 1 })).toThrow(/newer Anjungan/);
    rmSync(join(folder, 'lounge.lock'), { force: true });
    for (const name of ['lounge.db', 'lounge.key', '.restoring']) expect(existsSync(join(folder, name))).toBe(false);
  });
});
