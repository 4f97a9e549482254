import type { RegisterEntry } from '../../../contract/documents.ts';
import { type Cell, csv } from '../../ops/csv.ts';

/** What the books say of an entry, column by column. Days as YYYY-MM-DD. */

export type Book = 'agenda' | 'ekspedisi';

interface BookKind {
  readonly title: string;
  readonly columns: readonly {
    readonly head: string;
    /** On paper, its share of the width beside the others'. */
    readonly share: number;
    readonly of: (entry: RegisterEntry, nth: number) => Cell;
  }[];
}

const nth = { head: 'Nomor urut', share: 4.5, of: (_entry: RegisterEntry, at: number) => at };
const sent = { head: 'Tanggal pengiriman', share: 8, of: ({ handedOverAt }: RegisterEntry) => dayOf(handedOverAt) };
const number = { head: 'Nomor surat', share: 18, of: (entry: RegisterEntry) => entry.number };
const date = { head: 'Tanggal surat', share: 7, of: (entry: RegisterEntry) => entry.date };
const addressee = { head: 'Ditujukan kepada', share: 16, of: (entry: RegisterEntry) => entry.addressee };

/** Headings of Permendagri 47/2016 (models A.5 and A.8), as far as they are about letters that go out. */
export const books: Readonly<Record<Book, BookKind>> = {
  agenda: {
    title: 'Buku Agenda Surat Keluar',
    columns: [
      nth,
      sent,
      number,
      date,
      addressee,
      { head: 'Isi surat', share: 20, of: ({ subject }) => subject },
      { head: 'Penanda tangan', share: 13, of: ({ signedBy }) => signedBy },
      { head: 'Keterangan', share: 13, of: remark },
    ],
  },
  ekspedisi: {
    title: 'Buku Ekspedisi',
    columns: [
      nth,
      sent,
      number,
      date,
      { head: 'Isi singkat surat yang dikirim', share: 20, of: ({ subject }) => subject },
      addressee,
      { head: 'Diserahkan oleh', share: 13, of: ({ handedOverBy }) => handedOverBy },
      { head: 'Keterangan', share: 13, of: remark },
    ],
  },
};

/** A book as CSV. @param entries in its order, earliest first */
export function bookCsv(book: Book, entries: readonly RegisterEntry[]): string {
  const { title, columns } = books[book];
  const head = columns.map((column) => column.head);
  const rows = entries.map((entry, at) => columns.map(({ of }) => of(entry, at + 1)));
  return csv({ name: title, head, rows }, 'id');
}

function dayOf(instant: string | null): string | null {
  return instant === null ? null : instant.slice(0, 10);
}

function remark({ state, reason }: RegisterEntry): string | null {
  if (state === 'void') return `Batal: ${reason ?? ''}`;
  return state === 'reserved' ? 'Dicadangkan, dibuat secara manual' : null;
}
