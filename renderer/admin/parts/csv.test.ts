import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv } from '../../../main/documents/residents/resident-file.ts';
import { csvOf } from './csv.ts';

it('is opened by an Indonesian Excel with its columns apart, and by an English one', () => {
  const rows = [
    ['Baris', 'Masalah'],
    [14, 'bukan tanggal; tulis "31-12-1990"'],
  ];
  expect(csvOf(rows, 'id')).toBe('\ufeffBaris;Masalah\r\n14;"bukan tanggal; tulis ""31-12-1990"""\r\n');
  expect(csvOf(rows, 'en')).toBe('\ufeffBaris,Masalah\r\n14,"bukan tanggal; tulis ""31-12-1990"""\r\n');
});

it('gives back every cell, whatever stands in it', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ';', ',', '"', '\n', '\r', ' ', 'é') });
  const heading = Array.from({ length: 200 }, () => 'judul');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      expect(readCsv(csvOf([heading, ...rows], 'id').slice(1)).slice(1)).toEqual(rows);
    }),
  );
});
