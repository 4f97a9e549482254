import type { RegisterEntry } from '../../../contract/documents.ts';
import { type Cell, csv } from '../../ops/csv.ts';

/** Headings of Permendagri 47/2016, as far as they are about letters that go out. */
const agendaHead = [
  'Nomor urut',
  'Tanggal pengiriman',
  'Nomor surat',
  'Tanggal surat',
  'Ditujukan kepada',
  'Isi surat',
  'Penanda tangan',
  'Keterangan',
];
const expeditionHead = [
  'Nomor urut',
  'Tanggal pengiriman',
  'Nomor surat',
  'Tanggal surat',
  'Isi singkat surat yang dikirim',
  'Ditujukan kepada',
  'Diserahkan oleh',
];

/** The Buku Agenda as CSV, earliest first: every number that was given, with what became of it. */
export function agendaCsv(entries: readonly RegisterEntry[]): string {
  const rows = inOrder(entries).map((entry, index): Cell[] => [
    index + 1,
    dayOf(entry.handedOverAt),
    entry.number,
    entry.date,
    entry.addressee,
    entry.subject,
    entry.signedBy,
    remark(entry),
  ]);
  return csv({ name: 'Buku Agenda', head: agendaHead, rows }, 'id');
}

/** The Buku Ekspedisi as CSV: the letters that were handed over, in the order in which they were. */
export function expeditionCsv(entries: readonly RegisterEntry[]): string {
  const handedOver = entries
    .flatMap((entry) => (entry.handedOverAt === null ? [] : [{ entry, at: entry.handedOverAt }]))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const rows = handedOver.map(({ entry, at }, index): Cell[] => [
    index + 1,
    dayOf(at),
    entry.number,
    entry.date,
    entry.subject,
    entry.addressee,
    entry.handedOverBy,
  ]);
  return csv({ name: 'Buku Ekspedisi', head: expeditionHead, rows }, 'id');
}

/** Ids are time-ordered: the order in which the numbers were given. */
function inOrder(entries: readonly RegisterEntry[]): RegisterEntry[] {
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function dayOf(instant: string | null): string | null {
  return instant === null ? null : instant.slice(0, 10);
}

function remark({ state, reason }: RegisterEntry): string | null {
  if (state === 'void') return `Batal: ${reason ?? ''}`;
  return state === 'reserved' ? 'Dibuat secara manual' : null;
}
