import { fleetFingerprint } from '../../main/fleet/status-text.ts';
import type { Table } from '../../main/ops/csv.ts';
import type { FleetRow } from './attention.ts';

const head = [
  'attention',
  'code',
  'office',
  'district',
  'heard',
  'version',
  'printer',
  'clock',
  'backup_hours',
  'disk',
  'tickets',
  'waiting',
  'up_hours',
  'update',
  'fingerprint',
  'other_fingerprints',
];

/** Everything that is known of every office. @param iso a moment as it is written */
export function fleetTable(rows: readonly FleetRow[], iso: (at: number) => string): Table {
  return {
    name: 'fleet',
    head,
    rows: rows.map(({ attention, place, name, district, heard, status, key, others }) => [
      attention.join(' '),
      place,
      name,
      district,
      heard === null ? null : iso(heard),
      status?.version ?? null,
      status?.printer ?? null,
      status ? (status.clock ? 'confirmed' : 'unconfirmed') : null,
      status?.backup ?? null,
      status?.disk ?? null,
      status?.tickets ?? null,
      status?.waiting ?? null,
      status?.up ?? null,
      status?.update ?? null,
      key === null ? null : fleetFingerprint(key),
      others.map(fleetFingerprint).join(', '),
    ]),
  };
}

/** The columns that fit a terminal. */
const broad = ['attention', 'code', 'office', 'district', 'heard', 'version', 'printer', 'backup_hours', 'tickets'];

/** The table as it is read on a screen. */
export function inColumns({ head: names, rows }: Table): string {
  const places = broad.map((name) => names.indexOf(name));
  const lines = [broad, ...rows.map((row) => places.map((place) => String(row[place] ?? '-') || '-'))];
  const widths = places.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
