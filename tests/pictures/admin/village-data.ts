import type { ResidentPreview, ResidentState } from '../../../contract/residents.ts';
import type { Disposal, DisposalRow, RetentionState } from '../../../contract/retention.ts';
import type { FoundPerson } from '../../../renderer/client/village-client.ts';

/** What a village's office keeps; numbers and nobody's data. */

export const residentState: ResidentState = {
  people: 4_820,
  newest: {
    id: '0198e2f0-5555-7000-8000-000000000001',
    at: '2026-11-12T13:40:00+07:00',
    by: 'Dewi Lestari',
    added: 126,
    changed: 2_310,
    removed: 0,
  },
  undoable: true,
};

export const residentPreview: ResidentPreview = {
  previewId: '0198e2f0-5555-7000-8000-000000000002',
  columns: ['nik', 'kk', 'name', 'birth_place', 'birth_date', 'sex', 'address', 'rt', 'rw', 'hamlet'],
  added: 41,
  changed: 212,
  unchanged: 4_553,
  absent: 14,
  errors: [],
  wrongRows: 0,
};

/** Made in a hurry, with columns of numbers. */
export const wrongPreview: ResidentPreview = {
  ...residentPreview,
  errors: [
    { row: 14, column: 'nik', problem: 'digits_lost' },
    { row: 14, column: 'kk', problem: 'digits_lost' },
    { row: 15, column: 'nik', problem: 'nik_length' },
    { row: 22, column: 'birth_date', problem: 'no_such_date' },
    { row: 31, column: 'sex', problem: 'not_a_sex' },
    { row: 57, column: 'nik', problem: 'twice' },
    { row: 88, column: 'name', problem: 'missing' },
    { row: 104, column: 'nik', problem: 'nik_date' },
    ...Array.from({ length: 40 }, (_, nth) => ({
      row: 200 + nth,
      column: 'kk' as const,
      problem: 'digits_lost' as const,
    })),
  ],
  wrongRows: 47,
};

const disposal = (nth: number, minutesNumber: string, minutesDate: string, letters: number): Disposal => ({
  id: `0198e2f0-6666-7000-8000-00000000000${nth}`,
  minutesNumber,
  minutesDate,
  letters,
  at: `${minutesDate}T10:15:00+07:00`,
  by: 'Dewi Lestari',
});

export const retentionState: RetentionState = {
  unfinishedDays: 30,
  openDays: 90,
  letterYears: 5,
  lastRun: { at: '2026-11-24T02:00:00+07:00', expired: 2, purged: 7 },
  unfinished: 18,
  due: 21,
  disposals: [disposal(1, '045/02/BA/2026', '2026-02-12', 318), disposal(2, '045/01/BA/2025', '2025-02-20', 204)],
};

const kinds = [
  ['470', 'Surat Keterangan Domisili', 'surat_keterangan'],
  ['510', 'Surat Keterangan Usaha', 'surat_keterangan'],
  ['460', 'Surat Keterangan Tidak Mampu', 'surat_keterangan'],
  ['331', 'Surat Pengantar Catatan Kepolisian', 'surat_pengantar'],
] as const;
export const dueLetters: DisposalRow[] = Array.from({ length: 21 }, (_, nth) => {
  const [code, title, register] = kinds[nth % kinds.length] ?? kinds[0];
  return {
    letterId: `0198e2f0-7777-7000-8000-0000000000${String(nth).padStart(2, '0')}`,
    number: `${code}/${String(nth + 1).padStart(3, '0')}/429.511.08/2021`,
    title,
    date: `2021-${String((nth % 11) + 1).padStart(2, '0')}-15`,
    register,
  };
}).toSorted((a, b) => a.date.localeCompare(b.date));

export const foundPerson: FoundPerson = {
  onList: true,
  requests: 3,
  letters: 1,
  what: [
    { id: 'Data pada daftar penduduk', en: 'An entry of the residents’ list' },
    { id: 'Isian permohonan surat', en: 'Answers of requests for letters' },
    { id: 'Nomor telepon', en: 'A phone number' },
    { id: 'Surat yang bernomor', en: 'Letters with a number' },
  ],
};
