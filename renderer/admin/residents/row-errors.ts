import type { ResidentPreview } from '../../../contract/residents.ts';
import type { residentWords } from '../../i18n/admin/residents.ts';
import type { Language } from '../../i18n/staff.ts';
import { csvOf } from '../parts/csv.ts';

type Words = (typeof residentWords)['id'];
export type RowError = ResidentPreview['errors'][number];

/** A row of the file with everything that is wrong in it. */
export interface WrongRow {
  readonly row: number;
  /** "NIK: Excel membulatkan angka 16 digit; ubah kolom menjadi teks lalu isi ulang". */
  readonly lines: readonly string[];
}

/** The rows that cannot be used, in the order of the file, each once. */
export function wrongRows(errors: readonly RowError[], { errors: said, columns, problems }: Words): WrongRow[] {
  const lines = new Map<number, string[]>();
  for (const { row, column, problem } of errors) {
    const its = lines.get(row) ?? [];
    its.push(said.line(columns[column], ...problems[problem]));
    lines.set(row, its);
  }
  return [...lines].map(([row, its]) => ({ row, lines: its })).toSorted((a, b) => a.row - b.row);
}

/** The same as a list to work through in a spreadsheet; it names places only, and no resident. */
export function errorsCsv(
  errors: readonly RowError[],
  { errors: said, columns, problems }: Words,
  language: Language,
): string {
  return csvOf(
    [said.head, ...errors.map(({ row, column, problem }) => [row, columns[column], ...problems[problem]])],
    language,
  );
}
