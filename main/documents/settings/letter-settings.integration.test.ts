import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LetterDefinition, LetterFile } from '../../../contract/letters.ts';
import type { VillageFile } from '../../../contract/village.ts';
import { TestLounge } from '../../../tests/doubles/lounge/in-process.ts';
import { TestSupervisor } from '../../../tests/doubles/lounge/supervisor.ts';
import { Dice } from '../../../tests/faults/dice.ts';
import { anyAnswers } from '../../../tests/letters/any-answers.ts';
import { supervisor, VillageOffice, verifier } from '../../../tests/letters/village-office.ts';

const nine = '2026-11-24T09:00:00+07:00';
let office: VillageOffice;
beforeEach(() => {
  office = new VillageOffice(nine);
});
afterEach(() => office.end());

const as = () => office.as(supervisor);
const api = () => office.test.lounge.router.letterSettings;
const sees = () => call(api().get, undefined, as());
const letter = (id: string) => call(api().letter, { id }, as());
const undo = async (revision?: number) =>
  call(api().undo, { revision: revision ?? (await sees()).revision, requestKey: TestLounge.key() }, as());
const backToShipped = async (id: string) =>
  call(api().backToShipped, { id, revision: (await sees()).revision, requestKey: TestLounge.key() }, as());
const save = async (part: string, content: unknown, revision?: number, requestKey = TestLounge.key()) =>
  call(api().save, { part, content, revision: revision ?? (await sees()).revision, requestKey }, as());

/** The letter of a business, with something changed in it. */
async function business(change: (letter: LetterDefinition) => void): Promise<LetterDefinition> {
  const content = structuredClone((await letter('sk_usaha')).content) as LetterDefinition;
  change(content);
  return content;
}
async function village(change: (village: VillageFile) => void): Promise<VillageFile> {
  const content = structuredClone((await sees()).village);
  change(content);
  return content;
}
const named = (name: string) => business((file) => void (file.name.id = name));
const harvest = () =>
  business((file) => {
    file.id = 'sk_panen';
    file.name.id = 'Surat Keterangan Panen';
  });
const inLine = async () => (await sees()).letters.find(({ id }) => id === 'sk_usaha');
const offered = async () => (await office.letters()).map(({ id, name }) => ({ id, name: name.id }));
const file = (id: string) => join(office.test.folder, 'catalogue', 'letters', `${id}.json`);

async function filed(letterId = 'sk_usaha') {
  const { definition } = await office.letter(letterId);
  return office.file(letterId, anyAnswers(definition as LetterDefinition, new Dice(1)));
}

describe('a change that a supervisor saves holds at once', () => {
  it('in the list of letters at the kiosk, in its own file, and after a restart', async () => {
    await save('letter:sk_usaha', await named('SKU Kalibendo'));
    expect(await offered()).toContainEqual({ id: 'sk_usaha', name: 'SKU Kalibendo' });
    expect(JSON.parse(readFileSync(file('sk_usaha'), 'utf8'))).toEqual((await letter('sk_usaha')).content);
    await office.test.restart();
    expect(await offered()).toContainEqual({ id: 'sk_usaha', name: 'SKU Kalibendo' });
    expect(await inLine()).toMatchObject({ own: true, shipped: true });
    expect(await letter('sk_usaha')).toMatchObject({
      revision: 1,
      own: true,
      content: { name: { id: 'SKU Kalibendo' } },
      shipped: { name: { id: expect.stringContaining('Usaha') } },
    });
  });

  it('for the office: what is asked for, and where people with a letter stand', async () => {
    await save(
      'village',
      await village((file) => {
        file.rtRwLetter = false;
        file.queueService = 'adminduk';
      }),
    );
    const info = await office.letter('sk_usaha');
    expect(info.queueService).toBe('adminduk');
    expect(info.definition.requirements.map(({ id }) => id)).not.toContain('rt_rw');
    expect((await filed()).ticket?.number).toBe('A001');
  });

  it('on every desk that watches', async () => {
    const stop = new AbortController();
    const board = office.test.lounge.documents.live.watch(stop.signal);
    const { revision = 0 } = (await board.next()).value ?? {};
    await save('letter:sk_usaha', await named('Satu'));
    expect((await board.next()).value?.revision).toBeGreaterThan(revision);
    stop.abort();
  });

  it('for a letter that only this village has', async () => {
    await save('letter:sk_panen', await harvest());
    expect(await offered()).toContainEqual({ id: 'sk_panen', name: 'Surat Keterangan Panen' });
    expect(await letter('sk_panen')).toMatchObject({ own: true, shipped: null });
    expect((await filed('sk_panen')).ticket?.number).toBe('C001');
  });

  it('once, however often its key comes', async () => {
    const content = await named('Satu');
    const key = TestLounge.key();
    expect(await save('letter:sk_usaha', content, 0, key)).toEqual({ revision: 1 });
    expect(await save('letter:sk_usaha', content, 0, key)).toEqual({ revision: 1 });
    await expect(save('letter:sk_usaha', await named('Dua'), 0, key)).rejects.toMatchObject({
      code: 'REQUEST_KEY_REUSED',
    });
  });
});

