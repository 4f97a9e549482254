import { statSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LetterValues } from '../../../contract/documents.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { copyData, newFolder, removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { kioskActor, TestLounge } from '../../../tests/doubles/lounge/in-process.ts';
import { Dice } from '../../../tests/faults/dice.ts';
import { anyAnswers } from '../../../tests/letters/any-answers.ts';
import { namedVillage, operator, supervisor, VillageOffice, verifier } from '../../../tests/letters/village-office.ts';
import { ResidentStore } from '../residents/resident-store.ts';

const dayMinutes = 24 * 60;
const nik = '3510164508900001';
/** Stands nowhere but in these tests. */
const seed = 'Qurrotaayunin Wongsodimejo';
const person = { nik, name: 'QURROTAAYUNIN WONGSODIMEJO, S.Pd.' };

let office: VillageOffice;
beforeEach(() => {
  office = new VillageOffice('2026-11-24T09:00:00+07:00', {
    village: { ...namedVillage, retention: { unfinishedDays: 30, openDays: 90, letterYears: 5 } },
  });
});
afterEach(() => office.end());
afterAll(removeFolders);

const api = () => office.test.lounge.router.retention;
const db = () => office.test.lounge.db;
const look = () => office.test.lounge.documents.retention.look();
const days = (count: number) => office.test.time.pass(count * dayMinutes);
const key = () => TestLounge.key();
const state = () => call(api().state, undefined, office.as(supervisor));
const due = () => call(api().due, { page: 0 }, office.as(supervisor));
const find = (asked = person) => call(api().find, asked, office.as(supervisor));
const erasePerson = (asked = person) =>
  call(api().erasePerson, { ...asked, reason: `Permintaan ${seed}`, requestKey: key() }, office.as(supervisor));
const exported = async () =>
  JSON.parse((await call(api().exportPerson, person, office.as(supervisor))).text) as Exported;
const destroy = (letterIds: string[], more = {}) =>
  call(
    api().destroy,
    {
      letterIds,
      minutesNumber: 'BA/01/2031',
      minutesDate: '2031-11-26',
      witnesses: ['Endang Setyowati, Sekretaris Desa', 'Slamet, Kasi Pemerintahan'],
      requestKey: key(),
      ...more,
    },
    office.as(supervisor),
  );

interface Exported {
  'daftar penduduk': Record<string, string> | null;
  permohonan: { surat: string; jawaban: Record<string, string>; 'surat terbit': { 'PDF (base64)': string | null }[] }[];
}

async function answers(letterId = 'sk_usaha'): Promise<LetterValues> {
  const { definition } = await office.letter(letterId);
  return {
    ...anyAnswers(definition as LetterDefinition, new Dice(1)),
    'applicant.nik': nik,
    'applicant.name': seed,
  };
}

const filed = async () =>
  (await office.file('sk_usaha', await answers(), { phone: '0812 3456 7890', wantsTicket: false })).requestId;

async function rejected(): Promise<string> {
  const id = await filed();
  await office.page(id);
  await office.step(id, 'check');
  const change = { id, field: 'applicant.address', value: 'Dusun Krajan Xylofon 47', requestKey: key() };
  await call(office.api.correct, change, office.as(operator));
  await office.step(id, 'reject', verifier, `Bukan ${seed}`);
  return id;
}

async function collected(): Promise<{ id: string; letterId: string; number: string }> {
  const id = await filed();
  const { letters } = await office.issue(id);
  await office.step(id, 'signed', verifier);
  await office.step(id, 'hand_over');
  return { id, letterId: letters[0]?.id ?? '', number: letters[0]?.number ?? '' };
}

const stateOf = (id: string) => db().prepare('SELECT state FROM request WHERE id = ?').pluck().get(id);

/** All pages as they are once deciphered, what was deleted among them. */
const everyByte = () => db().serialize();
const isAnywhere = (words: string) => everyByte().includes(words);
const logBytes = () => statSync(join(office.test.folder, 'lounge.db-wal')).size;

/** An older copy of the database takes the place of the one that is there. */
const putBack = (copy: string) => office.test.restart(undefined, () => copyData(copy, office.test.folder));

