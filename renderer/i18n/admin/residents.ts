import type { commonErrors } from '../../../contract/base.ts';
import type { ResidentColumn, RowProblem, residents } from '../../../contract/residents.ts';
import type { CodesIn } from '../../client/presses.ts';
import { type Language, wordsFrom } from '../index.ts';

/** The words of the page on the village's own list of residents; they are loaded when it is opened. */

/** What the hub can refuse beside what any page may meet. */
type Refusal = Exclude<
  CodesIn<Pick<typeof residents, 'state' | 'preview' | 'commit' | 'undo'>>,
  keyof typeof commonErrors | 'REQUEST_KEY_REUSED'
>;

const n = (value: number) => value.toLocaleString('id-ID');
const e = (value: number) => value.toLocaleString('en-GB');
const people = (value: number) => (value === 1 ? '1 person' : `${e(value)} people`);
const rows = (value: number) => (value === 1 ? '1 row' : `${e(value)} rows`);

const id = {
  title: 'Data warga',
  detail: 'Daftar warga desa sendiri, agar surat lebih cepat terisi.',
  list: {
    title: 'Daftar sekarang',
    people: (count: number) => `${n(count)} warga`,
    empty: 'Belum ada data',
    newest: (when: string, who: string) => `Impor terakhir ${when} oleh ${who}`,
    did: (added: number, changed: number, removed: number) =>
      `${n(added)} ditambah · ${n(changed)} diperbarui · ${n(removed)} dihapus`,
    never: 'Belum pernah ada impor.',
    undo: 'Urungkan impor terakhir',
    undoTitle: 'Urungkan impor terakhir?',
    undoDetail: (parts: string) => `Daftar kembali seperti sebelumnya: ${parts}.`,
    undoAdded: (count: number) => `${n(count)} yang ditambah keluar lagi`,
    undoChanged: (count: number) => `${n(count)} yang diperbarui kembali seperti semula`,
    undoRemoved: (count: number) => `${n(count)} yang dihapus masuk lagi`,
    undoNothing: 'Impor itu tidak mengubah siapa pun.',
    undoYes: 'Ya, urungkan',
    undone: (count: number) => `Impor diurungkan. Sekarang ${n(count)} warga.`,
  },
  about: {
    title: 'Untuk apa daftar ini?',
    purpose:
      'Warga yang ada di daftar tidak perlu mengetik nama, alamat, dan tanggal lahirnya di anjungan. Petugas tetap mencocokkannya dengan KTP.',
    needs: 'Wajib ada: kolom NIK dan Nama. Kolom lain membuat pengisian di anjungan lebih cepat.',
    protected:
      'Disimpan terenkripsi di mesin pusat dan tidak dikirim ke mana pun. Warga ditemukan dengan NIK ditambah nomor KK atau nama lengkap, dan isinya tidak tampil di anjungan.',
    example: 'Unduh contoh CSV',
    exampleNote: 'Hanya judul kolom. Di Excel, jadikan kolom NIK dan No. KK teks sebelum diisi.',
  },
  choose: {
    title: 'Impor dari berkas',
    detail: 'Belum ada yang berubah sampai Anda menyetujuinya.',
    drop: 'Letakkan berkas di sini',
    or: 'atau',
    button: 'Pilih berkas',
    kinds: 'CSV atau Excel (.xlsx), paling besar 20 MB',
    refusals: {
      kind: 'Pilih berkas CSV atau Excel (.xlsx). Berkas .xls lama disimpan ulang dahulu sebagai .xlsx.',
      empty: 'Berkas ini kosong.',
      large: 'Berkas lebih besar dari 20 MB. Hapus kolom yang tidak perlu, atau bagi menjadi beberapa berkas.',
      several: 'Pilih satu berkas saja.',
    },
    sending: (file: string, size: string) => `Mengirim ${file} (${size}) dan memeriksa setiap baris…`,
  },
  preview: {
    title: (file: string) => `Isi ${file}`,
    detail: 'Periksa dahulu. Belum ada yang berubah.',
    other: 'Ganti berkas',
    known: 'Kolom yang dikenali',
    missing: 'Kolom yang tidak ada',
    missingNote: 'Kolom yang tidak ada tidak mengubah apa pun.',
    counts: {
      added: 'Baru',
      changed: 'Diperbarui',
      unchanged: 'Sama',
      absent: 'Hanya di daftar',
    },
    whole: (count: number) => `Hapus ${n(count)} warga yang tidak ada di berkas ini`,
    wholeNote: 'Hanya bila berkas ini memuat seluruh warga desa.',
    wholeBlocked: 'Dapat dipilih setelah semua baris di berkas benar.',
    will: {
      lead: (parts: string) => `Yang akan terjadi: ${parts}.`,
      added: (count: number) => `${n(count)} warga ditambah`,
      changed: (count: number) => `${n(count)} diperbarui`,
      removed: (count: number) => `${n(count)} dihapus`,
      skipped: (count: number) => `${n(count)} baris yang salah dilewati`,
      nothing: 'Tidak ada yang berubah: isi berkas sama dengan daftar sekarang.',
      nothingRight: 'Tidak ada baris yang dapat dipakai. Perbaiki berkasnya dahulu.',
    },
    commit: 'Simpan ke daftar',
    done: (count: number) => `Daftar tersimpan. Sekarang ${n(count)} warga.`,
    saving: 'Menyimpan…',
  },
  errors: {
    title: (count: number) => `${n(count)} baris tidak dapat dipakai`,
    detail: 'Perbaiki di berkas asli lalu pilih lagi, atau simpan yang benar dahulu.',
    first: (count: number) => `Yang tampil ${n(count)} masalah pertama.`,
    row: (row: number) => `Baris ${row}`,
    download: 'Unduh daftar masalah',
    file: 'masalah-data-warga.csv',
    head: ['Baris', 'Kolom', 'Masalah', 'Cara memperbaiki'],
    line: (column: string, what: string, how: string) => `${column}: ${what}; ${how}`,
    list: 'Baris yang tidak dapat dipakai',
  },
  columns: {
    nik: 'NIK',
    kk: 'No. KK',
    name: 'Nama',
    birth_place: 'Tempat lahir',
    birth_date: 'Tanggal lahir',
    sex: 'Jenis kelamin',
    religion: 'Agama',
    marital_status: 'Status perkawinan',
    occupation: 'Pekerjaan',
    address: 'Alamat',
    rt: 'RT',
    rw: 'RW',
    hamlet: 'Dusun',
  } satisfies Record<ResidentColumn, string> as Record<ResidentColumn, string>,
  /** What is wrong, and what mends it. */
  problems: {
    missing: ['belum diisi', 'isi menurut KTP atau KK'],
    digits_lost: ['Excel membulatkan angka 16 digit', 'ubah kolom menjadi teks lalu isi ulang'],
    nik_length: ['bukan 16 angka', 'cocokkan dengan KTP'],
    nik_not_digits: ['ada tanda selain angka', 'tulis 16 angka saja'],
    nik_province: ['dua angka pertama bukan kode provinsi', 'cocokkan dengan KTP'],
    nik_date: ['tanggal lahir di dalam NIK tidak ada', 'cocokkan angka ke-7 sampai ke-12 dengan KTP'],
    nik_serial: ['empat angka terakhir 0000', 'cocokkan dengan KTP; mungkin dibulatkan Excel'],
    kk_length: ['bukan 16 angka', 'cocokkan dengan Kartu Keluarga'],
    kk_not_digits: ['ada tanda selain angka', 'tulis 16 angka saja'],
    no_such_date: ['bukan tanggal', 'tulis hari-bulan-tahun, misalnya 31-12-1990'],
    in_future: ['tanggal belum terjadi', 'periksa tahunnya'],
    not_a_sex: ['tidak dikenali', 'tulis L atau P'],
    too_long: ['terlalu panjang', 'tulis paling banyak 160 huruf'],
    twice: ['sudah ada di baris sebelumnya', 'hapus salah satu baris'],
  } satisfies Record<RowProblem, readonly [string, string]> as Record<RowProblem, readonly [what: string, how: string]>,
  refusals: {
    FILE_UNREADABLE: 'Berkas ini tidak dapat dibaca. Simpan ulang sebagai CSV atau .xlsx tanpa kata sandi.',
    FILE_TOO_LARGE: 'Berkas terlalu besar. Hapus kolom yang tidak perlu, atau bagi menjadi beberapa berkas.',
    COLUMNS_UNKNOWN:
      'Judul kolom NIK dan NAMA tidak ditemukan. Tulis keduanya di salah satu dari sepuluh baris pertama.',
    PREVIEW_OVER: 'Pemeriksaan berkas sudah kedaluwarsa. Silakan pilih berkasnya lagi.',
    NOTHING_TO_UNDO: 'Impor itu tidak dapat diurungkan lagi.',
    ROWS_WRONG: 'Warga lain baru dapat dihapus setelah semua baris di berkas benar.',
  } satisfies Record<Refusal | 'ROWS_WRONG', string> as Record<string, string>,
};
type ResidentWords = typeof id;

