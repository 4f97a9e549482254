import { expect, it } from 'vitest';
import { retentionWords } from '../../i18n/admin/retention.ts';
import { erasedWords, isKnown, personInput, personProblems } from './person-draft.ts';

it('asks with a NIK of 16 digits, however it is written, and a name', () => {
  const person = { nik: ' 3510 1645-0890.0001', name: ' Siti Aminah ' };
  expect(personProblems(person)).toEqual({ nik: false, name: false });
  expect(personInput(person)).toEqual({ nik: '3510164508900001', name: 'Siti Aminah' });
});

it('asks nothing while one of the two is missing', () => {
  expect(personProblems({ nik: '351016450890000', name: 'S' })).toEqual({ nik: true, name: true });
  expect(personProblems({ nik: '351016450890000A', name: '' })).toEqual({ nik: true, name: true });
});

it('knows somebody by any of three things', () => {
  const nobody = { onList: false, requests: 0, letters: 0, what: [] };
  expect(isKnown(nobody)).toBe(false);
  for (const change of [{ onList: true }, { requests: 1 }, { letters: 1 }]) {
    expect(isKnown({ ...nobody, ...change })).toBe(true);
  }
});

it('says what is gone and what had to stay, without the noughts', () => {
  expect(erasedWords(2, 1, retentionWords.id)).toBe(
    'Data dihapus. 2 permohonan hilang seluruhnya. 1 surat terbit tetap di arsip.',
  );
  expect(erasedWords(0, 0, retentionWords.id)).toBe('Data dihapus.');
});
