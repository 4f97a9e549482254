import type { commonErrors } from '../../../contract/base.ts';
import type { FleetProblem, fleet, StatusBody } from '../../../contract/fleet.ts';
import type { CodesIn } from '../../client/presses.ts';
import { type Language, wordsFrom } from '../index.ts';

/** The words of the page on what the regency is told; they are loaded when it is opened. */

/** What the hub can refuse beside what any page may meet. */
type Refusal = Exclude<CodesIn<typeof fleet>, keyof typeof commonErrors | 'REQUEST_KEY_REUSED'>;

const n = (value: number) => value.toLocaleString('id-ID');
const e = (value: number) => value.toLocaleString('en-GB');
const hours = (value: number) => (value === 1 ? '1 hour' : `${e(value)} hours`);

const id = {
  title: 'Laporan ke kabupaten',
  detail: 'Keadaan mesin ini sehari sekali, tanpa data pribadi.',
  problems: {
    no_village: 'Mesin ini belum tahu desa atau kelurahannya. Isi data kantor di halaman Surat, atau pasang site.json.',
  } satisfies Record<Exclude<FleetProblem, 'other_machine'>, string>,
  site: (problem: string) => `Berkas site.json tidak dipakai: ${problem}`,
  machine: {
    title: 'Mesin ini diganti, atau salinan?',
    detail: 'Data di sini dibuat di mesin lain. Anjungan tetap melayani, tetapi belum melapor.',
    moved: 'Mesin lama diganti',
    movedNote: 'Mesin lama tidak dipakai lagi. Mesin ini meneruskan laporannya.',
    copy: 'Mesin ini salinan',
    copyNote: 'Mesin lama masih dipakai. Mesin ini mendapat kunci sendiri.',
    copyWarning: 'Salinan juga memuat data warga. Jangan dipakai di kantor lain.',
    sure: { moved: 'Mesin lama sudah tidak dipakai?', copy: 'Mesin lama masih dipakai?' },
    cannot: 'Jawaban ini tidak dapat diubah.',
    yes: { moved: 'Ya, diganti', copy: 'Ya, salinan' },
    done: 'Jawaban disimpan.',
  },
  code: {
    title: 'Foto kode ini',
    detail: 'Kirim fotonya ke petugas kabupaten bila tidak ada internet.',
    label: 'Kode QR laporan terbaru',
    none: 'Belum ada laporan.',
    make: 'Buat laporan baru',
    made: 'Laporan baru sudah dibuat.',
    save: 'Simpan berkas',
    put: 'Salin ke tempat cadangan kedua',
    putDone: (name: string) => `Tersimpan: ${name}`,
    putNote: 'Untuk menyalin ke flash disk, atur tempat cadangan kedua lebih dahulu.',
  },
  told: {
    title: 'Isi laporan',
    at: 'Dibuat',
    village: 'Kantor',
    printer: 'Printer',
    clock: 'Jam mesin',
    clockIs: { yes: 'Benar', no: 'Belum dipastikan' },
    backup: 'Cadangan terakhir',
    backupAge: (age: number) => `${n(age)} jam lalu`,
    noBackup: 'Belum ada',
    disk: 'Ruang simpan',
    disks: { good: 'Cukup', low: 'Hampir penuh', full: 'Penuh', unknown: 'Tidak diketahui' } satisfies Record<
      StatusBody['disk'],
      string
    >,
    tickets: 'Nomor antrean hari itu',
    waiting: 'Permohonan berjalan',
    version: 'Versi',
    count: n,
  },
  send: {
    title: 'Kirim lewat internet',
    detail: 'Sekali sehari, siang hari. Bila gagal, dicoba lagi sendiri.',
    address: 'Alamat penerima',
    hint: 'Diberikan kabupaten, diawali https://. Kosongkan bila tidak dikirim.',
    wrong: 'Alamat harus diawali https://',
    save: 'Simpan',
    saved: 'Alamat disimpan.',
    sent: (when: string) => `Terakhir terkirim ${when}.`,
    never: 'Belum ada yang terkirim.',
    unsent: (count: number) => `${n(count)} laporan menunggu dikirim.`,
    failing: 'Penerima belum terjangkau. Dicoba lagi sendiri.',
  },
  key: {
    title: 'Pengenal mesin',
    detail: 'Bacakan lewat telepon bila petugas kabupaten bertanya.',
  },
  refusals: {
    CANNOT_REPORT: 'Mesin ini belum dapat melapor.',
    SECOND_PLACE_GONE: 'Tempat cadangan kedua tidak ada. Pasang flash disk, lalu coba lagi.',
    NOT_ASKED: 'Pertanyaan ini sudah dijawab.',
  } satisfies Record<Refusal, string>,
};

