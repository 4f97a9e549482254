import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeading } from './resident-columns.ts';
import { readResidents } from './resident-rows.ts';

const today = '2026-11-24';
const head = ['NIK', 'NO KK', 'NAMA', 'TEMPAT LAHIR', 'TANGGAL LAHIR', 'JENIS KELAMIN', 'RT', 'DUSUN'];
const siti = [
  '3510164508900001',
  '3510161203100007',
  'SITI AMINAH',
  'BANYUWANGI',
  '05-08-1990',
  'Perempuan',
  '02',
  'Krajan',
];
const problems = (...rows: unknown[][]) =>
  readResidents([head, ...rows] as string[][], today)?.errors.map(
    ({ row, column, problem }) => `${row} ${column} ${problem}`,
  );

describe('the rows of a village list', () => {
  it('are residents, with what the list says of them', () => {
    expect(readResidents([head, siti], today)).toEqual({
      columns: ['nik', 'kk', 'name', 'birth_place', 'birth_date', 'sex', 'rt', 'hamlet'],
      residents: [
        {
          nik: '3510164508900001',
          kk: '3510161203100007',
          name: 'SITI AMINAH',
          birth_place: 'BANYUWANGI',
          birth_date: '1990-08-05',
          sex: 'P',
          religion: null,
          marital_status: null,
          occupation: null,
          address: null,
          rt: '02',
          rw: null,
          hamlet: 'Krajan',
        },
      ],
      errors: [],
    });
  });

  it('come below headings that may have a title above them and be written in many ways', () => {
    const table = [['DATA PENDUDUK 2026'], [], ['No.', 'Nama Lengkap', 'N I K', 'No. KK', 'Tgl. Lahir', 'L/P', 'Hobi']];
    expect(findHeading(table)).toEqual({
      row: 2,
      columns: new Map([
        ['name', 1],
        ['nik', 2],
        ['kk', 3],
        ['birth_date', 4],
        ['sex', 5],
      ]),
    });
    expect(readResidents([['NAMA', 'ALAMAT'], siti], today)).toBeNull();
  });

  it.each([
    ['3.51016E+15', 'nik digits_lost'],
    ['3,51016E+15', 'nik digits_lost'],
    [3510160508900000, 'nik digits_lost'],
    ['', 'nik missing'],
    ['351016', 'nik nik_length'],
    ['3510163102990001', 'nik nik_date'],
  ])('with the NIK %s are not taken', (nik, problem) => {
    expect(problems([nik, ...siti.slice(1)])).toEqual([`2 ${problem}`]);
  });

  it('are told apart by what is wrong in each', () => {
    const rows = [siti, [], ['3510160508900002', '12', ' ', 'x', '31-02-1990', '?', 'x'.repeat(161)], siti];
    expect(problems(...rows)).toEqual([
      '4 kk kk_length',
      '4 name missing',
      '4 birth_date no_such_date',
      '4 sex not_a_sex',
      '4 rt too_long',
      '5 nik twice',
    ]);
  });

  it('keep what a spreadsheet keeps: dates, texts with an apostrophe before them, and amounts that lost nothing', () => {
    expect(problems(['="3510164508900001"', ...siti.slice(1)])).toEqual([]);
    const row = ["'3510164508900001", 3510161203100007, 'SITI', '-', new Date('1990-08-05'), 'P', 2, null];
    expect(readResidents([head, row], today)?.residents[0]).toMatchObject({
      nik: '3510164508900001',
      kk: '3510161203100007',
      birth_place: null,
      birth_date: '1990-08-05',
      rt: '2',
      hamlet: null,
    });
  });

  it('are answered whatever stands in them', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.date(), fc.constant(null), fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 9 }), (rows) => {
        const read = readResidents([head, ...rows], today);
        const faulty = new Set(read?.errors.map(({ row }) => row));
        expect((read?.residents.length ?? 0) + faulty.size).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});
