import fc from 'fast-check';
import { expect, it } from 'vitest';
import { official } from '../../../contract/village.ts';
import { writeNumber } from '../../../main/documents/registers/number-pattern.ts';
import { newOfficial, numberExample } from './office-words.ts';

it('shows the number that is written', () => {
  const part = fc.constantFrom('{class}', '{seq:3}', '{seq}', '{unit}', '{month}', '{roman}', '{year}', '/', '-', 'x');
  const parts = { classCode: '400.12.2.1', seq: 7, unit: '429.511.08', date: '2026-11-24' };
  fc.assert(
    fc.property(fc.array(part), (pieces) => {
      expect(numberExample(pieces.join(''), parts)).toBe(writeNumber(pieces.join(''), parts));
    }),
  );
  expect(numberExample('{class}/{seq:3}/{unit}/{year}', parts)).toBe('400.12.2.1/007/429.511.08/2026');
});

it('adds an official who can be saved as they are', () => {
  expect(() => official.parse(newOfficial('Kasi Pelayanan', '(nama pejabat)', 'kasi_pelayanan'))).not.toThrow();
});
