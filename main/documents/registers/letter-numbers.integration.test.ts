import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../contract/principal.ts';
import { numberPattern, seriesKinds } from '../../../contract/village.ts';
import { newFolderInMemory, removeFolders } from '../../../tests/doubles/lounge/data-folder.ts';
import { Ids } from '../../ops/ids.ts';
import { programFiles } from '../../program-files.ts';
import { FileKey } from '../../store/key.ts';
import { openStore } from '../../store/open.ts';
import { type LetterNumberRow, LetterNumberStore } from './letter-number-store.ts';
import { LetterNumbers } from './letter-numbers.ts';

const folder = newFolderInMemory('numbers');
const store = openStore(folder, new FileKey(folder), programFiles(import.meta.dirname).migrations);
afterAll(() => {
  store.close();
  removeFolders();
});

const dewi: Actor = { role: 'verifier', device: 'pc-1', person: 'dewi' };
type Series = (typeof seriesKinds)[number];

/** The office as the tests change it. */
const office = {
  numbering: { series: 'register' as Series, pattern: '{class}/{seq:3}/{unit}/{year}' },
  unitCode: '429.511.08',
};
let confirmed = true;
const open = new Set<string>();
let trail: string[] = [];
const numbers = new LetterNumbers({
  numbers: new LetterNumberStore(store.db),
  audit: { write: (_, act, __, detail) => trail.push(detail ? `${act} ${detail}` : act) },
  village: () => office,
  clock: { wall: () => 1 },
  clockConfirmed: () => confirmed,
  ids: new Ids({ tick: () => Math.floor(performance.now()) }),
  isOpen: (letterId) => open.has(letterId),
});

function fresh(): void {
  store.db.exec('DELETE FROM letter_number; DELETE FROM letter_series');
  office.numbering = { series: 'register', pattern: '{class}/{seq:3}/{unit}/{year}' };
  confirmed = true;
  open.clear();
  trail = [];
}
beforeEach(fresh);

/** Kinds of letter: the first two have the same class, the last is in a register of its own. */
const letters = [
  { letterType: 'sku', classCode: '500.2.2.4', register: 'surat_keterangan', subject: 'Surat Keterangan Usaha' },
  { letterType: 'domisili_usaha', classCode: '500.2.2.4', register: 'surat_keterangan', subject: 'Domisili Usaha' },
  { letterType: 'sktm', classCode: '400.9', register: 'surat_keterangan', subject: 'Surat Keterangan Tidak Mampu' },
  { letterType: 'skck', classCode: '400.9', register: 'surat_pengantar', subject: 'Surat Pengantar SKCK' },
] as const;
type Letter = { [K in keyof (typeof letters)[number]]: string };
const [sku, domisili, sktm, skck] = letters;

const signed = { signedBy: 'Kepala Desa', official: 'kades' };
const give = (letter: Letter, date = '2026-11-24', letterId = 'l') =>
  store.immediate(() => numbers.give(dewi, { ...letter, ...signed, date, letterId }));
const reserve = (letter: Letter, date = '2026-11-24') =>
  store.immediate(() => numbers.reserve(dewi, { ...letter, date }));
const makeVoid = (id: string) => store.immediate(() => numbers.voidByHand(dewi, id, 'Salah ketik'));
const everything = () => store.db.prepare<[], LetterNumberRow>('SELECT * FROM letter_number ORDER BY id').all();