describe('by age', () => {
  it('an open request runs out, and what is personal of it goes 30 days later', async () => {
    const id = await filed();
    await office.step(id, 'check');
    days(89);
    await look();
    expect(stateOf(id)).toBe('checking');
    days(2);
    await look();
    const page = await office.page(id);
    expect(page).toMatchObject({ state: 'expired', applicant: seed });
    expect(page.events.at(-1)).toMatchObject({ step: 'expire', by: 'Anjungan' });
    expect(await state()).toMatchObject({ unfinished: 1, lastRun: { expired: 1, purged: 0 } });
    days(31);
    await look();
    expect(await office.page(id)).toMatchObject({
      state: 'expired',
      applicant: '',
      values: {},
      phone: null,
      steps: [],
    });
    expect(await state()).toMatchObject({ unfinished: 0, lastRun: { expired: 0, purged: 1 } });
  });

  it('nothing of a refused one is left in any page of the database, nor in its log', async () => {
    const id = await rejected();
    expect(isAnywhere(seed)).toBe(true);
    days(31);
    await look();
    for (const words of [seed, 'Xylofon', nik, '+6281234567890']) expect(isAnywhere(words), words).toBe(false);
    expect(logBytes()).toBe(0);
    // Who looked at it is still known, and so is what was done.
    expect(db().prepare('SELECT count(*) FROM request_read WHERE request_id = ?').pluck().get(id)).toBeGreaterThan(0);
    expect((await office.page(id, supervisor)).events.map(({ step, note }) => [step, note])).toEqual([
      ['file', null],
      ['check', null],
      ['reject', null],
    ]);
    // It is still in the list and under its code, and nobody takes a step back.
    const list = { states: ['rejected' as const], search: '', page: 0 };
    const { rows } = await call(office.api.list, list, office.as(operator));
    expect(rows).toMatchObject([{ id, applicant: '' }]);
    const track = await call(office.api.track, { code: rows[0]?.tracking ?? '' }, office.as(kioskActor));
    expect(track).toMatchObject({ state: 'rejected', message: null, cancellable: false });
    await expect(office.step(id, 'undo', supervisor, 'Keliru')).rejects.toMatchObject({ data: { why: 'state' } });
  });

  it('of a collected one no more stays than its letter says', async () => {
    const { id, letterId } = await collected();
    days(31);
    await look();
    const page = await office.page(id);
    expect(page).toMatchObject({ state: 'collected', applicant: seed, phone: null, corrected: [], steps: [] });
    expect(page.values).toEqual({ 'applicant.nik': nik, 'applicant.name': seed });
    expect((await call(office.api.pdf, { id: letterId }, office.as(operator))).pdf.length).toBeGreaterThan(1000);
    const { entries } = await call(office.api.register, { year: 2026, register: null, page: 0 }, office.as(operator));
    expect(entries).toMatchObject([{ addressee: seed }]);
    expect(await find()).toMatchObject({ requests: 1, letters: 1 });
  });

  it('nothing runs out and nothing goes while nobody stands behind the date', async () => {
    const id = await rejected();
    const open = await filed();
    await office.test.restart('2027-06-01T09:00:00+07:00');
    await look();
    expect(stateOf(open)).toBe('submitted');
    expect(await office.page(id)).toMatchObject({ applicant: seed });
    expect((await state()).lastRun).toBeNull();
    await expect(erasePerson()).rejects.toMatchObject({ code: 'CLOCK_UNCONFIRMED' });
    await expect(destroy([id])).rejects.toMatchObject({ code: 'CLOCK_UNCONFIRMED' });
  });
});

