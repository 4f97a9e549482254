import { nikWords, readDate, tidy } from '../../../contract/letter-values.ts';
import { readKk, readNik } from '../../../contract/nik.ts';
import {
  type ResidentColumn,
  type ResidentPreview,
  type RowProblem,
  residentColumns,
} from '../../../contract/residents.ts';
import { findHeading } from './resident-columns.ts';
import type { ResidentCell, ResidentTable } from './resident-file.ts';

/** A resident as the village's list has them; null: the list says nothing of it. */
export type Resident = { readonly nik: string; readonly name: string } & {
  readonly [column in Exclude<ResidentColumn, 'nik' | 'name'>]: string | null;
};

/** Row numbers as the spreadsheet counts: the first row is 1. */
export type RowError = ResidentPreview['errors'][number];

export interface ReadResidents {
  readonly columns: readonly ResidentColumn[];
  readonly residents: readonly Resident[];
  readonly errors: readonly RowError[];
}

const longest = 160;

/**
 * The residents of a list and the rows that cannot be taken, each with everything that is wrong with it. Empty rows do not
 * count. Null: no row names the columns NIK and NAMA.
 * @param today YYYY-MM-DD
 */
export function readResidents(table: ResidentTable, today: string): ReadResidents | null {
  const heading = findHeading(table);
  if (!heading) return null;
  const residents: Resident[] = [];
  const errors: RowError[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of table.entries()) {
    if (index <= heading.row || cells.every((cell) => written(cell) === '')) continue;
    const wrong: Omit<RowError, 'row'>[] = [];
    const read = (column: ResidentColumn): string | null => {
      const at = heading.columns.get(column);
      const { value, problem } = readCell(column, at === undefined ? null : (cells[at] ?? null), today);
      if (problem) wrong.push({ column, problem });
      return value ?? null;
    };
    const values = Object.fromEntries(residentColumns.map((column) => [column, read(column)])) as unknown as Resident;
    if (wrong.length === 0 && seen.has(values.nik)) wrong.push({ column: 'nik', problem: 'twice' });
    for (const its of wrong) errors.push({ row: index + 1, ...its });
    if (wrong.length > 0) continue;
    seen.add(values.nik);
    residents.push(values);
  }
  return { columns: [...heading.columns.keys()], residents, errors };
}

interface ReadCell {
  readonly value?: string | null;
  readonly problem?: RowProblem;
}

function readCell(column: ResidentColumn, cell: ResidentCell, today: string): ReadCell {
  const text = written(cell);
  if (text === '' || text === '-')
    return column === 'nik' || column === 'name' ? { problem: 'missing' } : { value: null };
  switch (column) {
    case 'nik': {
      if (isRounded(cell, text)) return { problem: 'digits_lost' };
      const read = readNik(text, today);
      return read.ok ? { value: read.nik } : { problem: nikWords[read.problem] };
    }
    case 'kk': {
      if (isRounded(cell, text)) return { problem: 'digits_lost' };
      const read = readKk(text);
      return read.ok ? { value: read.kk } : { problem: `kk_${read.problem}` };
    }
    case 'birth_date': {
      const date = readDate(text);
      if (date === null) return { problem: 'no_such_date' };
      return date > today ? { problem: 'in_future' } : { value: date };
    }
    case 'sex': {
      const value = sexes.get(text.toUpperCase().replaceAll(/[^A-Z]/g, ''));
      return value ? { value } : { problem: 'not_a_sex' };
    }
    default:
      return text.length > longest ? { problem: 'too_long' } : { value: text };
  }
}

const sexes: ReadonlyMap<string, 'L' | 'P'> = new Map([
  ['L', 'L'],
  ['LK', 'L'],
  ['LAKILAKI', 'L'],
  ['PRIA', 'L'],
  ['P', 'P'],
  ['PR', 'P'],
  ['PEREMPUAN', 'P'],
  ['WANITA', 'P'],
]);

/** A cell as text. What keeps a spreadsheet from calculating is none of the value: an apostrophe, or `="3510…"`. */
function written(cell: ResidentCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '?' : cell.toISOString().slice(0, 10);
  return tidy(String(cell))
    .replace(/^="(.*)"$/, '$1')
    .replace(/^['`]/, '');
}

/** Excel keeps 15 digits of an amount and makes the 16th a nought. */
function isRounded(cell: ResidentCell, text: string): boolean {
  if (typeof cell === 'number') return !Number.isSafeInteger(cell) || (cell >= 1e15 && cell % 10 === 0);
  return /^\d([.,]\d+)?E\+?\d+$/i.test(text);
}
