import type { commonErrors } from '../../../contract/base.ts';
import type { UpdateAnswer, UpdatesOff, UpdateWait, updates } from '../../../contract/updates.ts';
import type { CodesIn } from '../../client/presses.ts';
import { type Language, wordsFrom } from '../index.ts';

/** The words of the page on new versions of the program; they are loaded when it is opened. */

/** What the hub can refuse beside what any page may meet. */
type Refusal = Exclude<CodesIn<typeof updates>, keyof typeof commonErrors | 'REQUEST_KEY_REUSED'>;

const id = {
  title: 'Pembaruan',
  detail: 'Versi program di mesin ini, dan kapan versi baru boleh dipasang.',
  check: 'Periksa sekarang',
  checking: 'Memeriksa…',
  version: {
    title: (version: string) => `Versi ${version}`,
    detail: 'Yang berjalan sekarang.',
    channel: (channel: string) => `Saluran ${channel}`,
    onProbation: 'Versi ini sedang dicoba. Nomor antrean dibuka lagi setelah tiga menit tanpa gangguan.',
    server: 'Server',
    quietHours: 'Waktu pemasangan',
    between: (from: string, until: string) =>
      `Pukul ${from.replace(':', '.')} sampai ${until.replace(':', '.')}, saat tidak ada layanan`,
    lastCheck: 'Pemeriksaan terakhir',
    never: 'Belum pernah sejak program ini dinyalakan',
  },
  off: {
    not_set_up:
      'Mesin ini tidak mencari versi baru: alamat servernya belum ditentukan. Pembaruan dibawa teknisi kabupaten.',
    switched_off: 'Pencarian versi baru dimatikan oleh teknisi.',
    settings_wrong: 'Pengaturan pembaruan salah, jadi versi baru tidak dicari. Hubungi teknisi kabupaten.',
    no_keys: 'Program ini tidak membawa kunci untuk mengenali versi yang asli. Hubungi teknisi kabupaten.',
  } satisfies Record<UpdatesOff, string>,
  wrong: (what: string) => `Untuk teknisi: ${what}`,
  answers: {
    handed_over: 'Versi baru diserahkan untuk dipasang.',
    waiting: 'Ada versi baru; belum waktunya dipasang.',
    up_to_date: 'Tidak ada versi yang lebih baru.',
    failed_here: 'Versi yang ditawarkan pernah gagal di mesin ini, jadi tidak dipasang lagi.',
    later_stage: 'Ada versi baru; mesin ini mendapat giliran belakangan.',
    not_for_this_machine: 'Yang ditawarkan bukan untuk mesin seperti ini.',
    old_release: 'Server menawarkan rilis lama; ditolak.',
    not_genuine: 'Yang ditawarkan tidak bertanda tangan sah; ditolak.',
    damaged: 'Berkas yang diambil rusak; dicoba lagi nanti.',
    disk_full: 'Ruang penyimpanan tidak cukup.',
    no_release: 'Server belum punya versi untuk mesin ini.',
    unreachable: 'Server tidak dapat dihubungi; dicoba lagi nanti.',
  } satisfies Record<UpdateAnswer, string>,
  offered: {
    title: (version: string) => `Versi ${version} tersedia`,
    waits: {
      to_be_fetched: 'Sedang diambil sedikit demi sedikit, supaya jaringan kantor tidak lambat.',
      to_be_installed: 'Segera dipasang.',
      no_installer: 'Mesin ini tidak disiapkan untuk memasang sendiri. Hubungi teknisi kabupaten.',
      paused: 'Ditunda oleh pengawas.',
      on_probation: 'Menunggu versi yang sekarang selesai dicoba.',
      disk_full: 'Ruang penyimpanan tidak cukup.',
      session_ending: 'Komputer sedang dimatikan.',
      lounge_open: 'Menunggu sampai semua layanan tutup.',
      clock_doubted: 'Jam mesin ini belum dipastikan. Pastikan dulu di anjungan.',
      outside_quiet_hours: 'Sudah diambil; dipasang pada waktu pemasangan.',
      no_fresh_backup: 'Menunggu cadangan data yang baru.',
    } satisfies Record<UpdateWait, string>,
  },
  pause: {
    title: 'Tunda pembaruan',
    detail: 'Untuk hari yang ramai. Selama ditunda, tidak ada yang diambil atau dipasang.',
    until: (when: string) => `Ditunda sampai ${when}.`,
    resume: 'Lanjutkan sekarang',
    days: (count: number) => `${count} hari`,
    choose: 'Tunda selama',
  },
  history: {
    title: 'Riwayat versi',
    failedTitle: 'Pernah gagal di mesin ini',
    failed: (version: string) => `Versi ${version} dikembalikan dan tidak dipasang lagi`,
    none: 'Belum ada.',
  },
  refusals: {
    UPDATES_OFF: 'Mesin ini tidak mencari versi baru.',
  } satisfies Record<Refusal, string>,
};

