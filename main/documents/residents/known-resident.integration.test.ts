import { call } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterValues } from '../../../contract/documents.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import type { Actor } from '../../../contract/principal.ts';
import { wordsOf } from '../../../tests/doubles/letters/read-pdf.ts';
import { kioskActor, TestLounge } from '../../../tests/doubles/lounge/in-process.ts';
import { Dice } from '../../../tests/faults/dice.ts';
import { anyAnswers } from '../../../tests/letters/any-answers.ts';
import { operator, supervisor, VillageOffice, verifier } from '../../../tests/letters/village-office.ts';

const nik = '3510164508900001';
const kk = '3510161203100007';
const address = 'Gang Kenanga 77';
const head = 'NIK;NO KK;NAMA;TEMPAT LAHIR;TGL LAHIR;JK;AGAMA;STATUS;PEKERJAAN;ALAMAT;RT;RW;DUSUN';
const list = [
  head,
  `${nik};${kk};SITI AMINAH;BANYUWANGI;05-08-1990;P;ISLAM;KAWIN;PEDAGANG;${address};02;01;Krajan`,
  `3510160508900002;${kk};BUDI SANTOSO;BANYUWANGI;05-08-1990;L;ISLAM;KAWIN;PETANI;${address};02;01;Krajan`,
].join('\n');
const otherKiosk: Actor = { role: 'kiosk', device: 'kiosk-2', person: null };

const logged: unknown[] = [];
const note = (...said: unknown[]) => logged.push(...said);
let office: VillageOffice;
const open = () => {
  office = new VillageOffice(undefined, { log: { info: note, warn: note, error: note } });
};
const end = () => office.end();

/** The answers that a kiosk still asks for, when the hub fills in the others. */
async function answersBeside(stored: readonly string[], letterId = 'sk_usaha'): Promise<LetterValues> {
  const { definition } = await office.letter(letterId);
  const all = anyAnswers(definition as LetterDefinition, new Dice(1));
  return {
    ...Object.fromEntries(Object.entries(all).filter(([place]) => !stored.includes(place))),
    'applicant.nik': nik,
  };
}

async function found() {
  const { match } = await office.identify(nik, { name: 'Siti Aminah' });
  if (!match) throw new Error('she is on the list');
  return { ...match, values: await answersBeside(match.stored) };
}

const marks = (id: string) =>
  office.test.lounge.db
    .prepare(
      'SELECT place, confirmed_at IS NOT NULL AS confirmed, actor FROM request_from_register WHERE request_id = ?',
    )
    .all(id);

