import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSite } from '../../contract/site.ts';
import { readVillages } from '../documents/catalogue/villages.ts';
import { programFiles } from '../program-files.ts';
import { type Assignment, assign, assignmentsOf, valueAt } from './site.ts';

const { catalogue } = programFiles(import.meta.dirname);
const villages = readVillages(catalogue, catalogue);
const desa = villages.villages.find(({ kind }) => kind === 'desa') as (typeof villages.villages)[number];
const kelurahan = villages.villages.find(({ kind }) => kind === 'kelurahan') as typeof desa;

const site = {
  v: 1,
  revision: 1,
  code: desa.code,
  office: 'desa',
  address: 'Jalan Raya 1',
  head: { name: 'SITI AMINAH', position: 'Kepala Desa' },
  unitCode: '429.501.01',
};
const wrong = (changes: object) => {
  const read = readSite({ ...site, ...changes }, villages);
  return read.ok ? null : `${read.wrong.at}: ${read.wrong.what}`;
};

describe('a site.json', () => {
  it('is read when it is one of the regency’s villages', () => {
    expect(wrong({})).toBeNull();
  });

  it.each<[string, object]>([
    ['code: 35.10.99.2001 is no village of Banyuwangi', { code: '35.10.99.2001' }],
    [
      `office: ${desa.name} (${desa.district}) is a desa, not a kelurahan`,
      {
        office: 'kelurahan',
        head: { ...site.head, nip: '197001011990031001' },
      },
    ],
    ['head.nip: must be 18 digits', { head: { ...site.head, nip: '123' } }],
    ['head.nip: is needed: a Lurah is a civil servant', { code: kelurahan.code, office: 'kelurahan' }],
    ['head: is needed for a desa', { head: undefined }],
    ['unitCode: must look like "429.511.08"', { unitCode: '429-1' }],
    ['printer.uri: must look like "usb:" or "tcp://192.168.1.50:9100"', { printer: { uri: 'lpt1', paper: 80 } }],
    ['hours.mon[0]: must look like "08:00-12:00"', { hours: { mon: ['8-12'] } }],
    [': Unrecognized key: "kepala"', { kepala: 'x' }],
  ])('is refused in one line: %s', (line, changes) => {
    expect(wrong(changes)).toBe(line);
  });
});

it('numbers are given over the break', () => {
  const read = readSite({ ...site, hours: { mon: ['08:00-12:00', '13:00-15:30'], sat: [] } }, villages);
  const list = read.ok ? assignmentsOf(read.site, read.village, villages) : [];
  expect(list.find(({ at }) => at.at(-1) === 'numbers')?.value).toEqual({ mon: ['08:00-15:30'], sat: [] });
});

describe('carrying out what a site says', () => {
  const file = { name: 'a', officials: [{ id: 'head', name: 'b' }], camat: { nip: null } };
  const put = (at: string[], value: unknown): Assignment => ({ part: 'village', at, value });

  it('finds a person by the id, and leaves out who was taken away', () => {
    const next = assign(
      file,
      [put(['officials', 'head', 'name'], 'c'), put(['officials', 'gone', 'name'], 'd')],
      () => true,
    );
    expect(next.officials).toEqual([{ id: 'head', name: 'c' }]);
    expect(file.officials).toEqual([{ id: 'head', name: 'b' }]);
  });

  it('changes what may be changed and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray(['name', 'officials.head.name', 'camat.nip']), fc.string(), (allowed, value) => {
        const places = [['name'], ['officials', 'head', 'name'], ['camat', 'nip']];
        const next = assign(
          file,
          places.map((at) => put(at, value)),
          ({ at }) => allowed.includes(at.join('.')),
        );
        for (const at of places)
          expect(valueAt(next, at)).toEqual(allowed.includes(at.join('.')) ? value : valueAt(file, at));
      }),
    );
  });
});
