import { describe, expect, it } from 'vitest';
import { CallError } from '../../client/call-error.ts';
import { letterWords } from '../../i18n/desk-letters.ts';
import { letterProblem, wrongValues } from './problems.ts';

describe('what the hub refuses, in words', () => {
  const said = (code: string, data?: unknown) => letterProblem(letterWords.id, new CallError(code, data));

  it('says why a step is not possible', () => {
    expect(said('STEP_REFUSED', { why: 'requirements' })).toBe('Persyaratan belum semua diperiksa.');
    expect(said('STEP_REFUSED', { why: 'clock' })).toBe('Jam mesin pusat belum dipastikan. Panggil supervisor.');
  });

  it('says what is wrong with an answer, and which', () => {
    const data = { wrong: [{ field: 'applicant.nik', problem: 'nik_length' }] };
    expect(said('VALUES_WRONG', data)).toBe('NIK harus 16 angka.');
    expect(wrongValues(new CallError('VALUES_WRONG', data))).toEqual(data.wrong);
    expect(wrongValues(new CallError('UNREACHABLE'))).toEqual([]);
  });

  it('has a sentence for what nobody foresaw', () => {
    expect(said('UNREACHABLE')).toBe('Belum terkirim. Periksa layar, lalu coba lagi.');
    expect(said('SOMETHING_NEW')).toBe(letterWords.id.problems.other);
    expect(letterProblem(letterWords.en, new Error('a fault of ours'))).toBe(letterWords.en.problems.other);
  });
});
