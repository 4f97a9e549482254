import type { DiagnosticStep, Finding, StepVerdict } from '../../../contract/diagnostics.ts';

/** What fills a sentence; numbers and addresses alone. */
export type Figures = Readonly<Record<string, number | string>>;

/** What was found, what to do about it and who can. */
export interface Said {
  readonly what: (figures: Figures) => string;
  readonly act?: string;
  /** `office`: anybody who works here; `technician`: whoever looks after the machines. */
  readonly who?: 'office' | 'technician';
}

const n = (value: number | string | undefined) =>
  typeof value === 'number' ? value.toLocaleString('id-ID') : (value ?? '?');
const room = (megabytes: number | string | undefined) =>
  typeof megabytes === 'number' && megabytes >= 10_000 ? `${n(Math.floor(megabytes / 1000))} GB` : `${n(megabytes)} MB`;

const steps: Record<DiagnosticStep, string> = {
  storage: 'Ruang penyimpanan',
  database: 'Basis data',
  clock: 'Jam',
  network: 'Jaringan',
  hub: 'Mesin pusat',
  printer: 'Printer',
  sound: 'Suara',
  display: 'Layar',
  touch: 'Sentuhan',
  update: 'Pembaruan',
};

const verdicts: Record<StepVerdict, string> = {
  good: 'Baik',
  attention: 'Perhatikan',
  bad: 'Bermasalah',
  not_here: 'Tidak ada di sini',
  ask: 'Perlu dilihat orang',
};

