import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residentColumns, rowProblems } from '../../../contract/residents.ts';
import { residentWords } from '../../i18n/admin/residents.ts';
import { errorsCsv, type RowError, wrongRows } from './row-errors.ts';

const { id, en } = residentWords;

describe('what is wrong in a list', () => {
  it('is said row by row, with what mends it', () => {
    const errors: RowError[] = [
      { row: 22, column: 'birth_date', problem: 'no_such_date' },
      { row: 14, column: 'nik', problem: 'digits_lost' },
      { row: 14, column: 'kk', problem: 'kk_length' },
    ];
    expect(wrongRows(errors, id)).toEqual([
      {
        row: 14,
        lines: [
          'NIK: Excel membulatkan angka 16 digit; ubah kolom menjadi teks lalu isi ulang',
          'No. KK: bukan 16 angka; cocokkan dengan Kartu Keluarga',
        ],
      },
      { row: 22, lines: ['Tanggal lahir: bukan tanggal; tulis hari-bulan-tahun, misalnya 31-12-1990'] },
    ]);
  });

  it('has words for all that the hub finds, in both languages', () => {
    for (const words of [id, en]) {
      expect(Object.keys(words.problems).toSorted()).toEqual(rowProblems.toSorted());
      expect(Object.keys(words.columns).toSorted()).toEqual(residentColumns.toSorted());
    }
  });

  it('can be taken along as a list for a spreadsheet, which names no resident', () => {
    const errors: RowError[] = [{ row: 14, column: 'nik', problem: 'digits_lost' }];
    expect(errorsCsv(errors, id, 'id')).toBe(
      '\ufeffBaris;Kolom;Masalah;Cara memperbaiki\r\n14;NIK;Excel membulatkan angka 16 digit;ubah kolom menjadi teks lalu isi ulang\r\n',
    );
    expect(errorsCsv(errors, en, 'en')).toContain('14,NIK,Excel has rounded the 16 digits,');
  });

  it('loses no error and shows no row twice', () => {
    const error = fc.record({
      row: fc.integer({ min: 2, max: 60 }),
      column: fc.constantFrom(...residentColumns),
      problem: fc.constantFrom(...rowProblems),
    });
    fc.assert(
      fc.property(fc.array(error), (errors) => {
        const rows = wrongRows(errors, id);
        expect(rows.flatMap(({ lines }) => lines)).toHaveLength(errors.length);
        expect(rows.map(({ row }) => row)).toEqual(
          [...new Set(errors.map(({ row }) => row))].toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
