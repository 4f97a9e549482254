import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterDefinition } from '../../contract/letters.ts';
import { newFolder, removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import { kioskActor, TestLounge, TestTime } from '../../tests/doubles/lounge/in-process.ts';
import { lookInto, openOwnLounge } from '../../tests/doubles/lounge/own-lounge.ts';
import { runScript } from '../../tests/doubles/lounge/script.ts';
import { Dice } from '../../tests/faults/dice.ts';
import { anyAnswers } from '../../tests/letters/any-answers.ts';
import { supervisor, VillageOffice } from '../../tests/letters/village-office.ts';
import type { Lounge } from '../lounge.ts';
import { noteName } from './restore-note.ts';

const key = () => TestLounge.key();

let office: VillageOffice;
let service: string;
let recoveryKey: string;
let backup: string;
let lost: string[];
let lostLetter: string | undefined;
let back: string;
let lounge: Lounge;

const as = () => office.as(supervisor);
const state = (of: Lounge) => call(of.router.backup.state, undefined, as());

async function issueLetter(seed: number) {
  const { definition } = await office.letter('sk_usaha');
  const filed = await office.file('sk_usaha', anyAnswers(definition as LetterDefinition, new Dice(seed)));
  return (await office.issue(filed.requestId)).letters[0]?.number;
}

/** Two hours after the backup of nine o'clock, on another machine. */
const open = () => openOwnLounge(back, new TestTime('2026-11-24T11:00:00+07:00'));

beforeAll(async () => {
  office = new VillageOffice();
  const { router, db, backup: rounds } = office.test.lounge;
  await issueLetter(1);
  service = db.prepare<[], string>('SELECT service_id FROM ticket').pluck().get() ?? '';
  db.exec(`
    INSERT INTO device (id, kind, name, paired_at) VALUES ('lost-tablet', 'counter', 'Tablet', 1);
    INSERT INTO session (token_hash, device_id, renewed_at) VALUES (x'01', 'lost-tablet', 9e15);
    INSERT INTO integration (id, name, scopes, token_hash, made_at) VALUES ('portal', 'Portal', '[]', x'02', 1);
  `);
  ({ recoveryKey } = await call(router.backup.newRecoveryKey, { requestKey: key() }, as()));
  await call(router.backup.adoptRecoveryKey, { lastGroup: recoveryKey.slice(-4), requestKey: key() }, as());
  await rounds.made();
  const made = await state(office.test.lounge);
  expect(made.restored).toBeNull();
  backup = join(office.test.folder, 'backups', made.lastGood?.name ?? '');

  // After the backup people take numbers and letters, and the tablet is turned away. Then the machine is gone.
  lost = [1, 2, 3].map(() => office.test.take(service).number);
  lostLetter = await issueLetter(2);
  await call(router.devices.revoke, { id: 'lost-tablet', requestKey: key() }, as());

  back = join(newFolder('back'), 'data');
  process.env['ANJUNGAN_RECOVERY_KEY'] = recoveryKey;
  const said = await runScript('restore', backup, '--data', back);
  delete process.env['ANJUNGAN_RECOVERY_KEY'];
  expect(said).toMatchObject({ code: 0, stdout: expect.stringMatching(/backup 1 of .*paired again/s) as string });
  expect(
    lookInto(back, (of) => of.prepare('SELECT revoked_at FROM device WHERE id = ?').pluck().get('lost-tablet')),
  ).toBe(null);
  lounge = open();
});
afterAll(async () => {
  await lounge.close();
  await office.end();
  removeFolders();
});

describe('a lounge that came out of a backup', () => {
  it('lets nobody in who was turned away since: every machine is paired anew, every program gets a new token', () => {
    const { db } = lounge;
    const count = (sql: string) => db.prepare<[], number>(`SELECT count(*) FROM ${sql}`).pluck().get();
    expect(count('session')).toBe(0);
    expect(count('sign_in')).toBe(0);
    expect(count('device WHERE revoked_at IS NULL AND paired_at IS NOT NULL')).toBe(0);
    expect(count("device WHERE id = 'kiosk-1' AND revoked_at IS NULL")).toBe(1);
    expect(count('integration WHERE revoked_at IS NULL')).toBe(0);
  });

  it('prints nothing that was waiting when the backup was made', () => {
    const open_ = lounge.db.prepare("SELECT id FROM print_job WHERE state NOT IN ('done', 'cancelled')").all();
    expect(open_).toEqual([]);
  });

  it('gives no number that stands on a paper already, today and on the day to which tickets are carried', () => {
    const take = () => lounge.queue.take(kioskActor, { serviceId: service, priority: null, requestKey: key() });
    const given = take();
    expect(lost).not.toContain(given.number);
    expect(given.number).toMatch(/^[A-Z]101$/);
    expect(given.peopleAhead).toBeLessThan(10);
    const next = lounge.db
      .prepare<[string], number>("SELECT last FROM series WHERE service_id = ? AND service_day > '2026-11-24'")
      .pluck()
      .all(service);
    expect(next).toEqual([100]);
  });

  it('gives no letter’s number twice, and its register says which are missing and why', () => {
    const entries = lounge.db
      .prepare<[], { seq: number; state: string; reason: string | null }>(
        'SELECT seq, state, reason FROM letter_number ORDER BY id',
      )
      .all();
    expect(entries).toEqual([
      { seq: 1, state: 'issued', reason: null },
      {
        seq: 11,
        state: 'void',
        reason: expect.stringMatching(
          /^Dipulihkan dari cadangan 2026-11-24T09:00:\d\d\+07:00: nomor urut 2 sampai 11 dilewati/,
        ) as string,
      },
    ]);
    expect(lostLetter).toMatch(/\/002\//);
    expect(lounge.db.prepare('SELECT last FROM letter_series').pluck().all()).toEqual([11]);
  });

  it('makes a backup of its own at once, numbered behind the one it came out of', async () => {
    await lounge.backup.look();
    const { kept, lastGood } = await state(lounge);
    expect(kept.map(({ name }) => name)).toEqual([expect.stringMatching(/-000002-2026-11-24\.backup$/)]);
    expect(lastGood?.name).toBe(kept[0]?.name);
  });

  it('says so until a supervisor has looked, and does all of this once', async () => {
    expect((await state(lounge)).restored).toMatchObject({ made: expect.stringMatching(/T09:00:/) as string });
    const series = () => lounge.db.prepare('SELECT * FROM series UNION ALL SELECT * FROM letter_series').all();
    const before = series();
    await lounge.close();
    lounge = open();
    expect(series()).toEqual(before);
    // The power went between the transaction and the note.
    await lounge.close();
    const note = JSON.parse(readFileSync(join(back, noteName), 'utf8')) as object;
    writeFileSync(join(back, noteName), JSON.stringify({ ...note, settled: null }));
    lounge = open();
    expect(series()).toEqual(before);
    expect((await state(lounge)).restored).not.toBeNull();

    const checked = { requestKey: key() };
    expect((await call(lounge.router.backup.restoreChecked, checked, as())).restored).toBeNull();
    expect((await call(lounge.router.backup.restoreChecked, checked, as())).restored).toBeNull();
    expect(lounge.db.prepare("SELECT act FROM audit WHERE act LIKE 'restore%' ORDER BY id").pluck().all()).toEqual([
      'restored',
      'restore_checked',
    ]);
  });
});
