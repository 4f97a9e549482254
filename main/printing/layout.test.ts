import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type Mark, wordsOf } from '../../tests/doubles/printer/decoder.ts';
import { anyText } from '../../tests/printing/any-text.ts';
import { bytesOf, printerOf } from '../../tests/printing/golden-slips.ts';
import { englishSlip, sampleSlip } from '../../tests/printing/sample-slip.ts';
import { encodeTicket } from './encode.ts';
import type { TicketSlip } from './slip.ts';

/** Dots of the papers on which so many letters fit. */
const dotsOf = { 48: 576, 45: 546, 42: 512, 32: 384 } as const;
type Columns = keyof typeof dotsOf;
const widths = [48, 45, 42, 32] as const;
const longestService =
  'Penerbitan Surat Keterangan Pindah Warga Negara Indonesia Antar-Kabupaten/Kota dan Antar-Provinsi';

function printed(slip: TicketSlip, columns: Columns = 48): Mark[] {
  return decode(bytesOf(encodeTicket(slip, printerOf(dotsOf[columns]))));
}

function lines(slip: TicketSlip, columns: Columns = 48): string[] {
  return wordsOf(printed(slip, columns));
}

/** Folded lines joined again, for sentences that stand on two lines of narrow paper. */
function words(slip: TicketSlip, columns: Columns = 48): string {
  return lines(slip, columns).join(' ');
}

function numberLine(slip: TicketSlip, columns: Columns): Extract<Mark, { kind: 'line' }> | undefined {
  return printed(slip, columns).find((mark) => mark.kind === 'line' && mark.text === slip.number) as never;
}

