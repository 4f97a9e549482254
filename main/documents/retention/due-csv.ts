import { csv } from '../../ops/csv.ts';
import type { KeptLetter } from './retention-store.ts';

const head = ['Nomor urut', 'Nomor surat', 'Tanggal surat', 'Jenis surat', 'Buku register', 'Keterangan'];

/** The daftar usul musnah as CSV, oldest first. Nobody whom a letter is about stands in it. */
export function dueCsv(letters: readonly KeptLetter[]): string {
  const rows = letters.map(({ number, date, subject, register, state }, i) => [
    i + 1,
    number,
    date,
    subject,
    register,
    state === 'void' ? 'Batal' : null,
  ]);
  return csv({ name: 'Daftar Usul Musnah', head, rows }, 'id');
}
