import type { SavedFile } from '../../staff/save-file.ts';
import { csvOf } from '../parts/csv.ts';

/** As they stand on the lists that villages have; the hub knows each of them. */
const headings = [
  'NIK',
  'NO KK',
  'NAMA',
  'TEMPAT LAHIR',
  'TANGGAL LAHIR',
  'JENIS KELAMIN',
  'AGAMA',
  'STATUS PERKAWINAN',
  'PEKERJAAN',
  'ALAMAT',
  'RT',
  'RW',
  'DUSUN',
];

/** A list with headings and nobody on it. */
export const exampleText: string = csvOf([headings], 'id');

export const exampleFile = (): SavedFile => ({
  name: 'contoh-data-warga.csv',
  content: new Blob([exampleText], { type: 'text/csv;charset=utf-8' }),
});
