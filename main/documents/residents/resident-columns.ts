import { type ResidentColumn, residentColumns } from '../../../contract/residents.ts';
import type { ResidentCell, ResidentTable } from './resident-file.ts';

/** Headings of lists in use, in capitals and without anything but letters. */
const headings: Readonly<Record<ResidentColumn, readonly string[]>> = {
  nik: ['NIK', 'NONIK', 'NOMORNIK', 'NOMORINDUKKEPENDUDUKAN'],
  kk: ['NOKK', 'KK', 'NKK', 'NOMORKK', 'NOKARTUKELUARGA', 'NOMORKARTUKELUARGA'],
  name: ['NAMA', 'NAMALENGKAP', 'NAMAPENDUDUK'],
  birth_place: ['TEMPATLAHIR', 'TMPLAHIR', 'TMPTLAHIR'],
  birth_date: ['TANGGALLAHIR', 'TGLLAHIR'],
  sex: ['JENISKELAMIN', 'JK', 'KELAMIN', 'LP'],
  religion: ['AGAMA'],
  marital_status: ['STATUS', 'STATUSKAWIN', 'STATUSPERKAWINAN'],
  occupation: ['PEKERJAAN', 'JENISPEKERJAAN'],
  address: ['ALAMAT', 'ALAMATLENGKAP'],
  rt: ['RT'],
  rw: ['RW'],
  hamlet: ['DUSUN', 'NAMADUSUN', 'LINGKUNGAN'],
};

/** A title may stand above the headings, no more. */
const searchedRows = 10;

export interface ResidentHeading {
  /** Index of the row with the headings. */
  readonly row: number;
  /** Index of each column that was found. */
  readonly columns: ReadonlyMap<ResidentColumn, number>;
}

/** Where the headings of a list are: the first row that names at least NIK and name; null: none does. */
export function findHeading(table: ResidentTable): ResidentHeading | null {
  for (const [row, cells] of table.slice(0, searchedRows).entries()) {
    const columns = new Map<ResidentColumn, number>();
    for (const [index, cell] of cells.entries()) {
      const column = columnOf(cell);
      if (column && !columns.has(column)) columns.set(column, index);
    }
    if (columns.has('nik') && columns.has('name')) return { row, columns };
  }
  return null;
}

function columnOf(cell: ResidentCell): ResidentColumn | undefined {
  if (typeof cell !== 'string') return undefined;
  const heading = cell.toUpperCase().replaceAll(/[^A-Z]/g, '');
  return residentColumns.find((column) => headings[column].includes(heading));
}
