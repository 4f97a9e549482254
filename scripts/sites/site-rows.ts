import { readSite, type SiteFile } from '../../contract/site.ts';
import type { VillagesFile } from '../../contract/village.ts';

/** What all offices of a regency have in common; not in the table. */
export type Common = Pick<SiteFile, 'revision' | 'report' | 'update' | 'trust' | 'backupKey'>;

/** Columns of the table. The first four come filled in; no name of a person ever does. */
export const columns = [
  'code',
  'village',
  'district',
  'office',
  'lounge_name',
  'address',
  'contact',
  'head',
  'position',
  'nip',
  'rank',
  'unit_code',
  'printer',
  'paper',
  'hours_mon_thu',
  'hours_fri',
  'hours_sat',
  'hours_sun',
] as const;
type Column = (typeof columns)[number];
type Row = Readonly<Record<Column, string>>;

const given: readonly Column[] = ['code', 'village', 'district', 'office'];

/** In which column something is that is wrong in a site.json. */
const columnOf: readonly (readonly [start: string, column: Column])[] = [
  ['head.nip', 'nip'],
  ['head.position', 'position'],
  ['head.rank', 'rank'],
  ['head', 'head'],
  ['unitCode', 'unit_code'],
  ['printer.paper', 'paper'],
  ['printer', 'printer'],
  ['hours.fri', 'hours_fri'],
  ['hours.sat', 'hours_sat'],
  ['hours.sun', 'hours_sun'],
  ['hours', 'hours_mon_thu'],
  ['name', 'lounge_name'],
];

/** A row's fault, in a line that can be found in a spreadsheet. */
export interface WrongRow {
  /** As the spreadsheet counts them: the head is 1. */
  readonly row: number;
  readonly column: string;
  readonly what: string;
}

export interface MadeSites {
  readonly sites: readonly { readonly folder: string; readonly site: SiteFile }[];
  readonly wrong: readonly WrongRow[];
  /** Rows in which nothing is filled in yet. */
  readonly empty: number;
}

/** The table as it is handed out: every village of the regency, and nothing about people. */
export function template({ villages }: VillagesFile): string[][] {
  return villages.map(({ code, name, district, kind }) =>
    columns.map((column) => ({ code, village: name, district, office: kind })[column as 'code'] ?? ''),
  );
}

/** A site for each row of a table. @param cells with its head */
export function makeSites(cells: readonly (readonly string[])[], common: Common, villages: VillagesFile): MadeSites {
  const [head = [], ...lines] = cells.map((line) => line.map((cell) => cell.trim()));
  const unknown = head.filter((name) => !columns.some((column) => column === name));
  const missing = (['code', 'office'] as const).filter((column) => !head.includes(column));
  const wrong: WrongRow[] = [
    ...unknown.map((column) => ({ row: 1, column, what: 'is no column of this table' })),
    ...missing.map((column) => ({ row: 1, column, what: 'is missing' })),
  ];
  if (wrong.length > 0) return { sites: [], wrong, empty: 0 };
  const sites = new Map<string, { folder: string; site: SiteFile }>();
  let empty = 0;
  for (const [i, line] of lines.entries()) {
    const row = Object.fromEntries(columns.map((column) => [column, line[head.indexOf(column)] ?? ''])) as Row;
    if (columns.every((column) => given.includes(column) || row[column] === '')) {
      empty += 1;
      continue;
    }
    const refuse = (column: string, what: string) => wrong.push({ row: i + 2, column, what });
    const read = readSite(contentOf(row, common), villages);
    if (!read.ok) {
      const { at, what } = read.wrong;
      refuse(columnOf.find(([start]) => at.startsWith(start))?.[1] ?? at, what);
      continue;
    }
    const { site, village } = read;
    if (row.village !== '' && row.village.toLowerCase() !== village.name.toLowerCase())
      refuse('village', `${site.code} is ${village.name} (${village.district}), not ${row.village}`);
    const folder = `${site.code}-${village.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}${site.office === 'lounge' ? '-lounge' : ''}`;
    if (sites.has(folder)) refuse('code', `${site.code} stands in the table twice`);
    sites.set(folder, { folder, site });
  }
  return { sites: [...sites.values()], wrong, empty };
}

function contentOf(row: Row, common: Common): unknown {
  const orNone = (text: string) => (text === '' ? undefined : text);
  const opens = (text: string) => text.split(/[\s,]+/).filter(Boolean);
  const usual = opens(row.hours_mon_thu);
  const hours = {
    mon: usual,
    tue: usual,
    wed: usual,
    thu: usual,
    fri: opens(row.hours_fri),
    sat: opens(row.hours_sat),
    sun: opens(row.hours_sun),
  };
  const isOpen = Object.values(hours).some((day) => day.length > 0);
  const hasHead = [row.head, row.position, row.nip, row.rank].some((cell) => cell !== '');
  return {
    v: 1,
    ...common,
    code: row.code,
    office: row.office,
    name: orNone(row.lounge_name),
    address: orNone(row.address),
    contact: orNone(row.contact),
    head: hasHead
      ? {
          name: row.head,
          position: orNone(row.position) ?? (row.office === 'kelurahan' ? 'Lurah' : 'Kepala Desa'),
          // A spreadsheet shows long numbers with spaces, or as text with an apostrophe.
          nip: orNone(row.nip.replaceAll(/[\s']/g, '')) ?? null,
          rank: orNone(row.rank) ?? null,
        }
      : undefined,
    unitCode: orNone(row.unit_code),
    printer: row.printer === '' ? undefined : { uri: row.printer, paper: Number(row.paper || '80') },
    hours: isOpen ? hours : undefined,
  };
}
