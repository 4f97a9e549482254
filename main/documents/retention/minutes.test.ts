import { expect, it } from 'vitest';
import { namedVillage } from '../../../tests/letters/village-office.ts';
import { letterDocument } from '../letters/letter-document.ts';
import { textOf } from '../letters/lines.ts';
import { composeMinutes } from './minutes.ts';

const minutes = (unitType: 'desa' | 'kelurahan' = 'desa') =>
  composeMinutes({
    village: namedVillage,
    unitType,
    minutesNumber: '045.2/07/429.511.08/2031',
    minutesDate: '2031-11-26',
    witnesses: ['Endang Setyowati, Sekretaris Desa', 'Slamet, Kasi Pemerintahan', 'Tutik, Kaur Umum'],
    letters: [
      {
        number: '500.2.2.4/001/429.511.08/2026',
        subject: 'Surat Keterangan Usaha',
        date: '2026-11-24',
        state: 'issued',
      },
      { number: '500.2.2.4/002/429.511.08/2026', subject: 'Surat Keterangan Usaha', date: '2026-11-25', state: 'void' },
    ],
  });

it('a berita acara says when, which letters, and who was there', () => {
  expect(letterDocument.parse(minutes())).toEqual(minutes());
  const text = textOf(minutes()).join('\n');
  expect(text).toContain('BERITA ACARA PEMUSNAHAN ARSIP\nNomor: 045.2/07/429.511.08/2031');
  expect(text).toContain('Pada hari ini, Rabu tanggal 26 November 2031');
  expect(text).toContain('sebanyak 2 surat');
  expect(text).toContain('1. 500.2.2.4/001/429.511.08/2026 24-11-2026 Surat Keterangan Usaha -');
  expect(text).toContain('2. 500.2.2.4/002/429.511.08/2026 25-11-2026 Surat Keterangan Usaha Batal');
  for (const words of ['Saksi 3\nTutik, Kaur Umum', 'KEPALA DESA', 'H. Abdul Rohman, S.Sos.'])
    expect(text).toContain(words);
  expect(textOf(minutes('kelurahan')).join('\n')).toContain('LURAH');
});
