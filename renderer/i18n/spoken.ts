import type { Bilingual } from '../../contract/base.ts';

/**
 * Every fixed sentence Bacakan speaks: key → words, from which the clips are made (one file a key and language).
 * Names of services and offices are the lounge's own: `service.<id>`, `agency.<id>`, made from its settings. Letters and
 * digits are the script's.
 */
export const spoken: Readonly<Record<string, Bilingual>> = {
  'attract.touch': { id: 'Sentuh layar untuk memulai.', en: 'Touch the screen to start.' },
  'attract.take': { id: 'Sentuh layar untuk mengambil nomor antrean.', en: 'Touch the screen to take a number.' },
  'attract.check': {
    id: 'Sudah punya nomor? Pindai kertasnya, atau sentuh Cek nomor saya.',
    en: 'Do you have a number? Scan your slip, or touch Check my number.',
  },
  'home.question': { id: 'Apa keperluan Anda hari ini?', en: 'What brings you here today?' },
  'feature.queue': { id: 'Ambil nomor antrean.', en: 'Take a number.' },
  'feature.check': { id: 'Cek nomor saya.', en: 'Check my number.' },
  'agencies.question': { id: 'Pilih instansi.', en: 'Choose an office.' },
  'services.question': { id: 'Pilih layanan.', en: 'Choose a service.' },
  'services.empty': { id: 'Belum ada layanan hari ini.', en: 'No services today yet.' },
  'search.question': { id: 'Ketik nama layanan.', en: 'Type the name of a service.' },
  'closed.holiday': { id: 'Hari ini libur.', en: 'Today is a holiday.' },
  'closed.closed_today': { id: 'Layanan ini tutup hari ini.', en: 'This service is closed today.' },
  'closed.before_opening': { id: 'Layanan ini belum buka.', en: 'This service is not open yet.' },
  'closed.break': { id: 'Sedang istirahat.', en: 'On a break now.' },
  'closed.after_last_ticket': { id: 'Pengambilan nomor sudah ditutup.', en: 'No more numbers are given today.' },
  'closed.after_closing': { id: 'Layanan sudah tutup.', en: 'This service has closed.' },
  'closed.quota_reached': { id: 'Nomor hari ini sudah habis.', en: 'All numbers for today are taken.' },
  'closed.line_too_long': { id: 'Antrean hari ini sudah penuh.', en: 'The queue is full for today.' },
  'closed.closed_now': { id: 'Layanan ini ditutup sementara.', en: 'This service is closed for a while.' },
  'closed.machine': { id: 'Mesin antrean sedang dirawat.', en: 'The queue machine is being looked after.' },
  'closed.gone': { id: 'Layanan ini tidak tersedia.', en: 'This service is not available.' },
  'go.desk': { id: 'Silakan ke meja informasi.', en: 'Please go to the information desk.' },
  'priority.question': { id: 'Apakah Anda termasuk prioritas?', en: 'Do you need priority?' },
  'priority.elderly': { id: 'Lansia, enam puluh tahun ke atas.', en: 'Aged sixty or older.' },
  'priority.disabled': { id: 'Penyandang disabilitas.', en: 'Person with a disability.' },
  'priority.pregnant': { id: 'Ibu hamil.', en: 'Pregnant.' },
  'priority.infant': { id: 'Membawa bayi.', en: 'With a baby.' },
  'priority.none': { id: 'Atau sentuh Tidak.', en: 'Or touch No.' },
  'paused.break': {
    id: 'Petugas istirahat, dilanjutkan sebentar lagi.',
    en: 'Staff are on a short break and will be back soon.',
  },
  'paused.prayer': {
    id: 'Petugas salat, dilanjutkan sebentar lagi.',
    en: 'Staff are at prayer and will be back soon.',
  },
  'paused.helping': {
    id: 'Petugas membantu warga, dilanjutkan sebentar lagi.',
    en: 'Staff are helping somebody and will be back soon.',
  },
  'paused.documents': {
    id: 'Petugas mengurus berkas, dilanjutkan sebentar lagi.',
    en: 'Staff are busy with documents and will be back soon.',
  },
  'paused.technical': {
    id: 'Ada gangguan sebentar. Nomor Anda tetap berlaku.',
    en: 'A short interruption. Your number is still valid.',
  },
  'check.question': {
    id: 'Pindai kode di kertas Anda, atau ketik nomornya.',
    en: 'Scan the code on your slip, or type its number.',
  },
  'check.unknown': {
    id: 'Nomor itu tidak ditemukan. Silakan periksa kembali, atau tanya di meja informasi.',
    en: 'That number was not found. Please look again, or ask at the information desk.',
  },
  'check.foreign': {
    id: 'Kode itu bukan nomor antrean. Silakan ketik nomor di kertas Anda.',
    en: 'That code is not a queue number. Please type the number on your slip.',
  },
  'check.unreachable': {
    id: 'Nomor belum dapat dicek. Silakan coba lagi.',
    en: 'Your number cannot be checked yet. Please try again.',
  },
  'checked.next': { id: 'Anda giliran berikutnya.', en: 'You are next.' },
  'checked.ahead': { id: 'di depan Anda.', en: 'ahead of you.' },
  'checked.called': { id: 'sedang dipanggil.', en: 'is called now.' },
  'checked.serving': { id: 'sedang dilayani.', en: 'is being served.' },
  'checked.done': { id: 'sudah selesai dilayani. Terima kasih.', en: 'was served already. Thank you.' },
  'checked.missed': {
    id: 'terlewat. Tunjukkan kertas ini di loket.',
    en: 'was missed. Show this slip at the counter.',
  },
  'checked.missed-late': {
    id: 'terlewat. Tunjukkan kertas ini di meja informasi.',
    en: 'was missed. Show this slip at the information desk.',
  },
  'checked.parked': {
    id: 'disimpan. Jika sudah siap, tunjukkan kertas ini di loket.',
    en: 'is kept. When you are ready, show this slip at the counter.',
  },
  'checked.cancelled': { id: 'dibatalkan.', en: 'was cancelled.' },
  'checked.other-day': { id: 'bukan untuk hari ini.', en: 'is not for today.' },
  'taking.question': { id: 'Mengambil nomor Anda. Mohon tunggu.', en: 'Taking your number. Please wait.' },
  'taking.unreachable': {
    id: 'Nomor belum dapat diambil. Mesin mencoba lagi sendiri.',
    en: 'Your number could not be taken yet. The machine tries again by itself.',
  },
  'ticket.yours': { id: 'Nomor antrean Anda,', en: 'Your number,' },
  'ticket.paper': { id: 'Ambil kertas di bawah layar.', en: 'Take the slip below the screen.' },
  'ticket.paper.left': { id: 'Ambil kertas di sebelah kiri.', en: 'Take the slip on the left.' },
  'ticket.paper.right': { id: 'Ambil kertas di sebelah kanan.', en: 'Take the slip on the right.' },
  'ticket.paper.none': { id: 'Ambil kertas di printer.', en: 'Take the slip at the printer.' },
  'ticket.photograph': {
    id: 'Kertas belum keluar. Nomor Anda tetap berlaku. Foto layar ini atau catat nomornya.',
    en: 'Your slip has not come out. Your number is still valid. Take a photo or note it down.',
  },
  'ticket.tear': { id: 'Sobek kertasnya pelan-pelan.', en: 'Tear it off gently.' },
  'ticket.uncut': {
    id: 'Kertas Anda sudah tercetak. Tarik atau sobek pelan-pelan.',
    en: 'Your slip is printed. Pull it out or tear it off gently.',
  },
  'ticket.elsewhere': {
    id: 'Kertas keluar di anjungan lain. Namanya ada di layar.',
    en: 'Your slip comes out at another kiosk. Its name is on the screen.',
  },
  'ticket.question': {
    id: 'Apakah kertas Anda sudah keluar? Sentuh Sudah, atau Belum.',
    en: 'Has your slip come out? Touch Yes, or Not yet.',
  },
  'ticket.fine': {
    id: 'Terima kasih. Simpan kertas Anda sampai dipanggil.',
    en: 'Thank you. Keep your slip until you are called.',
  },
  'ticket.staff': {
    id: 'Petugas akan memeriksa kertas Anda. Nomor Anda tetap berlaku. Foto layar ini atau catat nomornya.',
    en: 'Staff will check your slip. Your number is still valid. Take a photo or note it down.',
  },
  'ticket.sit': {
    id: 'Silakan duduk. Nomor Anda akan dipanggil.',
    en: 'Please take a seat. Your number will be called.',
  },
  offline: {
    id: 'Mohon tunggu sebentar. Mesin ini sedang tersambung kembali.',
    en: 'One moment, please. This machine is reconnecting.',
  },
  'out-of-order': { id: 'Mesin ini sedang tidak dapat dipakai.', en: 'This machine is out of order.' },
};