const findings: Record<Finding, Said> = {
  not_here: { what: () => 'Bagian ini tidak ada di mesin ini.' },
  step_late: {
    what: ({ seconds }) => `Tidak ada jawaban dalam ${n(seconds)} detik.`,
    act: 'Mulai ulang mesin ini, lalu periksa lagi.',
    who: 'office',
  },
  step_failed: {
    what: () => 'Pemeriksaan ini gagal.',
    act: 'Periksa lagi. Jika tetap gagal, simpan hasil ini dan kirim kepada teknisi.',
    who: 'technician',
  },
  storage_ok: { what: ({ megabytes }) => `Masih ada ${room(megabytes)}.` },
  storage_low: {
    what: ({ megabytes }) => `Tinggal ${room(megabytes)}. Permohonan surat dihentikan.`,
    act: 'Pindahkan berkas lain dari mesin ini, atau pasang disk yang lebih besar.',
    who: 'technician',
  },
  storage_full: {
    what: ({ megabytes }) => `Hampir habis: tinggal ${room(megabytes)}. Nomor antrean tidak dapat diambil.`,
    act: 'Kosongkan disk sekarang. Nomor yang sudah ada tetap dapat dipanggil.',
    who: 'technician',
  },
  storage_unwritable: {
    what: () => 'Disk tidak dapat ditulisi.',
    act: 'Periksa disk dan hak akses folder data.',
    who: 'technician',
  },
  database_ok: { what: ({ megabytes }) => `Utuh, ${room(megabytes)}.` },
  database_none: { what: () => 'Belum ada basis data di folder ini.' },
  database_damaged: {
    what: () => 'Basis data rusak.',
    act: 'Pulihkan dari cadangan terakhir dengan kunci pemulihan.',
    who: 'technician',
  },
  database_locked: {
    what: () => 'Basis data sedang dipegang program lain.',
    act: 'Tutup program itu, atau mulai ulang mesin ini.',
    who: 'technician',
  },
  database_unopenable: {
    what: () => 'Basis data tidak dapat dibuka.',
    act: 'Periksa disk dan hak akses folder data.',
    who: 'technician',
  },
  key_missing: {
    what: () => 'Kunci basis data hilang atau rusak.',
    act: 'Pulihkan dari cadangan terakhir dengan kunci pemulihan.',
    who: 'technician',
  },
  key_sealed: {
    what: () => 'Kunci basis data ada, tetapi hanya program Anjungan yang dapat membacanya.',
    act: 'Jalankan Anjungan, lalu periksa lagi.',
    who: 'office',
  },
  clock_ok: { what: () => 'Jam dipercaya.' },
  clock_unconfirmed: {
    what: () => 'Jam belum dipastikan benar.',
    act: 'Periksa tanggal dan jam, lalu jawab pertanyaan di layar anjungan.',
    who: 'office',
  },
  clock_off: {
    what: ({ minutes }) => `Jam berbeda ${n(minutes)} menit dari mesin pusat.`,
    act: 'Setel tanggal dan jam mesin ini. Jika sering berubah, ganti baterai jamnya.',
    who: 'technician',
  },
  network_ok: {
    what: ({ networks, address }) =>
      address === undefined ? `Tersambung ke ${n(networks)} jaringan.` : `Tersambung dengan alamat ${address}.`,
  },
  network_no_gateway: {
    what: () => 'Tersambung, tetapi tanpa jalan ke internet. Antrean tetap berjalan.',
    act: 'Periksa apakah router menyala.',
    who: 'office',
  },
  network_none: {
    what: () => 'Tidak tersambung ke jaringan. Anjungan di mesin ini tetap berjalan.',
    act: 'Pasang kabel jaringan dan nyalakan router.',
    who: 'office',
  },
  network_needed: {
    what: () => 'Tidak tersambung ke jaringan.',
    act: 'Pasang kabel jaringan dan nyalakan router.',
    who: 'office',
  },
  hub_ok: { what: () => 'Menjawab di mesin ini. Mesin lain belum diizinkan tersambung.' },
  hub_open: { what: () => 'Menjawab di mesin ini dan di jaringan kantor.' },
  hub_silent: {
    what: () => 'Mesin pusat tidak menjawab di mesinnya sendiri.',
    act: 'Mulai ulang mesin ini.',
    who: 'office',
  },
  hub_no_address: {
    what: () => 'Jaringan yang dipilih tidak memberi alamat.',
    act: 'Pasang kabel jaringan dan nyalakan router.',
    who: 'office',
  },
  hub_port_taken: {
    what: ({ port }) => `Port ${String(port)} dipakai program lain.`,
    act: 'Tutup program itu, atau pilih port lain.',
    who: 'technician',
  },
  hub_key_unusable: {
    what: () => 'Kunci jaringan mesin pusat hilang atau rusak.',
    act: 'Pulihkan folder “lan” dari cadangan.',
    who: 'technician',
  },
  hub_lan_failed: {
    what: () => 'Jaringan kantor tidak dapat dilayani.',
    act: 'Mulai ulang mesin ini. Jika tetap gagal, kirim hasil ini kepada teknisi.',
    who: 'technician',
  },
  hub_reached: { what: ({ milliseconds }) => `Mesin pusat menjawab dalam ${n(milliseconds)} milidetik.` },
  hub_unreachable: {
    what: () => 'Mesin pusat tidak terjangkau.',
    act: 'Periksa apakah mesin pusat dan router menyala, dan kabelnya terpasang.',
    who: 'office',
  },
  hub_turned_away: {
    what: () => 'Mesin pusat tidak mengenal mesin ini lagi.',
    act: 'Sambungkan lagi dari menu Perangkat di mesin pusat.',
    who: 'technician',
  },
  hub_port_free: { what: ({ port }) => `Port ${String(port)} bebas. Anjungan tidak sedang berjalan.` },
  printer_ready: { what: ({ printers }) => (printers === 1 ? 'Siap.' : `${n(printers)} printer siap.`) },
  printer_paper_low: { what: () => 'Kertas hampir habis.', act: 'Siapkan gulungan baru.', who: 'office' },
  printer_paper_out: { what: () => 'Kertas habis.', act: 'Pasang gulungan baru.', who: 'office' },
  printer_cover_open: { what: () => 'Tutup printer terbuka.', act: 'Tutup sampai berbunyi klik.', who: 'office' },
  printer_cutter_jammed: {
    what: () => 'Pemotong kertas macet.',
    act: 'Matikan printer, buka tutupnya, keluarkan kertas yang tersangkut.',
    who: 'office',
  },
  printer_head_hot: { what: () => 'Printer panas.', act: 'Tunggu beberapa menit.', who: 'office' },
  printer_unreachable: {
    what: () => 'Printer mati atau kabelnya lepas.',
    act: 'Nyalakan printer dan periksa kedua kabelnya.',
    who: 'office',
  },
  printer_needs_check: {
    what: () => 'Printer perlu diperiksa: belum pasti kertas terakhir sudah keluar.',
    act: 'Lihat printernya, lalu jawab pertanyaan tentang nomor itu di loket.',
    who: 'office',
  },
  printer_none: {
    what: () => 'Belum ada printer yang diatur.',
    act: 'Pilih printer di menu Perangkat.',
    who: 'technician',
  },
  printer_at_hub: { what: () => 'Printer mesin ini diperiksa oleh mesin pusat.' },
  sound_ask: {
    what: () => 'Hanya orang di depan mesin yang dapat mendengarnya.',
    act: 'Periksa dari layar perawatan di mesin itu.',
    who: 'office',
  },
  sound_heard: { what: () => 'Suara terdengar.' },
  sound_silent: {
    what: () => 'Suara tidak terdengar.',
    act: 'Periksa kabel pengeras suara, tombol dayanya, dan volumenya.',
    who: 'office',
  },
  display_ask: {
    what: () => 'Hanya orang di depan mesin yang dapat melihatnya.',
    act: 'Periksa dari layar perawatan di mesin itu.',
    who: 'office',
  },
  display_whole: { what: () => 'Semua warna tampak sampai ke tepi.' },
  display_flawed: {
    what: () => 'Warna atau tepi layar tidak tampak utuh.',
    act: 'Periksa kabel layar dan pengaturan resolusinya.',
    who: 'technician',
  },
  touch_ask: {
    what: () => 'Hanya orang di depan mesin yang dapat menyentuhnya.',
    act: 'Periksa dari layar perawatan di mesin itu.',
    who: 'office',
  },
  touch_whole: { what: ({ marks }) => `Semua ${n(marks)} tanda dapat disentuh.` },
  touch_missed: {
    what: ({ touched, marks }) => `Hanya ${n(touched)} dari ${n(marks)} tanda yang dapat disentuh.`,
    act: 'Lap layar sampai kering dan coba lagi. Jika tetap, kalibrasi atau ganti layar sentuh.',
    who: 'technician',
  },
  update_current: {
    what: ({ hours }) => (hours === 0 ? 'Baru saja diperiksa.' : `Diperiksa ${n(hours)} jam yang lalu.`),
  },
  update_waiting: { what: ({ version }) => `Versi ${n(version)} menunggu dipasang malam ini.` },
  update_stale: {
    what: ({ days }) => `Sudah ${n(days)} hari tanpa jawaban dari server pembaruan.`,
    act: 'Periksa sambungan internet mesin ini.',
    who: 'technician',
  },
  update_not_asked: { what: () => 'Server pembaruan belum ditanya sejak mesin menyala.' },
  update_unreachable: {
    what: () => 'Server pembaruan tidak terjangkau. Anjungan tetap berjalan.',
    act: 'Periksa sambungan internet mesin ini.',
    who: 'technician',
  },
  update_not_set_up: { what: () => 'Pembaruan otomatis tidak diatur di mesin ini.' },
};

