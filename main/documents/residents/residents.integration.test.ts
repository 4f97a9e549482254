import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../contract/principal.ts';
import { newFolderInMemory, removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { Ids } from '../../ops/ids.ts';
import { programFiles } from '../../program-files.ts';
import { FileKey } from '../../store/key.ts';
import { openStore } from '../../store/open.ts';
import { readResidentList } from './resident-list.ts';
import { ResidentStore } from './resident-store.ts';
import { Residents } from './residents.ts';

const folder = newFolderInMemory('residents');
const store = openStore(folder, new FileKey(folder), programFiles(import.meta.dirname).migrations);
afterAll(() => {
  store.close();
  removeFolders();
});
beforeEach(() => {
  store.db.exec('DELETE FROM resident; DELETE FROM resident_import; DELETE FROM resident_before');
  forgotten.clear();
});

const dewi: Actor = { role: 'supervisor', device: 'pc-1', person: 'dewi' };
const trail: string[] = [];
const forgotten = new Set<string>();
const residents = new Residents({
  residents: new ResidentStore(store.db),
  audit: { write: (_, act, subject, detail) => trail.push([act, subject, detail].join(' ')) },
  clock: { wall: () => 1 },
  ids: new Ids({ tick: () => 1 }),
  isForgotten: (nik) => forgotten.has(nik),
});

const read = (...rows: string[]) => readResidentList(new TextEncoder().encode(rows.join('\n')), '2026-11-24');
const take = (list: Awaited<ReturnType<typeof read>>, whole = false) =>
  store.immediate(() => residents.commit(dewi, list, { whole }));
const undo = (id: string) => store.immediate(() => residents.undo(dewi, id));
const everybody = () => store.db.prepare('SELECT * FROM resident ORDER BY nik').all();

const head = 'NIK;NO KK;NAMA;ALAMAT';
const siti = "3510164508900001;3510161203100007;Siti Nur'aini, S.Pd.;Jl. Melati 1";
const budi = '3510160508900002;3510161203100007;BUDI SANTOSO;Jl. Melati 1';

describe('the list of residents', () => {
  it('is shown before it is taken over, and taken over as it was shown', async () => {
    take(await read(head, siti));
    const list = await read(head, siti, budi, '1;2;Agus;');
    expect(await residents.preview(list)).toEqual({
      columns: ['nik', 'kk', 'name', 'address'],
      added: 1,
      changed: 0,
      unchanged: 1,
      absent: 0,
      errors: [
        { row: 4, column: 'nik', problem: 'nik_length' },
        { row: 4, column: 'kk', problem: 'kk_length' },
      ],
      wrongRows: 1,
    });
    expect(everybody()).toHaveLength(1);
    expect(take(list)).toMatchObject({ added: 1, changed: 0, removed: 0, actor: 'dewi' });
    expect(everybody()).toHaveLength(2);
  });

  it('keeps what a shorter list does not speak of', async () => {
    take(await read(head, siti));
    take(await read('NIK;NAMA;DUSUN', '3510164508900001;Siti Aini;Krajan'));
    expect(everybody()).toMatchObject([{ name: 'Siti Aini', hamlet: 'Krajan', address: 'Jl. Melati 1' }]);
  });

  it('loses those who are not on a whole one, and only from a list without errors', async () => {
    take(await read(head, siti, budi));
    const short = await read(head, budi);
    expect(await residents.preview(short)).toMatchObject({ unchanged: 1, absent: 1 });
    expect(take(short, true)).toMatchObject({ added: 0, changed: 0, removed: 1 });
    expect(everybody()).toMatchObject([{ name: 'BUDI SANTOSO' }]);
    const faulty = await read(head, '1;;Agus;');
    expect(() => take(faulty, true)).toThrow('ROWS_WRONG');
  });

  it('is as it was once an import is undone, the newest and once', async () => {
    const first = take(await read(head, siti));
    const second = take(await read(head, siti.replace('Melati', 'Mawar'), budi), true);
    expect(() => undo(first.id)).toThrow('NOTHING_TO_UNDO');
    undo(second.id);
    expect(everybody()).toMatchObject([{ address: 'Jl. Melati 1' }]);
    expect(() => undo(second.id)).toThrow('NOTHING_TO_UNDO');
    expect(residents.newest()).toMatchObject({ its: { id: first.id }, undoable: false });
    expect(store.db.prepare('SELECT count(*) FROM resident_before').pluck().get()).toBe(0);
  });

  it('comes back to what it was after any import', async () => {
    const person = fc.record({ serial: fc.integer({ min: 1, max: 9 }), name: fc.constantFrom('Siti', 'Budi', 'Agus') });
    const list = fc.uniqueArray(person, { selector: ({ serial }) => serial, maxLength: 6 });
    const written = (people: { serial: number; name: string }[]) =>
      read('NIK;NAMA', ...people.map(({ serial, name }) => `351016050890000${serial};${name}`));
    await fc.assert(
      fc.asyncProperty(list, list, fc.boolean(), async (one, other, whole) => {
        take(await written(one), true);
        const before = everybody();
        expect(before).toHaveLength(one.length);
        const next = await written(other);
        const shown = await residents.preview(next);
        const done = take(next, whole);
        expect(done).toMatchObject({ added: shown.added, changed: shown.changed, removed: whole ? shown.absent : 0 });
        undo(done.id);
        expect(everybody()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no person in the trail', async () => {
    trail.length = 0;
    undo(take(await read(head, siti)).id);
    expect(trail[0]).toMatch(/ added 1, changed 0, removed 0$/);
    expect(trail.join()).not.toMatch(/Siti|3510/);
  });

  it('does not bring back whoever was forgotten', async () => {
    forgotten.add('3510164508900001');
    const list = await read(head, siti, budi);
    expect(await residents.preview(list)).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
    expect(take(list, true)).toMatchObject({ added: 1, removed: 0 });
    expect(everybody()).toMatchObject([{ name: 'BUDI SANTOSO' }]);
  });

  it('is none without its headings', async () => {
    await expect(read('NAMA;ALAMAT', 'Siti;Krajan')).rejects.toThrow('COLUMNS_UNKNOWN');
  });
});

describe('whoever says to be a resident', () => {
  const nik = '3510164508900001';
  const kk = '3510161203100007';

  it('is one by NIK and family card, or by NIK and full name', async () => {
    take(await read(head, siti));
    expect(residents.match({ nik, kk })).toMatchObject({ address: 'Jl. Melati 1' });
    for (const name of ['SITI NURAINI S PD', 'Hj. Siti Nur Aini', 'siti nuraini'])
      expect(residents.match({ nik, name })).toMatchObject({ nik });
    expect(residents.match({ nik, kk, name: "siti nur'aini s.pd" })).toMatchObject({ nik });
  });

  it('is never anybody else, whatever is claimed', async () => {
    const people = [
      { nik, kk, name: 'Siti Aminah' },
      { nik: '3510160508900002', kk, name: 'Budi Santoso' },
      { nik: '3510160508900003', kk: '3510161203100009', name: 'Siti Aminah' },
    ];
    take(await read('NIK;NO KK;NAMA', ...people.map((one) => [one.nik, one.kk, one.name].join(';'))), true);
    const claim = fc.record({
      nik: fc.constantFrom(...people.map((one) => one.nik), '3510160508900008'),
      kk: fc.option(fc.constantFrom(...people.map((one) => one.kk), '3510161203100001'), { nil: undefined }),
      name: fc.option(fc.constantFrom('SITI AMINAH', 'Budi  Santoso, S.H.', 'Siti', ''), { nil: undefined }),
    });
    const isSo = ({ nik, kk, name }: { nik: string; kk: string | undefined; name: string | undefined }) => {
      const said = people.find((one) => one.nik === nik);
      const first = name?.split(',')[0]?.replace(/ +/, ' ').toLowerCase();
      const kkRight = kk === undefined || said?.kk === kk;
      const nameRight = name === undefined || said?.name.toLowerCase() === first;
      return said !== undefined && (kk !== undefined || name !== undefined) && kkRight && nameRight;
    };
    fc.assert(
      fc.property(claim, (claimed) => {
        expect(residents.match(claimed)?.nik ?? null).toBe(isSo(claimed) ? claimed.nik : null);
      }),
    );
  });

  it('is none by less, or by anything wrong', async () => {
    take(await read(head, siti, '3510160508900003;;-x-;'));
    const claims = [
      { nik },
      { nik, kk: '3510161203100008' },
      { nik, name: 'Siti' },
      { nik, name: '' },
      { nik, name: '...' },
      { nik, kk, name: 'Budi Santoso' },
      { nik: '3510164508900009', kk },
      { nik: '3510160508900003', kk: '' },
    ];
    expect(claims.map((claim) => residents.match(claim))).toEqual(claims.map(() => null));
  });
});
