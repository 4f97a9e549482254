import { describe, expect, it } from 'vitest';
import type { RegisterEntry } from '../../../contract/documents.ts';
import { placesOf, wordsOf } from '../../../tests/doubles/letters/read-pdf.ts';
import { sampleVillage } from '../../../tests/doubles/letters/sample-letters.ts';
import { programFiles } from '../../program-files.ts';
import { type PrintedBookInput, printedBook } from '../registers/printed-book.ts';
import { renderBook } from './book.ts';
import { readFonts } from './render.ts';

const fonts = readFonts(programFiles(import.meta.dirname).fonts);
const names = ['Sri Wahyuni', 'Raden Mas Soerjokoesoemo Hadiningrat bin Kanjeng Pangeran Ario Mangkoenegoro', 'Ni Luh'];

const entry = (seq: number, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: `0000000${seq}`,
  register: 'surat_keterangan',
  year: 2026,
  seq,
  number: `500.2.2.4/${String(seq).padStart(3, '0')}/429.511.08/2026`,
  date: '2026-11-24',
  subject: seq % 3 === 0 ? 'Surat Keterangan Penghasilan Orang Tua' : 'Surat Keterangan Usaha',
  addressee: names[seq % 3] ?? '',
  state: 'issued',
  reason: null,
  signedBy: 'Kepala Desa',
  handedOverAt: '2026-11-24T10:15:00+07:00',
  handedOverBy: 'Dewi Lestari',
  ...more,
});

const november: RegisterEntry[] = [
  ...Array.from({ length: 57 }, (_, at) => entry(at + 1)),
  entry(58, { state: 'void', reason: `Salah ketik nama pemohon. ${'Dibuat ulang dengan nomor lain. '.repeat(11)}` }),
  entry(59, { state: 'reserved', addressee: '', signedBy: '', handedOverAt: null, subject: 'x'.repeat(120) }),
];

const set = (more: Partial<PrintedBookInput> = {}) =>
  renderBook(
    printedBook({
      book: 'agenda',
      entries: november,
      village: sampleVillage({ paper: 'F4' }),
      unitType: 'desa',
      year: 2026,
      month: 11,
      register: null,
      date: '2026-11-30',
      ...more,
    }),
    fonts,
  );

describe('a printed register', () => {
  it.each([
    ['agenda', 'A4'],
    ['ekspedisi', 'F4'],
  ] as const)(
    'of the %s on %s lies, keeps within its margins, and has its headings on every page',
    async (book, paper) => {
      const pages = placesOf(await set({ book, village: sampleVillage({ paper }) }));
      expect(pages.length).toBeGreaterThan(2);
      for (const [i, { width, height, words }] of pages.entries()) {
        expect(width).toBeGreaterThan(height);
        const said = words.map(({ text }) => text).join(' ');
        expect(said).toContain('Ditujukan kepada');
        expect(said).toMatch(new RegExp(`${i + 1} / ${pages.length}$`));
        for (const { text, box } of words) {
          expect(box[0], text).toBeGreaterThan(55);
          expect(box[2], text).toBeLessThan(width - 34);
          expect(box[1], text).toBeGreaterThan(30);
          expect(box[3], text).toBeLessThan(height - 20);
        }
      }
    },
  );

  it('says every entry, the void one with its reason and the reserved one as such, and has room to sign', async () => {
    const said = wordsOf(await set()).join(' ');
    for (const { number } of november) expect(said).toContain(number);
    expect(said).toContain('Batal: Salah ketik nama');
    expect(said).toContain('Dicadangkan,');
    expect(said).toContain('BUKU AGENDA SURAT KELUAR');
    expect(said).toContain('November 2026');
    expect(said).toMatch(/Mengetahui, .*KEPALA DESA/);
    expect(said).toContain('30 November 2026 SEKRETARIS DESA');
  });

  it('has the same bytes every time', async () => {
    const entries = november.slice(-5);
    expect((await set({ entries })).equals(await set({ entries }))).toBe(true);
  });

  it('says so where there is nothing in it', async () => {
    const said = wordsOf(await set({ entries: [], book: 'ekspedisi', month: null, register: 'surat_nikah' })).join(' ');
    expect(said).toContain('NIHIL');
    expect(said).toContain('Surat nikah, Tahun 2026');
    expect(said).toContain('1 / 1');
  });
});