describe('a resident who is on the village list', () => {
  beforeAll(async () => {
    open();
    await office.takeResidents(list);
  });
  afterAll(end);

  it('is asked less, and a clerk confirms what the hub filled in', async () => {
    const heard: unknown[] = [await office.letters(), await office.letter('sk_usaha')];
    heard.push(await call(office.residents.known, undefined, office.as(kioskActor)));
    const { id: matchId, stored, values } = await found();
    heard.push(matchId, stored);
    expect(stored).toEqual(expect.arrayContaining(['applicant.name', 'applicant.address', 'applicant.religion']));
    expect(Object.keys(values)).not.toContain('applicant.address');
    const filed = await office.file('sk_usaha', values, { matchId, phone: '0812 3456 7890' });
    heard.push(filed, await call(office.api.track, { code: filed.tracking }, office.as(kioskActor)));

    const page = await office.step(filed.requestId, 'check');
    expect(page.values).toMatchObject({ 'applicant.address': address, 'applicant.marital': 'married' });
    expect(page.unconfirmed).toEqual([...stored].toSorted());
    await office.tickAll(filed.requestId);
    expect((await office.page(filed.requestId, verifier)).obstacles).toEqual(['unconfirmed']);
    await expect(office.approve(filed.requestId)).rejects.toMatchObject({ data: { why: 'unconfirmed' } });

    const confirmed = await office.confirm(filed.requestId, page.unconfirmed);
    expect(confirmed).toMatchObject({ unconfirmed: [], corrected: [], obstacles: [] });
    expect(marks(filed.requestId)).toContainEqual({ place: 'applicant.address', confirmed: 1, actor: 'staff-1' });
    await office.approve(filed.requestId);
    await office.test.lounge.documents.made();
    const [letter] = (await office.page(filed.requestId)).letters;
    const { pdf } = await call(office.api.pdf, { id: letter?.id ?? '' }, office.as(operator));
    expect(wordsOf(Buffer.from(pdf, 'base64')).join(' ')).toContain(address);

    const audit = office.test.lounge.db.prepare('SELECT * FROM audit').all();
    for (const said of [heard, audit, logged])
      expect(JSON.stringify(said)).not.toMatch(new RegExp(`${address}|${kk}|${nik}|Aminah`, 'i'));
    expect(audit).toContainEqual(
      expect.objectContaining({ act: 'residents_imported', detail: 'added 2, changed 0, removed 0' }),
    );
  });

  it('may answer otherwise than the list, and that is not from it', async () => {
    const { id: matchId, values } = await found();
    const filed = await office.file('sk_usaha', { ...values, 'applicant.address': 'Jl. Baru 3' }, { matchId });
    const page = await office.page(filed.requestId);
    expect(page.values['applicant.address']).toBe('Jl. Baru 3');
    expect(page.unconfirmed).not.toContain('applicant.address');
  });

  it('has each answer confirmed by whoever corrects it, also by the same words', async () => {
    const { id: matchId, values } = await found();
    const { requestId: id } = await office.file('sk_usaha', values, { matchId });
    const correct = (field: string, value: string) =>
      call(office.api.correct, { id, field, value, requestKey: TestLounge.key() }, office.as(operator));
    expect((await correct('applicant.address', 'Gang Kenanga 78')).unconfirmed).not.toContain('applicant.address');
    const same = await correct('applicant.religion', 'islam');
    expect(same.unconfirmed).not.toContain('applicant.religion');
    expect(same.corrected).toEqual(['applicant.address']);
    expect(same.unconfirmed).toContain('applicant.birth_place');
    const left = await office.confirm(id, ['applicant.birth_place', 'business.name', 'no.such']);
    expect(left.unconfirmed).not.toContain('applicant.birth_place');
    expect(left.unconfirmed).toContain('applicant.name');
  });

  it('has an answer that is the same as one of the list confirmed for itself', async () => {
    const { id: matchId, values } = await found();
    const { 'business.address': _, ...others } = values;
    const same = ['business.address'];
    const { requestId: id } = await office.file('sk_usaha', others, { matchId, same });
    const page = await office.page(id);
    expect(page.values['business.address']).toBe(address);
    expect(page.unconfirmed).toContain('business.address');
    const asked = { id, field: 'applicant.address', value: 'Gang Kenanga 78', requestKey: TestLounge.key() };
    const corrected = await call(office.api.correct, asked, office.as(operator));
    expect(corrected.unconfirmed).toContain('business.address');
    const { id: again } = await found();
    const said = { ...others, 'business.address': 'Pasar Muncar' };
    const other = await office.file('sk_usaha', said, { matchId: again, same });
    const otherPage = await office.page(other.requestId);
    expect(otherPage.values['business.address']).toBe('Pasar Muncar');
    expect(otherPage.unconfirmed).not.toContain('business.address');
  });

  it('has nothing confirmed any more once the letter has its number', async () => {
    const { id: matchId, values } = await found();
    const { requestId: id } = await office.file('sk_usaha', values, { matchId });
    await office.step(id, 'check');
    await office.confirm(id, (await office.page(id)).unconfirmed);
    await office.tickAll(id);
    await office.approve(id);
    await expect(office.confirm(id, ['applicant.name'])).rejects.toMatchObject({ data: { why: 'state' } });
  });

  it('is filled in once, at the kiosk where it was found, for the letter and the NIK', async () => {
    const { id: matchId, values } = await found();
    const over = { code: 'MATCH_OVER' };
    await expect(office.file('sk_usaha', values, { matchId, by: otherKiosk })).rejects.toMatchObject(over);
    await expect(office.file('sk_domisili', values, { matchId })).rejects.toMatchObject(over);
    const budi = { ...values, 'applicant.nik': '3510160508900002' };
    await expect(office.file('sk_usaha', budi, { matchId })).rejects.toMatchObject(over);
    await expect(office.file('sk_usaha', values, { matchId: crypto.randomUUID() })).rejects.toMatchObject(over);
    const wrong = office.file('sk_usaha', { ...values, 'business.since': 'x' }, { matchId });
    await expect(wrong).rejects.toMatchObject({ code: 'VALUES_WRONG' });

    const count = office.test.lounge.db.prepare<[], number>('SELECT count(*) FROM request').pluck();
    const before = count.get() ?? 0;
    const requestKey = TestLounge.key();
    const first = await office.file('sk_usaha', values, { matchId, requestKey });
    expect(await office.file('sk_usaha', values, { matchId, requestKey })).toEqual(first);
    await expect(office.file('sk_usaha', values, { matchId })).rejects.toMatchObject(over);
    expect(count.get()).toBe(before + 1);
  });

  it('has to be found again after half an hour', async () => {
    const { id: matchId, values } = await found();
    office.test.time.pass(30);
    await expect(office.file('sk_usaha', values, { matchId })).rejects.toMatchObject({ code: 'MATCH_OVER' });
  });

  it('is found by NIK and one thing more, and nobody hears what was wrong', async () => {
    expect((await office.identify(nik, { kk })).match).not.toBeNull();
    const misses = [
      await office.identify(nik, { kk: '3510161203100008' }),
      await office.identify(nik, { name: 'Siti' }),
      await office.identify('3510164508900009', { kk }),
      await office.identify('35', { kk: '' }),
      await office.identify(nik, { name: '' }),
    ];
    expect(misses).toEqual(misses.map(() => ({ match: null })));
    await expect(office.identify(nik, { kk })).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    expect((await office.identify(nik, { kk }, { at: otherKiosk })).match).not.toBeNull();
    office.test.time.pass(10);
    expect((await office.identify(nik, { kk })).match).not.toBeNull();
  });
});