const en: ResidentWords = {
  title: 'Residents',
  detail: "The village's own list of residents, so that letters fill in faster.",
  list: {
    title: 'The list now',
    people: (count) => (count === 1 ? '1 resident' : `${e(count)} residents`),
    empty: 'Nobody yet',
    newest: (when, who) => `Last import ${when} by ${who}`,
    did: (added, changed, removed) => `${e(added)} added · ${e(changed)} updated · ${e(removed)} removed`,
    never: 'Nothing was ever imported.',
    undo: 'Undo the last import',
    undoTitle: 'Undo the last import?',
    undoDetail: (parts) => `The list is as it was before: ${parts}.`,
    undoAdded: (count) => `${e(count)} added leave it again`,
    undoChanged: (count) => `${e(count)} updated are as they were`,
    undoRemoved: (count) => `${e(count)} removed come back`,
    undoNothing: 'That import changed nobody.',
    undoYes: 'Yes, undo',
    undone: (count) => `The import was undone. Now ${people(count)}.`,
  },
  about: {
    title: 'What is this list for?',
    purpose:
      'Residents on the list need not type their name, address and date of birth at the kiosk. A clerk still compares it with the KTP.',
    needs: 'It must hold the columns NIK and Nama. The others make the kiosk quicker.',
    protected:
      'It is kept encrypted on the hub and sent nowhere. A resident is found by NIK together with the KK number or the full name, and the kiosk never shows what the list holds.',
    example: 'Download an example CSV',
    exampleNote: 'Headings only. In Excel, make the columns NIK and No. KK text before you fill them in.',
  },
  choose: {
    title: 'Import from a file',
    detail: 'Nothing changes until you agree.',
    drop: 'Drop the file here',
    or: 'or',
    button: 'Choose a file',
    kinds: 'CSV or Excel (.xlsx), at most 20 MB',
    refusals: {
      kind: 'Choose a CSV or Excel file (.xlsx). Save an old .xls as .xlsx first.',
      empty: 'This file is empty.',
      large: 'The file is larger than 20 MB. Remove columns that are not needed, or divide it.',
      several: 'Choose one file only.',
    },
    sending: (file, size) => `Sending ${file} (${size}) and checking every row…`,
  },
  preview: {
    title: (file) => `What ${file} holds`,
    detail: 'Check it first. Nothing has changed yet.',
    other: 'Another file',
    known: 'Columns that were recognised',
    missing: 'Columns not there',
    missingNote: 'A column that is missing changes nothing.',
    counts: { added: 'New', changed: 'Updated', unchanged: 'The same', absent: 'Only on the list' },
    whole: (count) => `Remove ${people(count)} not in this file`,
    wholeNote: 'Only if this file holds everybody in the village.',
    wholeBlocked: 'Can be chosen once every row of the file is right.',
    will: {
      lead: (parts) => `What will happen: ${parts}.`,
      added: (count) => `${people(count)} added`,
      changed: (count) => `${e(count)} updated`,
      removed: (count) => `${e(count)} removed`,
      skipped: (count) => `${rows(count)} with errors left out`,
      nothing: 'Nothing changes: the file says what the list says.',
      nothingRight: 'No row can be used. Mend the file first.',
    },
    commit: 'Save to the list',
    done: (count) => `The list is saved. Now ${people(count)}.`,
    saving: 'Saving…',
  },
  errors: {
    title: (count) => `${rows(count)} cannot be used`,
    detail: 'Mend them in the file and choose it again, or save the rest first.',
    first: (count) => `The first ${e(count)} problems are shown.`,
    row: (row) => `Row ${row}`,
    download: 'Download the problems',
    file: 'problems-residents.csv',
    head: ['Row', 'Column', 'Problem', 'What to do'],
    line: (column, what, how) => `${column}: ${what}; ${how}`,
    list: 'Rows that cannot be used',
  },
  columns: {
    nik: 'NIK',
    kk: 'KK number',
    name: 'Name',
    birth_place: 'Place of birth',
    birth_date: 'Date of birth',
    sex: 'Sex',
    religion: 'Religion',
    marital_status: 'Marital status',
    occupation: 'Occupation',
    address: 'Address',
    rt: 'RT',
    rw: 'RW',
    hamlet: 'Hamlet',
  },
  problems: {
    missing: ['not filled in', 'fill it in by the KTP or KK'],
    digits_lost: ['Excel has rounded the 16 digits', 'make the column text and fill it in again'],
    nik_length: ['not 16 digits', 'compare it with the KTP'],
    nik_not_digits: ['holds other signs than digits', 'write 16 digits only'],
    nik_province: ['the first two digits are no province', 'compare it with the KTP'],
    nik_date: ['no such date of birth in the NIK', 'compare digits 7 to 12 with the KTP'],
    nik_serial: ['the last four digits are 0000', 'compare it with the KTP; Excel may have rounded it'],
    kk_length: ['not 16 digits', 'compare it with the family card'],
    kk_not_digits: ['holds other signs than digits', 'write 16 digits only'],
    no_such_date: ['no date', 'write day-month-year, such as 31-12-1990'],
    in_future: ['a date that is still to come', 'check the year'],
    not_a_sex: ['not understood', 'write L or P'],
    too_long: ['too long', 'write 160 letters at most'],
    twice: ['in an earlier row already', 'delete one of the rows'],
  },
  refusals: {
    FILE_UNREADABLE: 'This file cannot be read. Save it again as CSV or .xlsx without a password.',
    FILE_TOO_LARGE: 'The file is too large. Remove columns that are not needed, or divide it.',
    COLUMNS_UNKNOWN: 'The headings NIK and NAMA were not found. Write both in one of the first ten rows.',
    PREVIEW_OVER: 'The check of the file has run out. Please choose the file again.',
    NOTHING_TO_UNDO: 'That import can no longer be undone.',
    ROWS_WRONG: 'Others can be removed only once every row of the file is right.',
  },
};

export const residentWords: Record<Language, ResidentWords> = { id, en };

export const useResidentWords = wordsFrom(residentWords);
