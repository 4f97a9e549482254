import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameName } from './same-name.ts';

describe('a name', () => {
  it.each([
    ['SITI NURAINI', "Siti Nur'aini"],
    ['siti  nur-aini', 'Siti Nuraini'],
    ['Siti Nuraini', "Hj. Siti Nur'aini, S.Pd., M.Pd."],
    ['Siti Nuraini S Pd', "SITI NUR'AINI, S.Pd"],
    ['H Abdul Rohman', 'ABDUL ROHMAN, S.Sos.'],
    ['Prof. Dr. H. Abdul Rohman', 'Abdul Rohman'],
    ['Ren\u00e9 Wibowo', 'Rene\u0301 Wibowo'],
    ['Muh Hadi Amd Kep', 'Muh. Hadi, A.Md.Kep'],
  ])('written %s is that of %s', (one, other) => expect(isSameName(one, other)).toBe(true));

  it.each([
    ['', ''],
    ['...', '-'],
    ['', 'Siti'],
    ['Siti', 'Siti Aminah'],
    ['Siti Aminah', 'Siti Amina'],
    ['Hadi', 'H'],
    ['Drs.', 'Dra.'],
  ])('written %s is not that of %s', (one, other) => expect(isSameName(one, other)).toBe(false));

  it('is its own however it is decorated', () => {
    const word = fc.constantFrom('siti', 'nur', 'aminah', 'budi', 'agus', 'rahman', 'dewi');
    const title = fc.constantFrom('', 'H. ', 'Hj. ', 'Drs. ', 'Dr. H. ');
    const degree = fc.constantFrom('', ', S.Pd.', ' S.H.', ', S.Sos., M.Si', ' A.Md');
    const space = fc.constantFrom(' ', '  ', '-', '. ');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        title,
        degree,
        space,
        (words, before, behind, between) => {
          const written = `${before}${words.join(between)}${behind}`;
          expect(isSameName(written.toUpperCase(), words.join(' '))).toBe(true);
          expect(isSameName(written, [...words, 'santoso'].join(' '))).toBe(false);
        },
      ),
    );
  });
});
