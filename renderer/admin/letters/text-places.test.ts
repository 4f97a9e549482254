import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeWords } from '../../i18n/office-letters.ts';
import { leavesOf, shippedPeople as people, shippedLetter, shippedLetters } from './shipped-suite.ts';
import { conditionWords, kept, readable, textPlaces } from './text-places.ts';

const languages = ['id', 'en'] as const;
const placesOf = (letter: ReturnType<typeof shippedLetter>, language: 'id' | 'en') => {
  const { office: group, officeNames: names } = officeWords[language].text;
  return textPlaces(letter, people, (both) => both[language], { group, names });
};
const domicile = shippedLetter('sk_domisili');

describe('a letter’s text', () => {
  it('is read with the names of its places', () => {
    expect(readable('Nama: {applicant.name}, di {office.village}.', placesOf(domicile, 'id'))).toBe(
      'Nama: {Data pemohon: Nama}, di {Kantor: Nama desa atau kelurahan}.',
    );
  });

  it('is kept exactly as it came, in every shipped letter and both languages', () => {
    for (const letter of shippedLetters) {
      if (letter.kind === 'redirect') continue;
      for (const language of languages) {
        const places = placesOf(letter, language);
        for (const { value } of leavesOf(letter.papers))
          if (typeof value === 'string') expect(kept(readable(value, places), places)).toBe(value);
      }
    }
  });

  it('has no two places of one name, and names each that its shipped text uses', () => {
    for (const letter of shippedLetters) {
      if (letter.kind === 'redirect') continue;
      const places = placesOf(letter, 'id');
      expect(new Set(places.map(({ label }) => label)).size).toBe(places.length);
      const known = new Set(places.map(({ place }) => place));
      const used = [...JSON.stringify(letter.papers).matchAll(/\{([a-z0-9_]+\.[a-z0-9_]+|date|for)\}/g)];
      for (const [, place = ''] of used) expect(known).toContain(place);
    }
  });

  it('keeps whatever is typed, also braces that name nothing', () => {
    const places = placesOf(domicile, 'id');
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('{', '}', '{x}'),
      fc.constantFrom(...places.map((p) => `{${p.place}}`)),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(kept(readable(text, places), places)).toBe(text);
      }),
    );
  });
});

it('says a condition in the words of its question', () => {
  const when = { field: 'residence.status', is: ['newcomer', 'nobody'] };
  expect(conditionWords(when, domicile, people, (both) => both.id)).toEqual({
    question: 'Status tinggal',
    answers: ['Tidak, pendatang', 'nobody'],
  });
  expect(conditionWords(when, null, people, (both) => both.id).question).toBe('residence.status');
});
