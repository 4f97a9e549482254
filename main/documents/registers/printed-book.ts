import type { RegisterEntry } from '../../../contract/documents.ts';
import { registerName } from '../../../contract/letter-numbers.ts';
import type { Official, VillageFile } from '../../../contract/village.ts';
import type { BookDocument } from '../letters/book-document.ts';
import {
  headTitle,
  leaderOf,
  letterheadLines,
  officeName,
  secretaryOf,
  signingLines,
  type UnitType,
  villageName,
} from '../letters/office.ts';
import { writtenNip } from '../letters/signatures.ts';
import { writtenDate, writtenPeriod } from '../letters/written-values.ts';
import { type Book, books } from './books.ts';
import type { RegisterPeriod } from './letter-number-store.ts';

export interface PrintedBookInput extends RegisterPeriod {
  readonly book: Book;
  /** In the book's order, earliest first. */
  readonly entries: readonly RegisterEntry[];
  readonly village: VillageFile;
  readonly unitType: UnitType;
  /** On which it is signed, YYYY-MM-DD. */
  readonly date: string;
}

/** Columns that stand in the middle of their width: short signs, not words. */
const middle = ['Nomor urut', 'Tanggal pengiriman', 'Tanggal surat'];

/** A book as it is printed, with room for the secretary who keeps it and the head who has seen it. */
export function printedBook(input: PrintedBookInput): BookDocument {
  const { book, entries, village, unitType, year, month, register, date } = input;
  const { title, columns } = books[book];
  const subtitle = [officeName(village, unitType), register && registerName(register), writtenPeriod(year, month)];
  return {
    paper: village.paper,
    letterhead: letterheadLines(village, unitType).join(' · '),
    title,
    subtitle: subtitle.filter((words) => words !== null).join(', '),
    date,
    columns: columns.map(({ head, share }) => ({
      head,
      share,
      align: middle.includes(head) ? 'center' : 'left',
      crossed: head === 'Nomor surat',
    })),
    rows: entries.map((entry, at) => ({
      cells: columns.map(({ of }) => shown(of(entry, at + 1))),
      void: entry.state === 'void',
    })),
    signatures: signaturesOf(village, unitType, date),
  };
}

/** Days as 24-11-2026: the columns are narrow. */
function shown(cell: string | number | null): string {
  return String(cell ?? '').replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');
}

function signaturesOf(village: VillageFile, unitType: UnitType, date: string): BookDocument['signatures'] {
  const leader = leaderOf(village);
  const secretary = secretaryOf(village, unitType);
  const title = `${headTitle(unitType)} ${villageName(village)}`.toLocaleUpperCase('id');
  return [
    { above: ['Mengetahui,', ...(leader ? signingLines(leader, village, unitType) : [title])], ...named(leader) },
    {
      above: [`${villageName(village)}, ${writtenDate(date)}`, secretary.title.toLocaleUpperCase('id')],
      ...named(secretary.official),
    },
  ];
}

function named(official: Official | null): { name: string; below: string[] } {
  if (official === null) return { name: '', below: [] };
  const { name, rank, nip } = official;
  return { name, below: [rank, nip && writtenNip(nip)].filter((words) => words !== null) };
}