describe('letters whose years are over', () => {
  const fiveYears = 5 * 366;

  it('are listed oldest first, and destroyed with a berita acara; their numbers stay', async () => {
    const { id, letterId, number } = await collected();
    const token = db().prepare<[], string>('SELECT token FROM letter').pluck().get() ?? '';
    days(31);
    await look();
    expect((await due()).total).toBe(0);
    days(fiveYears);
    const { id: youngId, letterId: young } = await collected();
    expect(await due()).toMatchObject({
      total: 1,
      rows: [{ letterId, number, title: 'Surat Keterangan Usaha (SKU)' }],
    });
    const { text, name } = await call(api().exportDue, undefined, office.as(supervisor));
    expect(text).toContain(number);
    expect(text + name).not.toMatch(/Qurrota|3510164508900001/);

    // All of them go, or none.
    const nobodys = key();
    await expect(destroy([letterId, young, nobodys])).rejects.toMatchObject({
      code: 'NOT_DUE',
      data: { ids: [young, nobodys] },
    });
    expect(await state()).toMatchObject({ due: 1, disposals: [] });

    const asked = { requestKey: key() };
    const done = await destroy([letterId], asked);
    expect(done).toMatchObject({ letters: 1, minutesNumber: 'BA/01/2031' });
    expect(await destroy([letterId], asked)).toEqual(done);
    expect(await state()).toMatchObject({ due: 0, disposals: [done] });

    await expect(call(office.api.pdf, { id: letterId }, office.as(operator))).rejects.toMatchObject({
      code: 'LETTER_UNKNOWN',
    });
    expect(await office.page(id)).toMatchObject({ applicant: '', values: {} });
    const { entries } = await call(office.api.register, { year: 2026, register: null, page: 0 }, office.as(operator));
    expect(entries).toMatchObject([{ number, addressee: '', state: 'issued' }]);
    expect(await call(office.api.verify, { token }, office.as(kioskActor))).toMatchObject({ number, now: 'expired' });
    // The young one is as it was.
    expect(await office.page(youngId)).toMatchObject({ applicant: seed });
    const minutes = await call(api().minutes, { id: done.id }, office.as(supervisor));
    expect(Buffer.from(minutes.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await expect(call(api().minutes, { id }, office.as(supervisor))).rejects.toMatchObject({
      code: 'DISPOSAL_UNKNOWN',
    });
  });

  it('do not leave a request on the list that nobody can end, where nobody came for the letter', async () => {
    const id = await filed();
    const { letters } = await office.issue(id);
    await office.step(id, 'signed', verifier);
    days(fiveYears + 1);
    await destroy([letters[0]?.id ?? '']);
    expect((await office.page(id)).steps).toContain('hand_over');
    expect(await office.step(id, 'hand_over')).toMatchObject({ state: 'collected', applicant: seed });
    days(31);
    await look();
    expect(await office.page(id)).toMatchObject({ state: 'collected', applicant: '', values: {} });
  });
});

describe('one person', () => {
  const resident = {
    ...{ nik, name: seed, kk: '3510161203100007', address: 'Dusun Krajan Xylofon 47', birth_place: null },
    ...{ birth_date: null, sex: null, religion: null, marital_status: null, occupation: null },
    ...{ rt: null, rw: null, hamlet: null },
  };

  it('is given everything that is kept, and it is written down without a name', async () => {
    new ResidentStore(db()).put(resident);
    await rejected();
    await collected();
    expect(await find()).toMatchObject({ onList: true, requests: 2, letters: 1 });
    expect(await find({ ...person, name: 'Budi Santoso' })).toEqual({
      onList: false,
      requests: 0,
      letters: 0,
      what: [],
    });
    const file = await exported();
    expect(file['daftar penduduk']).toMatchObject({ Alamat: 'Dusun Krajan Xylofon 47' });
    expect(file.permohonan).toHaveLength(2);
    expect(file.permohonan[0]?.jawaban).toMatchObject({ 'Data pemohon: Nama': seed });
    expect(file.permohonan[1]?.['surat terbit'][0]?.['PDF (base64)']).toMatch(/^JVBERi/);
    const trail = JSON.stringify(db().prepare("SELECT * FROM audit WHERE act = 'person_exported'").all());
    expect(trail).not.toMatch(/Qurrota|3510164508900001/);
    const nobody = { nik: '3510160508900002', name: 'Budi' };
    await expect(call(api().exportPerson, nobody, office.as(supervisor))).rejects.toMatchObject({
      code: 'PERSON_UNKNOWN',
    });
  });

  it('is forgotten as far as the law lets, and for good: also where an older copy is put back', async () => {
    new ResidentStore(db()).put(resident);
    const open = await filed();
    const first = await rejected();
    const { id, letterId } = await collected();
    await expect(erasePerson()).rejects.toMatchObject({ code: 'REQUEST_OPEN' });
    await office.step(open, 'cancel');
    const copy = newFolder('older');
    copyData(office.test.folder, copy);

    const asked = { ...person, reason: `Permintaan ${seed}`, requestKey: key() };
    const erase = () => call(api().erasePerson, asked, office.as(supervisor));
    expect(await erase()).toEqual({ requests: 2, lettersKept: 1 });
    expect(await erase()).toEqual({ requests: 2, lettersKept: 1 });
    expect(isAnywhere('Xylofon')).toBe(false);
    expect(logBytes()).toBe(0);
    expect(db().prepare('SELECT reason FROM person_erasure').pluck().get()).toBe('Permintaan … …');
    expect(await find()).toMatchObject({ onList: false, requests: 1, letters: 1 });
    expect((await call(office.api.pdf, { id: letterId }, office.as(operator))).title).toBe('SURAT KETERANGAN USAHA');
    expect(office.test.lounge.documents.retention.isForgotten(nik)).toBe(true);
    await expect(erasePerson({ nik: '3510160508900002', name: 'Budi' })).rejects.toMatchObject({
      code: 'PERSON_UNKNOWN',
    });
    days(6 * 366);
    const done = await destroy([letterId]);
    expect(isAnywhere(seed)).toBe(false);

    await putBack(copy);
    expect(isAnywhere(seed)).toBe(false);
    expect(logBytes()).toBe(0);
    for (const gone of [open, first, id]) expect(await office.page(gone)).toMatchObject({ applicant: '', values: {} });
    expect(new ResidentStore(db()).find(nik)).toBeUndefined();
    expect(await state()).toMatchObject({ disposals: [done] });
  });

  it('is forgotten at the next start when the power went between the list and the database', async () => {
    const id = await rejected();
    const copy = newFolder('before');
    copyData(office.test.folder, copy);
    days(31);
    await look();
    // The list was written, the database was not.
    await putBack(copy);
    expect(await office.page(id)).toMatchObject({ applicant: '' });
    expect(isAnywhere(seed)).toBe(false);
  });
});
