import type { Outcomes } from '../../contract/statistics.ts';
import type { Fact } from './facts.ts';

export type Language = 'id' | 'en';

/** The headings and fixed values of an export. */
export interface ExportWords {
  readonly file: string;
  readonly tickets: string;
  readonly days: string;
  readonly services: string;
  readonly counters: string;
  readonly people: string;
  readonly date: string;
  readonly number: string;
  readonly letter: string;
  readonly service: string;
  readonly endedAt: string;
  readonly counter: string;
  readonly person: string;
  readonly priority: string;
  readonly yes: string;
  readonly no: string;
  readonly origin: string;
  readonly origins: Readonly<Record<Fact['origin'], string>>;
  readonly takenAt: string;
  readonly calledAt: string;
  readonly waitMinutes: string;
  readonly serviceMinutes: string;
  readonly files: string;
  readonly state: string;
  readonly states: Readonly<Record<Fact['state'], string>>;
  readonly promiseFrom: string;
  readonly promiseTo: string;
  readonly outcomes: Readonly<Record<keyof Outcomes, string>>;
  readonly movedIn: string;
  readonly movedOut: string;
  readonly waitMedian: string;
  readonly waitP90: string;
  readonly serviceMedian: string;
  readonly serviceP90: string;
  readonly promised: string;
  readonly kept: string;
  readonly promiseError: string;
}

const indonesian: ExportWords = {
  file: 'statistik-antrean',
  tickets: 'Nomor',
  days: 'Hari',
  services: 'Layanan per hari',
  counters: 'Loket',
  people: 'Petugas',
  date: 'Tanggal',
  number: 'Nomor',
  letter: 'Huruf',
  service: 'Layanan',
  endedAt: 'Layanan akhir',
  counter: 'Loket',
  person: 'Petugas',
  priority: 'Prioritas',
  yes: 'ya',
  no: 'tidak',
  origin: 'Asal',
  origins: { taken: 'diambil', following: 'lanjutan', carried: 'dari hari sebelumnya', spare: 'cadangan' },
  takenAt: 'Diambil pukul',
  calledAt: 'Terakhir dipanggil pukul',
  waitMinutes: 'Menunggu (menit)',
  serviceMinutes: 'Dilayani (menit)',
  files: 'Berkas',
  state: 'Keadaan',
  states: {
    waiting: 'menunggu',
    called: 'dipanggil',
    serving: 'dilayani',
    done: 'selesai',
    no_show: 'tidak hadir',
    parked: 'ditunda',
    cancelled: 'dibatalkan',
  },
  promiseFrom: 'Janji dari (menit)',
  promiseTo: 'Janji sampai (menit)',
  outcomes: {
    taken: 'Diambil',
    served: 'Selesai',
    noShow: 'Tidak hadir',
    cancelled: 'Dibatalkan',
    waiting: 'Masih menunggu',
    parked: 'Ditunda',
    atCounter: 'Di loket',
  },
  movedIn: 'Dialihkan masuk',
  movedOut: 'Dialihkan keluar',
  waitMedian: 'Menunggu median (menit)',
  waitP90: 'Menunggu persentil 90 (menit)',
  serviceMedian: 'Dilayani median (menit)',
  serviceP90: 'Dilayani persentil 90 (menit)',
  promised: 'Dengan janji',
  kept: 'Janji ditepati',
  promiseError: 'Selisih janji rata-rata (menit)',
};

const english: ExportWords = {
  file: 'queue-statistics',
  tickets: 'Tickets',
  days: 'Days',
  services: 'Services by day',
  counters: 'Counters',
  people: 'Staff',
  date: 'Date',
  number: 'Number',
  letter: 'Letter',
  service: 'Service',
  endedAt: 'Ended at service',
  counter: 'Counter',
  person: 'Staff',
  priority: 'Priority',
  yes: 'yes',
  no: 'no',
  origin: 'Origin',
  origins: { taken: 'taken', following: 'next matter', carried: 'from an earlier day', spare: 'spare number' },
  takenAt: 'Taken at',
  calledAt: 'Last called at',
  waitMinutes: 'Waited (minutes)',
  serviceMinutes: 'Served (minutes)',
  files: 'Files',
  state: 'State',
  states: {
    waiting: 'waiting',
    called: 'called',
    serving: 'being served',
    done: 'done',
    no_show: 'no-show',
    parked: 'put aside',
    cancelled: 'cancelled',
  },
  promiseFrom: 'Promised from (minutes)',
  promiseTo: 'Promised to (minutes)',
  outcomes: {
    taken: 'Taken',
    served: 'Served',
    noShow: 'No-show',
    cancelled: 'Cancelled',
    waiting: 'Still waiting',
    parked: 'Put aside',
    atCounter: 'At a counter',
  },
  movedIn: 'Moved in',
  movedOut: 'Moved out',
  waitMedian: 'Wait median (minutes)',
  waitP90: 'Wait 90th percentile (minutes)',
  serviceMedian: 'Service median (minutes)',
  serviceP90: 'Service 90th percentile (minutes)',
  promised: 'With a promise',
  kept: 'Promises kept',
  promiseError: 'Mean promise error (minutes)',
};

export const exportWords: Readonly<Record<Language, ExportWords>> = { id: indonesian, en: english };
