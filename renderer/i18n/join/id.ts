/** The words of the page on which a machine joins its lounge, in Indonesian. */
export const join = {
  title: 'Ketik kode pasangan',
  detail: 'Kode 8 huruf dan angka ada di layar supervisor: Perangkat → Pasangkan perangkat.',
  code: 'Kode pasangan',
  erase: 'Hapus satu',
  go: 'Pasangkan',
  yes: {
    title: 'Pasangkan perangkat ini?',
    detail: 'Cocokkan kode ini dengan layar supervisor.',
    go: 'Pasangkan perangkat ini',
    other: 'Ketik kode lain',
  },
  sending: 'Memasangkan…',
  wrong: 'Kode salah, sudah dipakai, atau kedaluwarsa. Minta kode baru kepada supervisor.',
  unreadable: 'Kode QR itu tidak lengkap. Ketik kodenya di sini.',
  tooOften: 'Terlalu sering dicoba. Tunggu sebentar.',
  unreachable: 'Mesin pusat tidak terjangkau. Periksa kabel atau Wi-Fi.',
};
