import writeXlsx from 'write-excel-file/node';
import { csv, type Table } from '../ops/csv.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Asks } from './asks.ts';
import { dayTables, ticketTable } from './export-tables.ts';
import type { Fact } from './facts.ts';
import type { LoungeTime } from './lounge-time.ts';
import { exportWords } from './words.ts';

/** Tickets of one file; a spreadsheet's sheet is made in memory. */
export const mostTickets = { csv: 200_000, xlsx: 60_000 } as const;

/** @throws DomainError EXPORT_TOO_LARGE */
export async function exportFile(
  { from, to, format, detail, language, labels }: Asks['export']['asked'],
  store: { count(from: string, to: string): number; range(from: string, to: string): Iterable<Fact> },
  time: LoungeTime,
): Promise<Uint8Array<ArrayBuffer>> {
  const words = exportWords[language];
  const facts = store.range(from, to);
  if (detail === 'tickets') {
    const tickets = store.count(from, to);
    const most = mostTickets[format];
    if (tickets > most) throw new DomainError('EXPORT_TOO_LARGE', { tickets, most });
    const table = ticketTable(facts, labels, words, time);
    return format === 'csv' ? bytes(csv(table, language)) : workbook([table]);
  }
  const { byDay, byService, byCounter, byPerson } = dayTables(facts, labels, words);
  return format === 'csv' ? bytes(csv(byService, language)) : workbook([byDay, byService, byCounter, byPerson]);
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Texts are texts here: a cell of a workbook is a formula only when it is written as one. */
async function workbook(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ name, head, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: head.map((heading) => ({ width: Math.max(12, heading.length + 2) })),
    data: [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => [...row])],
  }));
  const file = await writeXlsx(sheets).toBuffer();
  // A buffer of its own, so that it can be handed over and not copied.
  return new Uint8Array(file);
}
