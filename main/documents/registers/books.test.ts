import { expect, it } from 'vitest';
import type { RegisterEntry } from '../../../contract/documents.ts';
import { bookCsv } from './books.ts';

const entry = (seq: number, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: `0000000${seq}`,
  register: 'surat_keterangan',
  year: 2026,
  seq,
  number: `500.2.2.4/00${seq}/429.511.08/2026`,
  date: '2026-11-24',
  subject: 'Surat Keterangan Usaha',
  addressee: 'Sri Wahyuni',
  state: 'issued',
  reason: null,
  signedBy: 'Kepala Desa',
  handedOverAt: null,
  handedOverBy: null,
  ...more,
});

const first = entry(1, { handedOverAt: '2026-11-24T10:15:00+07:00', handedOverBy: 'Dewi' });
const spoilt = entry(2, { state: 'void', reason: 'Salah nama; dibuat ulang' });
const byHand = entry(3, { state: 'reserved', signedBy: '', addressee: '' });
const later = entry(4, { handedOverAt: '2026-11-25T08:00:00+07:00', handedOverBy: 'Dewi' });
const lines = (text: string) => text.replace('\ufeff', '').trimEnd().split('\r\n');

it('writes the Buku Agenda of every number given, the void one with its reason', () => {
  expect(lines(bookCsv('agenda', [first, spoilt, byHand])).slice(1)).toEqual([
    '1;2026-11-24;500.2.2.4/001/429.511.08/2026;2026-11-24;Sri Wahyuni;Surat Keterangan Usaha;Kepala Desa;',
    '2;;500.2.2.4/002/429.511.08/2026;2026-11-24;Sri Wahyuni;Surat Keterangan Usaha;Kepala Desa;"Batal: Salah nama; dibuat ulang"',
    '3;;500.2.2.4/003/429.511.08/2026;2026-11-24;;Surat Keterangan Usaha;;Dicadangkan, dibuat secara manual',
  ]);
});

it('writes the Buku Ekspedisi of what was handed over, when, by whom and to whom', () => {
  expect(lines(bookCsv('ekspedisi', [first, later]))).toEqual([
    'Nomor urut;Tanggal pengiriman;Nomor surat;Tanggal surat;Isi singkat surat yang dikirim;Ditujukan kepada;Diserahkan oleh;Keterangan',
    '1;2026-11-24;500.2.2.4/001/429.511.08/2026;2026-11-24;Surat Keterangan Usaha;Sri Wahyuni;Dewi;',
    '2;2026-11-25;500.2.2.4/004/429.511.08/2026;2026-11-24;Surat Keterangan Usaha;Sri Wahyuni;Dewi;',
  ]);
});