describe('the numbers of letters', () => {
  it('count up in their register, and begin again each year', () => {
    expect([give(sku), give(sktm), reserve(sku), give(skck)].map(({ number }) => number)).toEqual([
      '500.2.2.4/001/429.511.08/2026',
      '400.9/002/429.511.08/2026',
      '500.2.2.4/003/429.511.08/2026',
      '400.9/001/429.511.08/2026',
    ]);
    expect(give(sku, '2027-01-02').number).toBe('500.2.2.4/001/429.511.08/2027');
    // One that was dated in the old year goes on there.
    expect(give(sku, '2026-12-31').number).toBe('500.2.2.4/004/429.511.08/2026');
  });

  it('count up over the whole office, or for each kind of letter', () => {
    office.numbering.series = 'common';
    expect([give(sku), give(sktm), give(skck)].map(({ seq }) => seq)).toEqual([1, 2, 3]);
    fresh();
    office.numbering.series = 'letter';
    expect([give(sku), give(sktm), give(sku)].map(({ seq }) => seq)).toEqual([1, 1, 2]);
  });

  it('go on in one series where letters of two could not be told apart', () => {
    office.numbering.series = 'letter';
    expect([give(sku), give(domisili), give(sku), give(domisili)].map(({ series, seq }) => `${series} ${seq}`)).toEqual(
      ['letter:sku 1', 'letter:sku 2', 'letter:sku 3', 'letter:sku 4'],
    );
  });

  it('are one series for all when the pattern shows no class', () => {
    office.numbering = { series: 'letter', pattern: '{seq:3}/{unit}/{year}' };
    expect([give(sku), give(sktm), give(skck)].map(({ number }) => number.slice(0, 3))).toEqual(['001', '002', '003']);
  });

  it('are not given twice when the office changes to another kind of series within the year', () => {
    office.numbering.series = 'common';
    give(sku);
    give(skck);
    office.numbering.series = 'register';
    expect(give(sku).number).toBe('500.2.2.4/003/429.511.08/2026');
    expect(give(skck).number).toBe('400.9/001/429.511.08/2026');
  });

  it('are not given on a date that nobody stands behind', () => {
    confirmed = false;
    expect(() => give(sku)).toThrow('CLOCK_UNCONFIRMED');
    expect(() => reserve(sku)).toThrow('CLOCK_UNCONFIRMED');
    expect(everything()).toEqual([]);
    confirmed = true;
    expect(give(sku).seq).toBe(1);
  });

  it('are not used up by a letter that came to nothing', () => {
    const fails = () =>
      store.immediate(() => {
        numbers.give(dewi, { ...sku, ...signed, date: '2026-11-24', letterId: 'l' });
        throw new Error('no paper');
      });
    expect(fails).toThrow('no paper');
    expect(give(sku).seq).toBe(1);
  });

  it('stay when they are void, with the reason, and are never given again', () => {
    const { id } = give(sku);
    expect(makeVoid(id)).toMatchObject({ state: 'void', reason: 'Salah ketik', seq: 1 });
    expect(numbers.find(id)).toMatchObject({
      state: 'void',
      reason: 'Salah ketik',
      number: '500.2.2.4/001/429.511.08/2026',
    });
    expect(give(sku).seq).toBe(2);
    expect(trail).toEqual(['letter_number_void issued']);
  });

  it('are not made void twice, nor under an open request, nor where there are none', () => {
    const { id } = give(sku, '2026-11-24', 'letter-1');
    open.add('letter-1');
    expect(() => makeVoid(id)).toThrow('NUMBER_IN_USE');
    open.clear();
    makeVoid(id);
    expect(() => makeVoid(id)).toThrow('NUMBER_IN_USE');
    expect(() => makeVoid('nobody')).toThrow('NUMBER_UNKNOWN');
  });

  it('are listed by year and register, latest first', () => {
    for (let count = 0; count < 60; count += 1) give(sku);
    const kept = reserve(skck);
    give(sku, '2025-12-30');
    const all = numbers.list({ year: 2026, month: null, register: null, page: 0 });
    expect(all.total).toBe(61);
    expect(numbers.registers(2026)).toEqual(['surat_keterangan', 'surat_pengantar']);
    expect(numbers.list({ year: 2026, month: 12, register: null, page: 0 }).total).toBe(0);
    expect(all.rows[0]).toEqual(kept);
    expect(all.rows).toHaveLength(50);
    expect(numbers.list({ year: 2026, month: null, register: null, page: 1 }).rows).toHaveLength(11);
    expect(numbers.list({ year: 2026, month: null, register: 'surat_pengantar', page: 0 }).rows).toEqual([kept]);
  });

  it('would rather be none than one of two where a pattern lets the serial run into other digits', () => {
    office.numbering = { series: 'letter', pattern: '{class}{seq}/{year}' };
    const [plain, odd] = [
      { ...sku, classCode: '4' },
      { ...sktm, classCode: '411' },
    ];
    expect(give(odd).number).toBe('4111/2026');
    for (let count = 0; count < 110; count += 1) give(plain);
    expect(() => give(plain)).toThrow('writes one number for several letters');
    expect(numberPattern.safeParse(office.numbering.pattern).success).toBe(false);
  });
});

describe('whatever happens in whatever order', () => {
  const act = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constantFrom('give', 'reserve'), letter: fc.constantFrom(...letters) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('void'), which: fc.nat(50) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('date'),
        date: fc.constantFrom('2026-12-31', '2027-01-01', '2027-02-03'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('series'), series: fc.constantFrom(...seriesKinds) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('pattern'),
        pattern: fc.constantFrom(
          '{class}/{seq:3}/{unit}/{year}',
          '{seq}/{unit}/{year}',
          '{seq:4}/{roman}/{class}/{year}',
        ),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('clock'), confirmed: fc.boolean() }) },
  );

  it('each series is 1 to n, no number comes twice, and none that was given is changed', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        fresh();
        const given = new Map<string, { number: string; state: string }>();
        let date = '2026-11-24';
        for (const its of acts) {
          if ('letter' in its) {
            if (!confirmed) continue;
            const row = (its.do === 'give' ? give : reserve)(its.letter, date);
            given.set(row.id, { number: row.number, state: its.do === 'give' ? 'issued' : 'reserved' });
          } else if ('which' in its) {
            const id = [...given.keys()][its.which];
            if (id === undefined || given.get(id)?.state === 'void') continue;
            given.set(id, { number: makeVoid(id).number, state: 'void' });
          } else if ('date' in its) date = its.date;
          else if ('series' in its) office.numbering.series = its.series;
          else if ('pattern' in its) office.numbering.pattern = its.pattern;
          else confirmed = its.confirmed;
        }
        const rows = everything();
        expect(rows.map(({ id, number, state }) => [id, { number, state }])).toEqual([...given]);
        expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
        const places = Map.groupBy(rows, ({ series, year }) => `${series} ${year}`);
        for (const [, its] of places) {
          expect(its.map(({ seq }) => seq)).toEqual(its.map((_, index) => index + 1));
        }
      }),
      { numRuns: 500 },
    );
  });
});
