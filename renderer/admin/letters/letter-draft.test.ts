import { describe, expect, it } from 'vitest';
import { letterFile } from '../../../contract/letters.ts';
import { findLetterContradiction } from '../../../main/documents/catalogue/contradictions.ts';
import { beginDraft, edit, isChanged } from '../form/draft.ts';
import {
  blockKinds,
  bothOrNone,
  copyOf,
  fieldIds,
  isUsed,
  newBlock,
  newField,
  newPaper,
  newRequirement,
  newSection,
  newWord,
  retyped,
  timesOf,
  wordsOf,
} from './letter-draft.ts';
import { leavesOf, shippedPeople as people, shippedLetter, shippedLetters } from './shipped-suite.ts';

const options = [
  { id: 'Ya', en: 'Yes' },
  { id: 'Tidak', en: 'No' },
] as const;
const domicile = shippedLetter('sk_domisili');

describe('a letter that is opened', () => {
  it.each(shippedLetters.map((letter) => [letter.id, letter] as const))(
    '%s is saved exactly as it came where nothing is changed, and where everything is typed again',
    (_, letter) => {
      const began = beginDraft(letter, 1);
      expect(isChanged(began)).toBe(false);
      const typed = [...leavesOf(letter)].reduce(
        (draft, { at, value }) => edit(draft, { type: 'set', at, value }),
        began,
      );
      expect(isChanged(typed)).toBe(false);
      expect(letterFile.parse(typed.content)).toEqual(letter);
    },
  );
});

describe('what is new in a letter', () => {
  it('can be saved as it is: a requirement, a part with a question, a sheet with every kind of block', () => {
    for (const letter of shippedLetters) {
      if (letter.kind === 'redirect') continue;
      const field = newField('choice', { id: 'Isian baru', en: 'New' }, { id: 'Apa?', en: 'What?' }, [], options);
      const paper = newPaper('LEMBAR', 'Isi.', letter.papers);
      const whole = {
        ...letter,
        requirements: [...letter.requirements, newRequirement({ id: 'Syarat', en: 'One' }, letter.requirements)],
        sections: [...letter.sections, newSection({ id: 'Bagian', en: 'Part' }, field, letter.sections)],
        papers: [
          ...letter.papers,
          {
            ...paper,
            body: blockKinds.map((kind) => newBlock(kind, letter, people, { text: 'Isi.', row: 'Baris' })),
          },
        ],
      };
      expect(findLetterContradiction(letterFile.parse(whole), people)).toBeNull();
    }
  });

  it('has an id of its name that no other has', () => {
    expect(newWord('Nama Usaha', [])).toBe('nama_usaha');
    expect(newWord('Nama Usaha', ['nama_usaha'])).toBe('nama_usaha_2');
    expect(newWord('2 saksi', [])).toBe('baru_2_saksi');
    expect(newWord('?', [])).toBe('baru');
  });

  it('does not take the name of a question about the person', () => {
    const [applicant] = domicile.sections;
    const taken = applicant === undefined ? [] : fieldIds(applicant, people);
    const field = newField('text', { id: 'Name', en: 'Name' }, { id: 'Siapa?', en: 'Who?' }, taken, options);
    expect(field.id).toBe('name_2');
  });
});

describe('a question with another kind of answer', () => {
  const text = newField('text', { id: 'Lama', en: 'Long' }, { id: 'Berapa?', en: 'How?' }, [], options);
  it('gets choices, and loses them again', () => {
    const choice = retyped(text, 'choice', options);
    expect(choice.options?.map(({ id }) => id)).toEqual(['pilihan_1', 'pilihan_2']);
    expect(retyped(choice, 'text', options)).toEqual(text);
  });

  it('keeps only the rules that it knows', () => {
    const number = { ...text, type: 'number' as const, min: 1, max: 9, longest: 3, unit: { id: 'ekor', en: 'head' } };
    expect(retyped(number, 'rupiah', options)).toEqual({ ...text, type: 'rupiah', min: 1, max: 9 });
    expect(retyped({ ...text, type: 'date', future: true }, 'text', options).future).toBe(false);
  });
});

describe('what a letter still needs', () => {
  it('is a question that its text or a condition names', () => {
    expect(isUsed(domicile, 'residence', 'status')).toBe(true);
    expect(isUsed(domicile, 'residence', 'since')).toBe(true);
    expect(isUsed(domicile, 'residence')).toBe(true);
    expect(isUsed({ ...domicile, papers: [], requirements: [] }, 'residence', 'since')).toBe(false);
  });

  it('is a part that is printed as a whole or as a table', () => {
    expect(isUsed(shippedLetter('sk_kendaraan'), 'vehicle')).toBe(true);
    expect(isUsed(shippedLetter('sk_bepergian'), 'companions')).toBe(true);
  });

  it('can go without harm where it says so', () => {
    for (const letter of shippedLetters) {
      if (letter.kind === 'redirect') continue;
      letter.sections.forEach((section, i) =>
        section.fields.forEach((field, j) => {
          if (isUsed(letter, section.id, field.id)) return;
          const sections = letter.sections.with(i, { ...section, fields: section.fields.toSpliced(j, 1) });
          const wrong = findLetterContradiction({ ...letter, sections }, people);
          if (wrong?.why !== 'no_fields') expect(wrong).toBeNull();
        }),
      );
    }
  });
});

it('begins a letter as another, under a name of its own', () => {
  const copy = copyOf(domicile, { id: 'Surat Keterangan Kos', en: 'Boarding house' }, ['surat_keterangan_kos']);
  expect(copy).toMatchObject({ id: 'surat_keterangan_kos_2', papers: domicile.papers });
  expect(copy.everyday).toBeUndefined();
  expect(() => letterFile.parse(copy)).not.toThrow();
});

it('lets a part repeat twelve times at most, whatever is typed', () => {
  expect([null, 0, 1e9, 3.7, 12].map(timesOf)).toEqual([1, 1, 12, 3, 12]);
});

it('reads search words and optional texts as they are typed', () => {
  expect(wordsOf(' alamat, , domisili,')).toEqual(['alamat', 'domisili']);
  expect(bothOrNone({ id: '', en: '' })).toBeUndefined();
  expect(bothOrNone({ id: 'x', en: '' })).toEqual({ id: 'x', en: '' });
});
