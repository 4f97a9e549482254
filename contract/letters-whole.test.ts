import { describe, expect, it } from 'vitest';
import { letterFile, peopleFile } from './letters.ts';
import { fieldsOf, instancesOf, withPeople } from './letters-whole.ts';

const ask = { id: 'Siapa?', en: 'Who?' };
const people = peopleFile.parse({ sets: { person: [{ id: 'name', type: 'name', ask, label: ask }] } });
const letter = letterFile.parse({
  id: 'warisan',
  kind: 'letter',
  name: ask,
  category: 'hukum',
  purpose: ask,
  requirements: [],
  standard: { procedure: [ask], minutes: 5, fee: 0, product: ask, legalBasis: [], version: '1', date: '2026-11-24' },
  offered: 'kiosk',
  sections: [
    {
      id: 'heirs',
      title: ask,
      people: 'person',
      most: 2,
      fields: [
        { id: 'adult', type: 'text', ask, label: ask },
        { id: 'guardian', type: 'name', ask, label: ask, when: { field: 'heirs.adult', is: ['no'] } },
      ],
    },
    { id: 'purpose', title: ask, fields: [{ id: 'text', type: 'text', ask, label: ask }] },
  ],
  signing: { level: 'head' },
  numbering: { classCode: '400' },
  validityDays: null,
  papers: [{ id: 'letter', title: 'SURAT', body: [{ text: 'Isi' }] }],
});

describe('the sections of a letter', () => {
  it('are filled in as often as people are named', () => {
    expect(instancesOf({ id: 'heirs', most: 3 })).toEqual(['heirs', 'heirs_2', 'heirs_3']);
    expect(instancesOf({ id: 'applicant', most: 1 })).toEqual(['applicant']);
  });

  it('begin with what is asked of people', () => {
    const whole = withPeople(letter, people);
    if (whole.kind !== 'letter') throw new Error('it stays a letter');
    expect(whole.sections[0]).not.toHaveProperty('people');
    expect([...fieldsOf(whole).keys()]).toEqual([
      'heirs.name',
      'heirs.adult',
      'heirs.guardian',
      'heirs_2.name',
      'heirs_2.adult',
      'heirs_2.guardian',
      'purpose.text',
    ]);
    expect(withPeople(whole, people)).toEqual(whole);
  });

  it('depend, for the second heir, on what is said of the second heir', () => {
    const whole = withPeople(letter, people);
    if (whole.kind !== 'letter') throw new Error('it stays a letter');
    expect(fieldsOf(whole).get('heirs.guardian')?.when?.field).toBe('heirs.adult');
    expect(fieldsOf(whole).get('heirs_2.guardian')?.when?.field).toBe('heirs_2.adult');
  });
});
