import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archivedBefore, heldByLetters, nikDigits, placesOf, sameName, withoutPerson } from './rules.ts';

const siti = { nik: '3510164508900001', name: "Siti Nur'aini" };

describe('years in the archive', () => {
  it('are over the day after the last of them', () => {
    expect('2021-11-23' < archivedBefore('2026-11-24', 5)).toBe(true);
    expect('2021-11-24' < archivedBefore('2026-11-24', 5)).toBe(false);
  });

  it('are over for one born on 29 February too', () => {
    expect('2024-02-29' < archivedBefore('2025-02-28', 1)).toBe(false);
    expect('2024-02-29' < archivedBefore('2025-03-01', 1)).toBe(true);
  });
});

describe('a person', () => {
  it('is named by 16 digits, however they are grouped', () => {
    expect(nikDigits('351016 450890 0001')).toBe(siti.nik);
    expect(nikDigits('3510.1645.0890.0001')).toBe(siti.nik);
    expect(nikDigits('351016450890000')).toBeNull();
    expect(nikDigits('35101645089000O1')).toBeNull();
  });

  it('has the same name with titles, in capitals, or without the last of them', () => {
    for (const name of ["SITI NUR'AINI, S.Pd.", 'siti nuraini', 'Hj. Siti Nur’aini', 'Siti'])
      expect(sameName(siti.name, name), name).toBe(true);
    for (const name of ['Budi', 'Siti Aminah', '', '...', 'S.Pd.']) expect(sameName(siti.name, name), name).toBe(false);
  });

  it('stands where NIK and name stand beside each other, be it before a correction', () => {
    const applicant = [
      ['applicant.nik', '3510160508900002'],
      ['applicant.name', 'Budi Santoso'],
    ] as const;
    expect(placesOf(siti, applicant)).toEqual([]);
    expect(placesOf(siti, [...applicant, ['heirs_2.nik', siti.nik], ['heirs_2.name', 'SITI NURAINI']])).toEqual([
      'heirs_2.',
    ]);
    expect(placesOf(siti, [...applicant, ['applicant.nik', siti.nik], ['applicant.name', 'Siti']])).toEqual([
      'applicant.',
    ]);
    expect(placesOf(siti, [...applicant, ['report.person_nik', siti.nik], ['report.person_name', 'Siti']])).toEqual([
      'report.person_',
    ]);
  });

  it('is not found by the NIK beside another name, nor by the digits in another answer', () => {
    expect(
      placesOf(siti, [
        ['applicant.nik', siti.nik],
        ['applicant.name', 'Budi'],
        ['wife.name', siti.name],
      ]),
    ).toEqual([]);
    expect(
      placesOf(siti, [
        ['applicant.klinik', siti.nik],
        ['applicant.klname', siti.name],
      ]),
    ).toEqual([]);
  });
});

describe('the answers of a letter that was handed over', () => {
  it('stay as far as they say who it is about, and the letter says so too', () => {
    const answers = {
      'applicant.nik': siti.nik,
      'applicant.name': 'Siti Nur’aini',
      'applicant.address': 'Jl. Melati 1',
      'business.name': 'Melati',
      'witness.nik': '3510160508900002',
      'witness.name': 'Siti',
    };
    const words = `Nama : SITI NUR'AINI\nNIK : ${siti.nik}\nAlamat : Jl. Melati 1`;
    expect(heldByLetters(answers, words)).toEqual({
      'applicant.nik': siti.nik,
      'applicant.name': 'Siti Nur’aini',
      'witness.name': 'Siti',
    });
  });
});

describe('the reason of a wish to be forgotten', () => {
  it('is kept without the person', () => {
    expect(withoutPerson("Ibu SITI NUR'AINI (3510 1645 0890 0001) pindah ke Kediri", siti)).toBe(
      'Ibu … … (…) pindah ke Kediri',
    );
  });

  it('never holds a word of the name, whatever it is', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    fc.assert(
      fc.property(word, word, fc.lorem(), (first, last, around) => {
        const kept = withoutPerson(`${around} ${first.toUpperCase()}, ${last}`, {
          nik: siti.nik,
          name: `${first} ${last}`,
        });
        const words = kept.toLowerCase().split(/[^\p{L}]+/u);
        expect(words).not.toContain(first);
        expect(words).not.toContain(last);
      }),
    );
  });
});
