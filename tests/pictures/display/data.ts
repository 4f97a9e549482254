import type { DisplaySnapshot } from '../../../contract/display.ts';
import type { Call } from '../../../contract/queue.ts';
import type { Scene } from './stand-in.ts';

/** A Tuesday morning on the screens of the lounge. */

export const at = '2026-11-24T09:14:20+07:00';
type Counter = DisplaySnapshot['counters'][number];

export const counter = (id: string, number: string | null, change: Partial<Counter> = {}): Counter => ({
  id,
  name: { id: `Loket ${id}`, en: `Counter ${id}` },
  state: 'open',
  pauseReason: null,
  number,
  ...change,
});
export const paused = (id: string, pauseReason: Counter['pauseReason']): Counter =>
  counter(id, null, { state: 'paused', pauseReason });
export const closed = (id: string): Counter => counter(id, null, { state: 'closed' });

const call = (callSeq: number, { id, name, number }: Counter): Call => ({
  callSeq,
  number: number ?? '',
  counterId: id,
  counterName: name,
  calledAt: at,
});

/** The last counter called last. */
export function snapshotOf(counters: readonly Counter[], change: Partial<DisplaySnapshot> = {}): DisplaySnapshot {
  const calls = counters.filter(({ number }) => number !== null).map((each, index) => call(index + 1, each));
  return {
    at,
    timeZone: 'Asia/Jakarta',
    name: { id: 'Lounge Pelayanan Publik', en: 'Public Service Lounge' },
    counters: [...counters],
    calls: [...calls].reverse(),
    announcements: calls.slice(-1),
    missed: [],
    texts: [
      {
        id: 'Siapkan KTP dan Kartu Keluarga sebelum dipanggil. Pelayanan ini tidak dipungut biaya.',
        en: 'Have your ID card and family card ready. This service is free of charge.',
      },
    ],
    nextBreak: { from: '2026-11-24T11:30:00+07:00', to: '2026-11-24T13:00:00+07:00' },
    sound: { volume: 0.8, mutedUntil: null, english: false },
    ...change,
  };
}

export const three = [counter('1', 'A020'), counter('2', 'F005'), counter('3', 'C012')];
export const eleven = [
  ...three,
  counter('4', 'K003'),
  paused('5', 'break'),
  counter('6', 'A021'),
  counter('7', null),
  closed('8'),
  counter('9', 'L014'),
  counter('10', 'H007'),
  counter('12', 'R101'),
];

const named = (id: string, number: string | null, id_: string, en: string) =>
  counter(id, number, { name: { id: id_, en } });
/** As long as a counter's name gets on one line. */
export const namedByWord = [
  named('1', 'A020', 'Loket Perizinan', 'Counter Permits'),
  named('2', 'F005', 'Loket Informasi', 'Counter Enquiries'),
  named('3', 'C012', 'Loket Prioritas', 'Counter Priority'),
];
export const longNamed = [
  named('1', 'A020', 'Meja Pengaduan dan Informasi', 'Complaints and Enquiries Desk'),
  named('2', 'F005', 'Ruang Verifikasi Dokumen', 'Document Verification Room'),
  named('3', 'C012', 'Loket Administrasi Kependudukan', 'Civil Registration Counter'),
];

export const manyMissed = ['C009', 'A017', 'F002', 'K001', 'L011', 'A013', 'R098', 'H004'];

export const longText = {
  id: 'Pengambilan KTP elektronik, Kartu Keluarga, akta kelahiran, akta kematian, surat pindah dan surat keterangan dari desa yang permohonannya sudah diterima sebelum tanggal 17 November 2026 dapat dilakukan di Loket 4 pada hari kerja pukul 08.00–14.30 dengan membawa bukti permohonan dan kartu identitas asli. Terima kasih.',
  en: 'Electronic ID cards, family cards, birth and death certificates, moving letters and village letters requested before 17 November 2026 can be collected at Counter 4 on working days from 08:00 to 14:30; please bring the proof of your request and an original identity card. Thank you.',
};

export const morning: Scene = {
  snapshot: snapshotOf(three, { missed: ['C009'] }),
  up: true,
  sound: 'on',
  language: 'id',
  counters: null,
  announcing: false,
  media: [],
};