type FleetWords = typeof id;

const en: FleetWords = {
  title: 'Reports to the regency',
  detail: 'How this machine is, once a day, without personal data.',
  problems: {
    no_village:
      'This machine does not know its village yet. Fill in the office on the Letters page, or give it a site.json.',
  },
  site: (problem) => `The file site.json is not used: ${problem}`,
  machine: {
    title: 'Is this a new machine, or a copy?',
    detail: 'The data here were made on another machine. Anjungan works on, but does not report yet.',
    moved: 'The old machine was replaced',
    movedNote: 'The old machine is out of use. This one goes on reporting in its place.',
    copy: 'This machine is a copy',
    copyNote: 'The old machine is still in use. This one gets a key of its own.',
    copyWarning: 'A copy holds residents’ data too. Do not use it in another office.',
    sure: { moved: 'Is the old machine out of use?', copy: 'Is the old machine still in use?' },
    cannot: 'This answer cannot be changed.',
    yes: { moved: 'Yes, replaced', copy: 'Yes, a copy' },
    done: 'The answer is saved.',
  },
  code: {
    title: 'Photograph this code',
    detail: 'Send the photo to the regency where there is no internet.',
    label: 'QR code of the newest report',
    none: 'There is no report yet.',
    make: 'Make a new report',
    made: 'A new report is made.',
    save: 'Save as file',
    put: 'Copy to the second backup place',
    putDone: (name) => `Saved: ${name}`,
    putNote: 'To copy to a stick, set the second place of the backups first.',
  },
  told: {
    title: 'What it says',
    at: 'Made',
    village: 'Office',
    printer: 'Printer',
    clock: 'Clock',
    clockIs: { yes: 'Right', no: 'Not confirmed' },
    backup: 'Last backup',
    backupAge: (age) => `${hours(age)} ago`,
    noBackup: 'None yet',
    disk: 'Storage',
    disks: { good: 'Enough', low: 'Nearly full', full: 'Full', unknown: 'Unknown' },
    tickets: 'Tickets of that day',
    waiting: 'Open requests',
    version: 'Version',
    count: e,
  },
  send: {
    title: 'Send over the internet',
    detail: 'Once a day, in the early afternoon. What fails is tried again by itself.',
    address: 'Address of the receiver',
    hint: 'The regency gives it; begins with https://. Leave it empty to send nothing.',
    wrong: 'The address must begin with https://',
    save: 'Save',
    saved: 'The address is saved.',
    sent: (when) => `Last sent ${when}.`,
    never: 'Nothing has been sent yet.',
    unsent: (count) => (count === 1 ? '1 report waits to be sent.' : `${e(count)} reports wait to be sent.`),
    failing: 'The receiver is out of reach. It is tried again by itself.',
  },
  key: {
    title: 'Fingerprint of this machine',
    detail: 'Read it out by telephone when the regency asks.',
  },
  refusals: {
    CANNOT_REPORT: 'This machine cannot report yet.',
    SECOND_PLACE_GONE: 'The second backup place is not there. Plug in the stick, then try again.',
    NOT_ASKED: 'This question was answered already.',
  },
};

export const fleetWords: Record<Language, FleetWords> = { id, en };

export const useFleetWords = wordsFrom(fleetWords);
