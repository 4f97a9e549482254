import { describe, expect, it } from 'vitest';
import { sampleVillage } from '../../../tests/doubles/letters/sample-letters.ts';
import { type PrintedBookInput, printedBook } from './printed-book.ts';

const printed = (more: Partial<PrintedBookInput> = {}) =>
  printedBook({
    book: 'agenda',
    entries: [],
    village: sampleVillage(),
    unitType: 'desa',
    year: 2026,
    month: 11,
    register: null,
    date: '2026-12-01',
    ...more,
  });

const nobody = sampleVillage({
  officials: [{ id: 'kasi', name: 'Rina', position: 'Kasi Pelayanan', nip: null, rank: null, signsAs: 'u.b.' }],
});

describe('a register on paper', () => {
  it('is seen by the head and kept by the secretary, on the day on which it is printed', () => {
    const [head, secretary] = printed().signatures;
    expect(head).toMatchObject({ above: ['Mengetahui,', 'KEPALA DESA TAMBAKREJO'] });
    expect(secretary).toMatchObject({
      above: ['Tambakrejo, 1 Desember 2026', 'SEKRETARIS DESA'],
      name: 'Dewi Lestari, S.E.',
      below: ['Penata Tk. I', 'NIP 19850317 201001 2 004'],
    });
  });

  it('leaves room to write a name where the village has put in none', () => {
    expect(printed({ village: nobody, unitType: 'kelurahan' }).signatures).toEqual([
      { above: ['Mengetahui,', 'LURAH TAMBAKREJO'], name: '', below: [] },
      { above: ['Tambakrejo, 1 Desember 2026', 'SEKRETARIS KELURAHAN'], name: '', below: [] },
    ]);
  });

  it('says of what time and register it is', () => {
    expect(printed().subtitle).toBe('Desa Tambakrejo, November 2026');
    expect(printed({ month: null, register: 'surat_keterangan' }).subtitle).toBe(
      'Desa Tambakrejo, Surat keterangan, Tahun 2026',
    );
  });
});
