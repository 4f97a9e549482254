import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValues, holds, visibleFields } from './letter-fields.ts';
import { type LetterDefinition, letterFile } from './letters.ts';
import { instancesOf } from './letters-whole.ts';

const both = (id: string) => ({ id, en: id });
const asked = (id: string, type: string, more: object = {}) => ({ id, type, ask: both(id), label: both(id), ...more });
const choice = (...ids: string[]) => ({ options: ids.map((id) => ({ id, label: both(id) })) });

/** A letter for a business or a funeral, with heirs. */
const letter = letterFile.parse({
  id: 'contoh',
  name: both('Surat contoh'),
  category: 'umum',
  purpose: both('Untuk uji'),
  requirements: [],
  standard: {
    procedure: [both('Datang')],
    minutes: 10,
    fee: 0,
    product: both('Surat'),
    legalBasis: [],
    version: '1',
    date: '2026-01-01',
  },
  kind: 'letter',
  offered: 'kiosk',
  sections: [
    {
      id: 'applicant',
      title: both('Pemohon'),
      fields: [
        asked('name', 'name'),
        asked('matter', 'choice', choice('usaha', 'waris')),
        asked('note', 'text', { asked: 'desk' }),
      ],
    },
    {
      id: 'business',
      title: both('Usaha'),
      when: { field: 'applicant.matter', is: ['usaha'] },
      fields: [
        asked('place', 'choice', choice('rumah', 'kios')),
        asked('rent', 'rupiah', { when: { field: 'business.place', is: ['kios'] } }),
      ],
    },
    {
      id: 'heirs',
      title: both('Ahli waris'),
      most: 3,
      when: { field: 'applicant.matter', is: ['waris'] },
      fields: [
        asked('name', 'name'),
        asked('alive', 'choice', choice('ya', 'tidak')),
        asked('died', 'date', { when: { field: 'heirs.alive', is: ['tidak'] } }),
      ],
    },
    {
      id: 'landlord',
      title: both('Pemilik kios'),
      when: { field: 'business.place', is: ['kios'] },
      fields: [asked('name', 'name', { required: false })],
    },
  ],
  signing: { level: 'head' },
  numbering: { classCode: '400.10' },
  validityDays: 30,
  papers: [{ id: 'surat', title: 'SURAT', body: [{ text: 'Isi' }] }],
}) as LetterDefinition;

const places = (values: Record<string, string>) => visibleFields(letter, values).map(({ place }) => place);
const today = '2026-11-24';
const kiosk = { today, by: 'kiosk' } as const;

describe('the fields of a letter', () => {
  it('are those whose conditions hold', () => {
    expect(places({})).toEqual(['applicant.name', 'applicant.matter', 'applicant.note']);
    expect(places({ 'applicant.matter': 'usaha' })).toContain('business.place');
    expect(places({ 'applicant.matter': 'usaha', 'business.place': 'kios' })).toEqual(
      expect.arrayContaining(['business.rent', 'landlord.name']),
    );
  });

  it('hang on no answer that is itself not asked any more', () => {
    const changedMind = { 'applicant.matter': 'waris', 'business.place': 'kios' };
    expect(places(changedMind)).not.toContain('landlord.name');
  });

  it('are there for every heir that has an answer, each with conditions of its own', () => {
    const values = { 'applicant.matter': 'waris', 'heirs_2.name': 'Siti', 'heirs_2.alive': 'tidak' };
    expect(places(values).filter((place) => place.startsWith('heirs'))).toEqual([
      'heirs.name',
      'heirs.alive',
      'heirs_2.name',
      'heirs_2.alive',
      'heirs_2.died',
    ]);
  });

  it('know how often a section may stand', () => {
    expect(letter.sections.map(instancesOf)).toEqual([
      ['applicant'],
      ['business'],
      ['heirs', 'heirs_2', 'heirs_3'],
      ['landlord'],
    ]);
  });

  it('need no condition', () => {
    expect(holds(undefined, {})).toBe(true);
    expect(holds({ field: 'a.b', is: ['x'] }, {})).toBe(false);
    expect(holds({ field: 'a.b', is: ['x', 'y'] }, { 'a.b': 'y' })).toBe(true);
  });
});

describe('the answers of a letter', () => {
  const kios = { 'applicant.name': ' Sri  Wahyuni', 'applicant.matter': 'usaha', 'business.place': 'kios' };

  it('are tidied, and those of another matter dropped', () => {
    const given = { ...kios, 'business.rent': 'Rp 500.000', 'heirs.name': 'Siti', 'landlord.name': '' };
    expect(checkValues(letter, given, kiosk)).toEqual({
      values: {
        'applicant.name': 'Sri Wahyuni',
        'applicant.matter': 'usaha',
        'business.place': 'kios',
        'business.rent': '500000',
      },
      wrong: [],
    });
  });

  it('are missing where they are required, and what only the desk asks is missing only there', () => {
    expect(checkValues(letter, kios, kiosk).wrong).toEqual([{ field: 'business.rent', problem: 'missing' }]);
    expect(checkValues(letter, kios, { today, by: 'desk' }).wrong).toEqual([
      { field: 'applicant.note', problem: 'missing' },
      { field: 'business.rent', problem: 'missing' },
    ]);
  });

  it('are wrong where the letter has no such field', () => {
    const given = { ...kios, 'business.rent': '1', 'heirs_4.name': 'Siti', __proto__x: '1', 'applicant.nik': '1' };
    expect(checkValues(letter, given, kiosk).wrong).toEqual(
      ['heirs_4.name', '__proto__x', 'applicant.nik'].map((field) => ({ field, problem: 'unknown_field' })),
    );
  });

  it('say that an heir is meant even when the answer is wrong', () => {
    const given = {
      'applicant.name': 'Sri',
      'applicant.matter': 'waris',
      'heirs.name': 'Siti',
      'heirs.alive': 'ya',
      'heirs_2.name': '1234',
    };
    expect(checkValues(letter, given, kiosk).wrong).toEqual([
      { field: 'heirs_2.name', problem: 'bad_signs' },
      { field: 'heirs_2.alive', problem: 'missing' },
    ]);
  });

  const key = fc.oneof(
    fc.constantFrom(
      ...letter.sections.flatMap((s) => instancesOf(s).flatMap((i) => s.fields.map((f) => `${i}.${f.id}`))),
    ),
    fc.string({ maxLength: 20 }),
    fc.constantFrom('__proto__', 'constructor', 'toString'),
  );
  const value = fc.oneof(
    fc.constantFrom('usaha', 'waris', 'kios', 'rumah', 'ya', 'tidak', 'Siti', '500.000', '2020-01-01', ''),
    fc.string({ unit: 'binary' }),
  );

  it('never throw whatever they are, and give themselves again once they were found right', () => {
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.constantFrom('kiosk', 'desk'), (given, by) => {
        const first = checkValues(letter, given, { today, by });
        const again = checkValues(letter, first.values, { today, by });
        expect(again.values).toEqual(first.values);
        // What was only missing or unknown before brings nothing new.
        if (first.wrong.length === 0) expect(again.wrong).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
