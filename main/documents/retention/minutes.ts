import type { VillageFile } from '../../../contract/village.ts';
import type { LetterDocument } from '../letters/letter-document.ts';
import {
  districtName,
  letterheadAddress,
  letterheadLines,
  officeName,
  signingLines,
  type UnitType,
  villageName,
} from '../letters/office.ts';
import { writtenNip } from '../letters/signatures.ts';
import { writtenDate, writtenWeekday } from '../letters/written-values.ts';

export interface MinutesInput {
  readonly village: VillageFile;
  readonly unitType: UnitType;
  readonly minutesNumber: string;
  /** `2026-11-24` */
  readonly minutesDate: string;
  readonly witnesses: readonly string[];
  /** Oldest first. */
  readonly letters: readonly {
    readonly number: string;
    readonly subject: string;
    readonly date: string;
    readonly state: 'issued' | 'void';
  }[];
}

/** The berita acara of letters that are destroyed (UU 43/2009, art. 51: with witnesses, and a list). Without emblem. */
export function composeMinutes({ village, unitType, letters, ...its }: MinutesInput): LetterDocument {
  const office = officeName(village, unitType);
  const head =
    village.officials.find(({ signsAs }) => signsAs === 'own') ??
    village.officials.find(({ signsAs }) => signsAs === 'Plt.' || signsAs === 'Plh.') ??
    village.officials[0];
  const text = (words: string) => ({ kind: 'text' as const, text: words, align: 'justify' as const });
  return {
    paper: village.paper,
    letterhead: {
      lines: letterheadLines(village, unitType),
      address: letterheadAddress(village),
      logo: null,
    },
    model: null,
    title: 'BERITA ACARA PEMUSNAHAN ARSIP',
    number: `Nomor: ${its.minutesNumber}`,
    to: [],
    body: [
      text(
        `Pada hari ini, ${writtenWeekday(its.minutesDate)} tanggal ${writtenDate(its.minutesDate)}, bertempat di Kantor ${office}, Kecamatan ${districtName(village)}, telah dilaksanakan pemusnahan arsip surat keluar sebanyak ${letters.length} surat yang telah habis masa simpannya, berdasarkan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan.`,
      ),
      text(
        'Pemusnahan dilakukan dengan menghapus naskah, berkas cetak, dan data pribadi dalam surat dari pangkalan data secara permanen, dengan disaksikan oleh para saksi yang menandatangani berita acara ini. Nomor, tanggal, dan jenis surat tetap tercatat dalam buku agenda. Surat yang dimusnahkan adalah:',
      ),
      {
        kind: 'table',
        head: ['No.', 'Nomor surat', 'Tanggal surat', 'Jenis surat', 'Keterangan'],
        rows: letters.map(({ number, date, subject, state }, i) => [
          `${i + 1}.`,
          number,
          date.split('-').reverse().join('-'),
          subject,
          state === 'void' ? 'Batal' : '-',
        ]),
      },
      text('Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.'),
    ],
    signature: {
      placeAndDate: `${villageName(village)}, ${writtenDate(its.minutesDate)}`,
      lines: head ? signingLines(head, village, unitType) : [office],
      name: head?.name ?? '',
      rank: head?.rank ?? null,
      nip: head?.nip ? writtenNip(head.nip) : null,
      knownBy: null,
      cosigners: its.witnesses.map((name, i) => ({ role: `Saksi ${i + 1}`, name, dutyStamp: false })),
    },
    notes: [],
    token: null,
    watermark: null,
  };
}