type UpdateWords = typeof id;

const en: UpdateWords = {
  title: 'Updates',
  detail: 'The version on this machine, and when a newer one may be installed.',
  check: 'Check now',
  checking: 'Checking…',
  version: {
    title: (version) => `Version ${version}`,
    detail: 'What runs now.',
    channel: (channel) => `Channel ${channel}`,
    onProbation: 'This version is being tried. Numbers are given again after three minutes without trouble.',
    server: 'Server',
    quietHours: 'Time of installing',
    between: (from, until) => `From ${from} to ${until}, while no service is open`,
    lastCheck: 'Last check',
    never: 'Not since this program was started',
  },
  off: {
    not_set_up: "This machine looks for no new versions: no server is set. The regency's technician brings updates.",
    switched_off: 'A technician has switched off looking for new versions.',
    settings_wrong:
      "The settings of updates are wrong, so no new version is looked for. Call the regency's technician.",
    no_keys: "This program came without a key to know a genuine version by. Call the regency's technician.",
  },
  wrong: (what) => `For a technician: ${what}`,
  answers: {
    handed_over: 'A new version was handed over to be installed.',
    waiting: 'There is a new version; it is not time to install it yet.',
    up_to_date: 'There is no newer version.',
    failed_here: 'The version offered has failed on this machine before, so it is not installed again.',
    later_stage: "There is a new version; this machine's turn comes later.",
    not_for_this_machine: 'What is offered is not for a machine like this.',
    old_release: 'The server offers an old release; it was refused.',
    not_genuine: 'What is offered has no valid signature; it was refused.',
    damaged: 'The file that was fetched is damaged; it is tried again later.',
    disk_full: 'There is not enough room on the disk.',
    no_release: 'The server has no version for this machine yet.',
    unreachable: 'The server cannot be reached; it is tried again later.',
  },
  offered: {
    title: (version) => `Version ${version} is available`,
    waits: {
      to_be_fetched: "It is being fetched bit by bit, so that the office's network stays quick.",
      to_be_installed: 'It is about to be installed.',
      no_installer: "This machine was not set up to install by itself. Call the regency's technician.",
      paused: 'Put off by a supervisor.',
      on_probation: 'Waits until the present version has been tried.',
      disk_full: 'There is not enough room on the disk.',
      session_ending: 'The computer is being shut down.',
      lounge_open: 'Waits until every service is closed.',
      clock_doubted: "This machine's clock is not confirmed. Confirm it at the kiosk first.",
      outside_quiet_hours: 'Fetched; it is installed at the time of installing.',
      no_fresh_backup: 'Waits for a fresh backup.',
    },
  },
  pause: {
    title: 'Put off updates',
    detail: 'For a busy day. Meanwhile nothing is fetched or installed.',
    until: (when) => `Put off until ${when}.`,
    resume: 'Go on now',
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    choose: 'Put off for',
  },
  history: {
    title: 'Versions so far',
    failedTitle: 'Failed on this machine',
    failed: (version) => `Version ${version} was taken back and is not installed again`,
    none: 'None yet.',
  },
  refusals: {
    UPDATES_OFF: 'This machine looks for no new versions.',
  },
};

export const updateWords: Record<Language, UpdateWords> = { id, en };

export const useUpdateWords = wordsFrom(updateWords);
