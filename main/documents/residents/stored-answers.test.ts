import { describe, expect, it } from 'vitest';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { programFiles } from '../../program-files.ts';
import { LetterCatalogue, readLetters } from '../catalogue/letter-catalogue.ts';
import type { Resident } from './resident-rows.ts';
import { storedAnswers } from './stored-answers.ts';

const catalogue = new LetterCatalogue(readLetters(programFiles(import.meta.dirname).catalogue, ''));
const letter = (id: string) => catalogue.letter(id) as LetterDefinition;
const siti: Resident = {
  nik: '3510164508900001',
  kk: '3510161203100007',
  name: "Siti Nur'aini, S.Pd.",
  birth_place: 'BANYUWANGI',
  birth_date: '1990-08-05',
  sex: 'P',
  religion: 'Katholik',
  marital_status: 'KAWIN TERCATAT',
  occupation: 'Guru',
  address: 'Jl. Melati 1',
  rt: '002',
  rw: '1',
  hamlet: null,
};
const stored = (id: string, change: Partial<Resident> = {}) =>
  storedAnswers(letter(id), { ...siti, ...change }, '2026-11-24');

describe('what the list answers of a letter', () => {
  it('is written as the letter keeps it, and is neither NIK nor KK', () => {
    expect(stored('sk_usaha')).toEqual({
      'applicant.name': "Siti Nur'aini, S.Pd.",
      'applicant.birth_place': 'BANYUWANGI',
      'applicant.birth_date': '1990-08-05',
      'applicant.sex': 'female',
      'applicant.religion': 'katolik',
      'applicant.marital': 'married',
      'applicant.occupation': 'Guru',
      'applicant.address': 'Jl. Melati 1',
      'applicant.rt': '2',
      'applicant.rw': '1',
    });
  });

  it.each([
    ['BELUM KAWIN', 'single'],
    ['Kawin', 'married'],
    ['CERAI HIDUP', 'divorced'],
    ['Cerai Mati', 'widowed'],
    ['Janda', undefined],
  ])('of a marital status %s is %s', (marital_status, kept) =>
    expect(stored('sk_usaha', { marital_status })['applicant.marital']).toBe(kept),
  );

  it.each([
    ['BUDHA', 'buddha'],
    ['Konghucu', 'khonghucu'],
    ['Kepercayaan terhadap Tuhan YME', 'kepercayaan'],
    ['toString', undefined],
  ])('of a religion %s is %s', (religion, kept) =>
    expect(stored('sk_usaha', { religion })['applicant.religion']).toBe(kept),
  );

  it('leaves out what would not do as an answer', () => {
    const places = Object.keys(stored('sk_usaha', { rt: '0', address: 'x'.repeat(121), occupation: '漢', name: '1' }));
    for (const place of ['applicant.rt', 'applicant.address', 'applicant.occupation', 'applicant.name'])
      expect(places).not.toContain(place);
  });

  it('leaves out what a condition of the letter names: the kiosk has to know it', () => {
    const places = Object.keys(stored('pengantar_nikah'));
    expect(places).toContain('applicant.address');
    expect(places).not.toContain('applicant.marital');
  });

  it('is only what the letter asks', () => {
    expect(Object.keys(stored('sk_kelahiran'))).toEqual([
      'applicant.name',
      'applicant.address',
      'applicant.rt',
      'applicant.rw',
    ]);
  });
});
