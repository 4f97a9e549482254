/** The words of the page on which a machine joins its lounge, in Indonesian. */
export const join = {
  title: 'Ketik kode pasangan',
  detail: 'Kode 8 huruf dan angka ada di layar pengawas: Perangkat → Pasangkan perangkat.',
  code: 'Kode pasangan',
  erase: 'Hapus satu',
  go: 'Pasangkan',
  sending: 'Memasangkan…',
  wrong: 'Kode salah, sudah dipakai, atau kedaluwarsa. Minta kode baru kepada pengawas.',
  tooOften: 'Terlalu sering dicoba. Tunggu sebentar.',
  unreachable: 'Hub tidak terjangkau. Periksa kabel atau Wi-Fi.',
};
