/** The words of the displays, in Indonesian. */
export const display = {
  number: 'Nomor antrean',
  nobody: 'Belum ada yang dipanggil',
  nobodyDetail: 'Mohon tunggu. Nomor Anda akan dipanggil.',
  allClosed: 'Semua loket sedang tutup',
  board: 'Semua loket',
  numbers: 'Nomor',
  missed: 'Terlewat',
  missedDetail: 'Tunjukkan kertas Anda di loket.',
  free: 'Belum ada nomor',
  paused: {
    break: 'Istirahat',
    prayer: 'Salat',
    helping: 'Membantu warga',
    documents: 'Mengurus berkas',
    technical: 'Ada gangguan',
  },
  // The joiners keep the two times on one line.
  breakAt: (from: string, to: string) => `Istirahat pukul ${from}\u2060–\u2060${to}.`,
  unreachable: 'Sambungan terputus. Dengarkan panggilan petugas.',
  lastKnown: (time: string) => `Keadaan pukul ${time}`,
  soundBlocked: 'Suara belum aktif, sentuh layar',
  soundMuted: (time: string) => `Suara dimatikan sampai pukul ${time}. Perhatikan layar.`,
  soundless: 'Tanpa suara. Perhatikan layar.',
};