export const diagnostics = {
  title: 'Diagnostik',
  detail: 'Sepuluh pemeriksaan mesin pusat. Hasilnya tidak memuat data orang.',
  steps,
  verdicts,
  findings,
  who: { office: 'Petugas kantor', technician: 'Teknisi' },
  run: 'Periksa sekarang',
  again: 'Periksa lagi',
  running: 'Sedang diperiksa…',
  save: 'Simpan teks',
  saveData: 'Simpan data (JSON)',
  failed: 'Pemeriksaan terputus. Coba lagi.',
  allGood: 'Semua pemeriksaan mesin baik',
  summary: (bad: number, attention: number) =>
    [bad > 0 ? `${bad} bermasalah` : '', attention > 0 ? `${attention} perlu diperhatikan` : '']
      .filter(Boolean)
      .join(' · '),
  file: {
    head: 'Hasil diagnostik Anjungan',
    at: (at: string) => `Waktu: ${at}`,
    version: (version: string) => `Versi: ${version}`,
    platform: (platform: string) => `Sistem: ${platform}`,
    uptime: (hours: number, minutes: number) => `Menyala: ${hours} jam ${minutes} menit`,
    counts: (counts: string) => `Isi: ${counts}`,
    rows: { ticket: 'nomor', request: 'permohonan', letter: 'surat', device: 'perangkat' } as Record<string, string>,
    act: (act: string, who: string) => `Yang dilakukan: ${act} (${who})`,
  },
  test: {
    begin: 'Lanjut ke suara',
    later: 'Ditanyakan sesudah ini.',
    sound: 'Apakah suara terdengar?',
    soundFirst: 'Putar suara, lalu dengarkan',
    play: 'Putar suara',
    playAgain: 'Putar lagi',
    display: 'Layar akan berganti lima warna',
    displayHow: 'Sentuh layar untuk warna berikutnya. Perhatikan garis di keempat tepi.',
    show: 'Tampilkan warna',
    field: (nth: number, of: number) => `Warna ${nth} dari ${of}. Sentuh untuk lanjut`,
    displayed: 'Apakah semua warna tampak sampai ke tepi?',
    touch: 'Sentuh kesembilan tanda',
    touched: (count: number, of: number) => `${count} dari ${of}`,
    mark: (nth: number) => `Tanda ${nth}`,
    cannot: 'Ada yang tidak bisa',
    yes: 'Ya',
    no: 'Tidak',
    done: 'Selesai',
    results: 'Hasil pemeriksaan',
  },
};
export type DiagnosticWords = typeof diagnostics;
