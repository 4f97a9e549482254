/** A register as it is printed: every word of it is final. The same document always gives the same PDF. */
export interface BookDocument {
  readonly paper: 'A4' | 'F4';
  /** "PEMERINTAH KABUPATEN BANYUWANGI · KECAMATAN MUNCAR · KANTOR KEPALA DESA TAMBAKREJO". */
  readonly letterhead: string;
  /** "Buku Agenda Surat Keluar". */
  readonly title: string;
  /** "Desa Tambakrejo, November 2026": below the title, and at the head of every further page. */
  readonly subtitle: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly BookRow[];
  /** Left and right, at the end. */
  readonly signatures: readonly [BookSignature, BookSignature];
}

interface BookColumn {
  readonly head: string;
  /** Its share of the width, beside the others'. */
  readonly share: number;
  readonly align: 'left' | 'center';
  /** Is crossed out where the row counts no more. */
  readonly crossed: boolean;
}

interface BookRow {
  /** One a column. */
  readonly cells: readonly string[];
  readonly void: boolean;
}

interface BookSignature {
  /** "Mengetahui,", "KEPALA DESA TAMBAKREJO". */
  readonly above: readonly string[];
  /** Empty: written in by hand. */
  readonly name: string;
  /** "NIP 19800101 200501 1 003". */
  readonly below: readonly string[];
}
