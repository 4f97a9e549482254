import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatusBody } from '../../contract/fleet.ts';
import { compareVersions, type FleetRow, judgeFleet } from './attention.ts';
import type { Found } from './found.ts';
import type { KnownMachine } from './known-machines.ts';

const now = Date.parse('2026-11-25T15:00:00+07:00');
const villages = ['Sarongan', 'Pesanggaran', 'Tambakrejo'].map((name, i) => ({
  code: `35.10.01.200${i + 1}`,
  name,
  kind: 'desa' as const,
  district: 'Pesanggaran',
  postcode: null,
}));
const [sarongan, pesanggaran] = ['35.10.01.2001', '35.10.01.2002'];
const key = (letter: string) => letter.repeat(43);

function status(changes: Partial<StatusBody> = {}, came = now): Found {
  const body: StatusBody = {
    v: 1,
    of: 'anjungan',
    key: key('a'),
    code: sarongan,
    unit: 'desa',
    seq: 10,
    at: '2026-11-25T13:10:00+07:00',
    version: '1.2.0',
    printer: 'ready',
    clock: true,
    backup: 9,
    disk: 'good',
    tickets: 41,
    waiting: 3,
    up: 5,
    stands: [],
    update: 'off',
    ...changes,
  };
  return { text: JSON.stringify(body), body, came };
}

function fleet(found: readonly Found[], known: readonly KnownMachine[] = []) {
  const judged = judgeFleet(villages, found, new Map(known.map((one) => [one.place, one])), now);
  const row = (place: string) => judged.rows.find((one) => one.place === place) as FleetRow;
  return { ...judged, row };
}
const believed = (seq: number, letter = 'a'): KnownMachine => ({
  place: sarongan,
  key: key(letter),
  seq,
  heard: now - 3_600_000,
});

describe('the table of the regency', () => {
  it('has a row for each village, heard or not, and for each lounge that was heard', () => {
    const { rows, row } = fleet([status(), status({ unit: 'lounge', key: key('b') })]);
    expect(rows).toHaveLength(4);
    expect(row(sarongan).attention).toEqual([]);
    expect(row(pesanggaran).attention).toEqual(['never_heard']);
    expect(row(`${sarongan} lounge`).name).toBe('Lounge Sarongan');
  });

  it.each<[Partial<StatusBody>, string]>([
    [{ printer: 'paper_out' }, 'printer_out'],
    [{ printer: 'paper_low' }, 'paper_low'],
    [{ disk: 'full' }, 'disk_full'],
    [{ disk: 'low' }, 'disk_low'],
    [{ backup: null }, 'backup_old'],
    [{ backup: 49 }, 'backup_old'],
    [{ clock: false }, 'clock_unconfirmed'],
    [{ stands: ['storage_full'] }, 'standing_still'],
    [{ at: '2026-11-22T08:00:00+07:00' }, 'silent'],
    [{ at: '2031-01-01T08:00:00+07:00' }, 'clock_ahead'],
  ])('sees %o', (changes, attention) => {
    expect(fleet([status(changes)]).row(sarongan).attention).toEqual([attention]);
  });

  it('goes by the time a file came where the machine’s clock is worth nothing', () => {
    const [future, dead] = [{ at: '2031-01-01T08:00:00+07:00' }, { at: '2021-01-01T08:00:00+07:00', clock: false }];
    expect(fleet([status(dead)]).row(sarongan).attention).toEqual(['clock_unconfirmed']);
    expect(fleet([status(future, now - 80 * 3_600_000)]).row(sarongan).attention).toContain('silent');
  });

  it('tells who is behind the newest version', () => {
    const { row } = fleet([status(), status({ code: pesanggaran, key: key('b'), version: '1.10.0' })]);
    expect(row(sarongan).attention).toEqual(['old_version']);
    expect(row(pesanggaran).attention).toEqual([]);
  });

  it('puts what is most urgent first', () => {
    const { rows } = fleet([
      status({ printer: 'paper_low' }),
      status({ code: pesanggaran, key: key('b'), disk: 'full', clock: false }),
    ]);
    expect(rows.map(({ place }) => place.at(-1))).toEqual(['2', '1', '3']);
  });
});

describe('whom the regency believes', () => {
  it('is the first who reported; another key is shouted about and its figures are not taken', () => {
    const { row, known } = fleet([status({ key: key('b'), seq: 99, tickets: 7 }), status()], [believed(5)]);
    expect(row(sarongan)).toMatchObject({ attention: ['key_changed'], key: key('a'), others: [key('b')] });
    expect(row(sarongan).status?.tickets).toBe(41);
    expect(known.get(sarongan)).toMatchObject({ key: key('a'), seq: 10 });
  });

  it('is nobody while two report at once for the first time', () => {
    const { row, known } = fleet([status(), status({ key: key('b') })]);
    expect(row(sarongan)).toMatchObject({ attention: ['two_keys'], key: null, status: null });
    expect(known.has(sarongan)).toBe(false);
  });

  it('sees a number given twice, or one key in two villages: a cloned disk', () => {
    expect(fleet([status(), status({ tickets: 2 })]).row(sarongan).attention).toEqual(['copied']);
    const { row } = fleet([status(), status({ code: pesanggaran })]);
    expect([row(sarongan), row(pesanggaran)].map(({ attention }) => attention)).toEqual([['copied'], ['copied']]);
  });

  it('is not led back by an old status laid in again', () => {
    const { row, known } = fleet([status({ seq: 4, disk: 'full' })], [believed(10)]);
    expect(row(sarongan).attention).toContain('replayed');
    expect(known.get(sarongan)?.seq).toBe(10);
  });

  it('knows the newest whatever order the files are in, and its number never falls', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1 }),
        fc.nat(10_000),
        (seqs, seen) => {
          const { row, known } = fleet(
            seqs.map((seq) => status({ seq })),
            [believed(seen)],
          );
          expect(row(sarongan).status?.seq).toBe(Math.max(...seqs));
          expect(known.get(sarongan)?.seq).toBe(Math.max(seen, ...seqs));
        },
      ),
    ));
});

it('orders versions by number, a pre-release before its release', () => {
  const order = ['0.9.0', '1.2.0-rc.1', '1.2.0', '1.10.0'];
  expect(order.toReversed().toSorted(compareVersions)).toEqual(order);
});
