import { expect, it } from 'vitest';
import { newId } from './new-id.ts';

it('makes an id of a name, with a number where there is one already', () => {
  expect(newId('Surat  Keterangan Désa!', [])).toBe('surat-keterangan-desa');
  expect(newId('Surat', ['surat', 'surat-2'])).toBe('surat-3');
  expect(newId('***', [])).toBe('baru');
  expect(newId('x'.repeat(90), []).length).toBeLessThanOrEqual(40);
});