describe('a ticket on paper', () => {
  it('says everything in the order a person needs it', () => {
    expect(lines(sampleSlip({ priority: true }))).toEqual([
      'Lounge Pelayanan Publik',
      'Kabupaten Banyuwangi',
      'Surat keterangan desa',
      'Nomor antrean Anda',
      'A017',
      'Prioritas',
      '2 orang di depan Anda',
      'Kira-kira 20-30 menit',
      'Siapkan: KTP dan Kartu Keluarga',
      'Selasa, 24 November 2026, pukul 09.14',
      'Jika terlewat, tunjukkan kertas ini di loket.',
      'Nomor bisa dipanggil tidak berurutan.',
      'Pengaduan: WA 0811-3555-000 atau lapor.go.id',
    ]);
  });

  it.each(widths)(
    'carries a code for our scanners, large enough, with quiet paper around it, on %i columns',
    (columns) => {
      const marks = printed(sampleSlip(), columns);
      const at = marks.findIndex((mark) => mark.kind === 'qr');
      expect(marks[at]).toEqual({
        kind: 'qr',
        data: 'ANJ1:01890a5d-ac96-774b-bcce-b302099a8057',
        module: 6,
        correction: 'M',
      });
      expect(marks[at - 1]).toEqual({ kind: 'feed', lines: 1 });
      expect(marks[at + 1]).toEqual({ kind: 'feed', lines: 1 });
      expect(marks.at(-1)).toEqual({ kind: 'cut', partial: true });
    },
  );

  it.each([
    ['A017', 48, 8],
    ['A1000', 48, 8],
    ['AA1000', 48, 7],
    ['A017', 32, 7],
    ['A1000', 32, 6],
    ['AA1000', 32, 5],
    ['AA1000', 45, 7],
    ['A017', 42, 8],
  ] as const)('prints %s on %i columns at %i times the normal size', (number, columns, size) => {
    const line = numberLine(sampleSlip({ number }), columns);
    expect(line).toMatchObject({ width: size, height: size, align: 'centre' });
    expect(line?.columns).toBeLessThanOrEqual(columns - 2);
  });

  it('marks a reprint at a glance, and only a reprint', () => {
    const reprint = { nth: 2, at: '2026-11-24T09:41:00+07:00' };
    for (const columns of widths) {
      const mark = printed(sampleSlip({ reprint }), columns).find(
        (one) => one.kind === 'line' && one.text === 'CETAK ULANG (2)',
      );
      expect(mark).toMatchObject({ width: 2, height: 2, bold: true });
    }
    expect(words(englishSlip({ reprint }), 32)).toContain('CETAK ULANG (2)');
    expect(words(sampleSlip())).not.toMatch(/ulang|Diambil/i);
  });

  it('says of a reprint when it was printed, beside when the number was taken', () => {
    const reprint = { nth: 1, at: '2026-11-24T09:41:00+07:00' };
    const slip = sampleSlip({ reprint, peopleAhead: 1, promise: null });
    expect(words(slip)).toContain('1 orang di depan Anda Dicetak ulang pukul 09.41');
    expect(words(slip)).toContain('Diambil Selasa, 24 November 2026, pukul 09.14');
    expect(words(englishSlip({ reprint }))).toContain('Printed again at 09:41');
  });

  it.each(widths)('says on %i columns where a following number comes from', (columns) => {
    const text = words(sampleSlip({ before: 'A001', promise: null }), columns);
    expect(text).toContain('2 orang di depan Anda Lanjutan nomor A001, waktu tunggu ikut dihitung');
    expect(words(englishSlip({ before: 'A001' }), columns)).toContain('Goes on from A001, with its waiting time');
  });

  it.each(widths)(
    'says large on %i columns that a number is for another day, and what becomes of the old one',
    (columns) => {
      const carried = { before: 'A019', opensAt: '2026-11-30T08:00:00+07:00', peopleAhead: null, promise: null };
      const text = words(sampleSlip(carried), columns);
      expect(text).toContain(
        'Untuk Senin, 30 November 2026 mulai pukul 08.00 Pengganti nomor A019. Kertas lama tidak berlaku.',
      );
      expect(text).toContain('Diambil Selasa, 24 November 2026');
      const marks = printed(sampleSlip(carried), columns);
      const day = marks.find((mark) => mark.kind === 'line' && mark.text.includes('Untuk Senin'));
      expect(day).toMatchObject({ height: 2, bold: true });
      expect(words(englishSlip(carried), columns)).toContain('For Monday, 30 November 2026 from 08:00');
    },
  );

  it('says nothing of a line in which nobody stands any more', () => {
    expect(words(sampleSlip({ peopleAhead: null, promise: null }))).not.toContain('di depan Anda');
  });

  it('says kindly that nobody is ahead', () => {
    expect(words(sampleSlip({ peopleAhead: 0 }))).toContain('Tidak ada orang di depan Anda');
    expect(words(englishSlip({ peopleAhead: 0 }))).toContain('Nobody is ahead of you');
    expect(words(englishSlip({ peopleAhead: 1 }))).toContain('1 person ahead of you');
  });

  it.each([
    [{ fromMinutes: 20, toMinutes: 30, notBefore: null }, 'Kira-kira 20-30 menit', 'About 20-30 minutes'],
    [{ fromMinutes: 10, toMinutes: 10, notBefore: null }, 'Kira-kira 10 menit', 'About 10 minutes'],
    [{ fromMinutes: 0, toMinutes: 5, notBefore: null }, 'Kurang dari 5 menit', 'Less than 5 minutes'],
    [{ fromMinutes: 0, toMinutes: 0, notBefore: null }, 'Sebentar lagi dipanggil', 'You will be called soon'],
    [
      { fromMinutes: 230, toMinutes: 290, notBefore: '2026-11-24T13:00:00+07:00' },
      'Setelah pukul 13.00',
      'After 13:00',
    ],
    // The turn may come before the break: nobody is sent away until after it.
    [
      { fromMinutes: 150, toMinutes: 240, notBefore: '2026-11-24T13:00:00+07:00' },
      'Kira-kira pukul 11.44-13.14',
      'About 11:44-13:14',
    ],
  ])('promises %o in plain words', (promise, id, en) => {
    expect(lines(sampleSlip({ promise }), 32)).toContain(id);
    expect(lines(englishSlip({ promise }), 32)).toContain(en);
  });

  it('promises nothing where there is no basis, and asks for nothing where nothing is needed', () => {
    const text = words(sampleSlip({ promise: null, bring: [], complaints: '', place: '' }));
    expect(text).not.toMatch(/menit|pukul 13|Siapkan|Pengaduan/);
    expect(text).toContain('2 orang di depan Anda Selasa, 24 November 2026');
  });

  it('asks for three things in one sentence and for many in a list', () => {
    expect(words(sampleSlip({ bring: ['KTP', 'KK', 'akta lahir'] }))).toContain('Siapkan: KTP, KK, dan akta lahir');
    const many = ['KTP-el asli', 'Kartu Keluarga asli', 'surat pengantar RT/RW', 'pas foto 3×4'];
    expect(lines(sampleSlip({ bring: many }), 32)).toEqual(
      expect.arrayContaining(['Siapkan:', '- KTP-el asli', '- surat pengantar RT/RW', '- pas foto 3x4']),
    );
  });

  it('tells the time of the wall beside the kiosk, wherever the machine thinks it is', () => {
    const takenAt = '2026-11-24T17:30:00Z';
    expect(words(sampleSlip({ takenAt }))).toContain('Rabu, 25 November 2026, pukul 00.30');
    expect(words(sampleSlip({ takenAt, timeZone: 'Asia/Jayapura' }))).toContain('pukul 02.30');
    expect(words(englishSlip({ takenAt }))).toContain('Wednesday, 25 November 2026, 00:30');
  });

  it.each(widths)('never breaks a word of the longest real service name on %i columns', (columns) => {
    const text = words(sampleSlip({ service: longestService }), columns);
    expect(text).toContain(longestService);
  });

  it('keeps every line on the paper and every number readable, whatever the names are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...widths),
        fc.record({ office: anyText, place: anyText, service: anyText, complaints: anyText }),
        fc.array(anyText, { maxLength: 6 }),
        fc.stringMatching(/^[A-Z]{1,2}[0-9]{3,4}$/),
        (columns, names, bring, number) => {
          const marks = printed(sampleSlip({ ...names, bring, number }), columns);
          for (const mark of marks) if (mark.kind === 'line') expect(mark.columns).toBeLessThanOrEqual(columns);
          expect(wordsOf(marks)).toContain(number);
        },
      ),
      { numRuns: 60 },
    );
  });
});