describe('the list of the office', () => {
  beforeAll(open);
  afterAll(end);
  const preview = (file: string) =>
    call(office.residents.preview, { file: Buffer.from(file).toString('base64') }, office.as(supervisor));
  const commit = (previewId: string, more: { whole?: boolean; requestKey?: string } = {}) =>
    call(
      office.residents.commit,
      { previewId, whole: false, requestKey: TestLounge.key(), ...more },
      office.as(supervisor),
    );
  const undo = (importId: string) =>
    call(office.residents.undo, { importId, requestKey: TestLounge.key() }, office.as(supervisor));
  const state = () => call(office.residents.state, undefined, office.as(supervisor));

  it('finds nobody before there is one, and that is no miss', async () => {
    expect(await call(office.residents.known, undefined, office.as(kioskActor))).toEqual({ known: false });
    for (let i = 0; i < 6; i += 1) expect(await office.identify(nik, { kk })).toEqual({ match: null });
  });

  it('is taken over once, and taken back', async () => {
    expect(await state()).toEqual({ people: 0, newest: null, undoable: false });
    const { previewId, added } = await preview(list);
    expect(added).toBe(2);
    const requestKey = TestLounge.key();
    const taken = await commit(previewId, { requestKey });
    expect(taken).toMatchObject({ people: 2, newest: { by: 'staff-3', added: 2 }, undoable: true });
    expect(await commit(previewId, { requestKey })).toEqual(taken);
    expect((await office.identify(nik, { kk })).match).not.toBeNull();
    await expect(commit(previewId)).rejects.toMatchObject({ code: 'PREVIEW_OVER' });
    expect(await undo(taken.newest?.id ?? '')).toEqual({ people: 0, newest: null, undoable: false });
    await expect(undo(taken.newest?.id ?? '')).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('is that of the newest file, for a quarter of an hour', async () => {
    const first = await preview(list);
    const second = await preview(`${head}\n`);
    await expect(commit(first.previewId)).rejects.toMatchObject({ code: 'PREVIEW_OVER' });
    office.test.time.pass(15);
    await expect(commit(second.previewId)).rejects.toMatchObject({ code: 'PREVIEW_OVER' });
  });

  it('is not taken over as the whole village while rows are wrong', async () => {
    const { previewId, wrongRows } = await preview(`${list}\n1;2;Agus`);
    expect(wrongRows).toBe(1);
    await expect(commit(previewId, { whole: true })).rejects.toMatchObject({ code: 'ROWS_WRONG' });
    expect((await commit(previewId)).people).toBe(2);
  });

  it('is refused when it cannot be read', async () => {
    await expect(preview('PK\u0003\u0004')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(preview('NAMA;ALAMAT\nSiti;Krajan')).rejects.toMatchObject({ code: 'COLUMNS_UNKNOWN' });
    await expect(preview('a\n'.repeat(100_001))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});