describe('what was changed', () => {
  it('is taken back step by step to what was there, as shipped at last', async () => {
    const shipped = await sees();
    const before = (await letter('sk_usaha')).content;
    await save('letter:sk_usaha', await named('Satu'));
    await save('village', await village((one) => void (one.name = 'Kalibendo')));
    await save('letter:sk_usaha', await named('Dua'));
    expect((await sees()).undo).toMatchObject({ revision: 3, part: 'letter:sk_usaha', act: 'saved' });
    await undo();
    expect((await letter('sk_usaha')).content.name.id).toBe('Satu');
    await undo();
    expect((await sees()).village).toEqual(shipped.village);
    await undo();
    expect(await letter('sk_usaha')).toMatchObject({ own: false, content: before });
    expect(existsSync(file('sk_usaha'))).toBe(false);
    await expect(undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await office.test.restart();
    expect(await sees()).toEqual({ ...shipped, revision: 6 });
  });

  it('is given up for the letter as shipped, which can be taken back too', async () => {
    expect(await backToShipped('sk_usaha')).toEqual({ revision: 0 });
    await save('letter:sk_usaha', await named('Satu'));
    await backToShipped('sk_usaha');
    expect(await inLine()).toMatchObject({ own: false });
    expect((await sees()).undo).toMatchObject({ act: 'shipped' });
    await undo();
    expect(await inLine()).toMatchObject({ own: true, name: { id: 'Satu' } });
    await expect(backToShipped('sk_gaib')).rejects.toMatchObject({ code: 'LETTER_UNKNOWN' });
  });

  it('of a letter that only this village has is no more offered when it is given up, and gone when its addition is undone', async () => {
    await save('letter:sk_panen', await harvest());
    await backToShipped('sk_panen');
    expect((await offered()).map(({ id }) => id)).not.toContain('sk_panen');
    expect((await letter('sk_panen')).content.active).toBe(false);
    await undo();
    await undo();
    await expect(letter('sk_panen')).rejects.toMatchObject({ code: 'LETTER_UNKNOWN' });
    expect(existsSync(file('sk_panen'))).toBe(false);
  });

  it('stays as long as people have asked for it, though it is no more offered', async () => {
    await save('letter:sk_panen', await harvest());
    const { requestId } = await filed('sk_panen');
    await undo();
    expect((await offered()).map(({ id }) => id)).not.toContain('sk_panen');
    expect(await office.page(requestId)).toMatchObject({ letterName: { id: 'Surat Keterangan Panen' } });
  });

  it('is in the history with who did it, and in the audit trail by field names only', async () => {
    await save('village', await village((one) => void (one.officials[0] && (one.officials[0].name = 'Rahasia'))));
    await save('letter:sk_usaha', await named('Rahasia'));
    await undo();
    const by = { id: 'staff-3', name: 'staff-3' };
    expect(await call(api().history, undefined, as())).toEqual([
      { revision: 3, part: 'letter:sk_usaha', act: 'undone', at: nine, by },
      { revision: 2, part: 'letter:sk_usaha', act: 'saved', at: nine, by },
      { revision: 1, part: 'village', act: 'saved', at: nine, by },
    ]);
    const audit = office.test.lounge.db.prepare(
      "SELECT act, subject, detail FROM audit WHERE act LIKE 'letter_settings%'",
    );
    expect(audit.all()).toEqual([
      { act: 'letter_settings_saved', subject: 'village', detail: 'officials' },
      { act: 'letter_settings_saved', subject: 'letter:sk_usaha', detail: 'name' },
      { act: 'letter_settings_undone', subject: 'letter:sk_usaha', detail: 'name' },
    ]);
  });

  it('by hand while the hub stood still is a version of its own, so that nobody saves over it unseen', async () => {
    await save('letter:sk_usaha', await named('Satu'));
    writeFileSync(file('sk_usaha'), JSON.stringify(await named('Dengan tangan')));
    await office.test.restart();
    expect(await sees()).toMatchObject({ revision: 2, undo: { act: 'file', by: { name: null } } });
    await expect(save('letter:sk_usaha', await named('Dua'), 1)).rejects.toMatchObject({ code: 'SETTINGS_CHANGED' });
    await undo();
    expect((await inLine())?.name.id).toBe('Satu');
  });

  it('is written at the next start where the power went before its file was', async () => {
    const blocked = `${file('sk_usaha')}.new`;
    mkdirSync(blocked, { recursive: true });
    await save('letter:sk_usaha', await named('Satu'));
    expect((await inLine())?.name.id).toBe('Satu');
    expect(existsSync(file('sk_usaha'))).toBe(false);
    rmSync(blocked, { recursive: true });
    await office.test.losePower(nine);
    expect(await sees()).toMatchObject({ revision: 1 });
    expect((await inLine())?.name.id).toBe('Satu');
    expect(JSON.parse(readFileSync(file('sk_usaha'), 'utf8'))).toMatchObject({ name: { id: 'Satu' } });
  });
});

describe('a part that cannot be', () => {
  const sku = 'letter:sk_usaha';
  // biome-ignore lint/suspicious/noExplicitAny: a test breaks the files in ways no type allows
  type Break = (file: any) => void;
  it.each<[string, Break, string, string]>([
    [
      'an unknown place',
      (f) => (f.papers[0].body[0].text = 'Oleh {head.nam}'),
      'papers[0].body[0].text',
      'tidak ada isian',
    ],
    ['a block that is none', (f) => (f.papers[0].body[0].align = 'left'), 'papers[0].body[0].align', 'pilihan'],
    ['an empty name', (f) => (f.name.id = ' '), 'name.id', 'kosong'],
    ['another id', (f) => (f.id = 'sku'), 'id', 'sk_usaha.json'],
    ['a wrong class', (f) => (f.numbering.classCode = '500.x'), 'numbering.classCode', '400.12.2.1'],
    ['an unknown field', (f) => (f.colour = 'red'), 'colour', 'tidak dikenal'],
    ['no kind', (f) => delete f.kind, 'kind', 'belum diisi'],
  ])('is refused with its place: a letter with %s', async (_, wrong, at, words) => {
    const content = await business(wrong);
    const what = { id: expect.stringContaining(words), en: expect.any(String) };
    await expect(save(sku, content)).rejects.toMatchObject({ code: 'SETTINGS_WRONG', data: { at, what } });
    expect(await call(api().preview, { part: sku, content }, as())).toEqual({ ok: false, at, what });
    expect((await sees()).revision).toBe(0);
  });

  it.each<[string, Break, string]>([
    ['an official twice', (f) => (f.officials[1].id = 'head'), 'officials[1].id'],
    ['a line that the queue does not have', (f) => (f.queueService = 'loket-gaib'), 'queueService'],
    ['a pattern without a year', (f) => (f.numbering.pattern = '{seq}/A'), 'numbering.pattern'],
  ])('is refused with its place: an office with %s', async (_, wrong, at) => {
    await expect(save('village', await village(wrong))).rejects.toMatchObject({ code: 'SETTINGS_WRONG', data: { at } });
  });

  it('is refused where two supervisors save at once', async () => {
    const mine = await named('Satu');
    const theirs = await village((one) => void (one.name = 'Kalibendo'));
    await save(sku, mine, 0);
    await expect(save('village', theirs, 0)).rejects.toMatchObject({ code: 'SETTINGS_CHANGED', data: { revision: 1 } });
    await expect(undo(0)).rejects.toMatchObject({ code: 'SETTINGS_CHANGED' });
    expect(await save('village', theirs, 1)).toEqual({ revision: 2 });
  });
});

describe('a request that was filed before', () => {
  it('is shown, looked at and issued, though the letter asks no more for what was answered', async () => {
    const { requestId } = await filed();
    await save(
      'letter:sk_usaha',
      await business((letter) => {
        for (const section of letter.sections) section.fields = section.fields.filter(({ id }) => id !== 'address');
        letter.papers[0]!.body = [{ text: 'Usaha {business.name} benar ada.', align: 'justify' }];
      }),
    );
    await office.step(requestId, 'check');
    const page = await office.tickAll(requestId);
    expect(page.values['business.address']).toBeTruthy();
    expect((await office.page(requestId, verifier)).obstacles).toEqual([]);
    const asked = { id: requestId, officialId: 'head' };
    expect((await call(office.api.preview, asked, office.as(verifier))).papers).toHaveLength(1);
    await office.approve(requestId);
    await office.test.lounge.documents.made();
    expect((await office.page(requestId)).letters).toMatchObject([{ state: 'issued', render: 'rendered' }]);
  });

  it('keeps its letter a letter', async () => {
    await filed();
    const { content } = await letter('pindah_arahkan');
    const redirect: LetterFile = { ...content, id: 'sk_usaha' };
    await expect(save('letter:sk_usaha', redirect)).rejects.toMatchObject({
      code: 'SETTINGS_WRONG',
      data: { at: 'kind' },
    });
  });
});

describe('the queue that loses the service of letters', () => {
  it('warns of it; requests are filed without a number, and the office names another', async () => {
    const ofQueue = new TestSupervisor(office.test);
    const without = ofQueue.edited('services', (file) => {
      file.services = file.services.filter(({ id }) => id !== 'surat-desa');
    });
    expect(ofQueue.preview('services', (file) => Object.assign(file, without))).toMatchObject({
      ok: true,
      consequences: [{ kind: 'letters_lose_line' }],
    });
    ofQueue.save('services', without);
    expect(await filed()).toMatchObject({ ticket: null, closed: 'closed_now' });
    const kept = await village((one) => void (one.name = 'Kalibendo'));
    await expect(save('village', kept)).rejects.toMatchObject({ data: { at: 'queueService' } });
    await save('village', { ...kept, queueService: 'adminduk' });
    expect((await filed()).ticket?.number).toBe('A001');
  });
});

describe('the preview', () => {
  it('shows each paper of a letter as it would be, of nobody, and the office on the first letter of every day', async () => {
    const content = await named('Satu');
    const shown = await call(api().preview, { part: 'letter:sk_usaha', content }, as());
    const head = await call(
      api().preview,
      { part: 'village', content: await village((one) => void (one.name = 'Kalibendo')) },
      as(),
    );
    for (const { papers } of [shown, head] as { papers: { title: string; pdf: string }[] }[]) {
      expect(papers).toHaveLength(1);
      expect(
        Buffer.from(papers[0]?.pdf ?? '', 'base64')
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    expect(await sees()).toMatchObject({ revision: 0 });
    const redirect = await call(
      api().preview,
      { part: 'letter:pindah_arahkan', content: (await letter('pindah_arahkan')).content },
      as(),
    );
    expect(redirect).toEqual({ ok: true, papers: [] });
  });

  it('says so when the letter cannot be made', async () => {
    await office.test.lounge.documents.close();
    const content = await named('Satu');
    await expect(call(api().preview, { part: 'letter:sk_usaha', content }, as())).rejects.toMatchObject({
      code: 'LETTER_NOT_MADE',
    });
  });
});
