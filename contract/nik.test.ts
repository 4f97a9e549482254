import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../tests/fixtures/nik_vectors.json' with { type: 'json' };
import { groupNik, maskNik, readKk, readNik } from './nik.ts';

const today = '2026-11-24';
const banyuwangi = { code: '3510', lastDistrict: 25 };

/** A reading in the vectors' own words. */
function said(text: string): string {
  const read = readNik(text, today, banyuwangi);
  if (!read.ok) return `invalid:${read.problem}`;
  const years = read.births.map((date) => date.slice(0, 4)).join('|');
  const warned = read.warnings.map((warning) => warning.replace('outside_district', ';warn:outside_banyuwangi'));
  return `ok:${read.sex}:${years}${read.births[0]?.slice(4)}${warned.join('')}`;
}

const born = fc
  .date({ min: new Date('1917-01-01'), max: new Date(today), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function nikOf(date: string, sex: 'L' | 'P', serial: number): string {
  const day = Number(date.slice(8)) + (sex === 'P' ? 40 : 0);
  return `351016${String(day).padStart(2, '0')}${date.slice(5, 7)}${date.slice(2, 4)}${String(serial).padStart(4, '0')}`;
}

describe('a NIK', () => {
  it.each(vectors.vectors as [string, string][])('%s reads as %s', (nik, expected) => {
    expect(said(nik)).toBe(expected);
  });

  it('reads as the sex and birth of whoever it was given to, whenever that was', () => {
    fc.assert(
      fc.property(
        born,
        fc.constantFrom('L' as const, 'P' as const),
        fc.integer({ min: 1, max: 9999 }),
        (date, sex, n) => {
          const read = readNik(nikOf(date, sex, n), today, banyuwangi);
          expect(read).toMatchObject({ ok: true, sex, births: expect.arrayContaining([date]), warnings: [] });
        },
      ),
    );
  });

  it('never means a day to come or a person older than 110', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^3510[0-2]\d[0-7]\d[01]\d{7}$/), (nik) => {
        const read = readNik(nik, today);
        for (const date of read.ok ? read.births : []) {
          expect(date <= today && Number(date.slice(0, 4)) >= 1916).toBe(true);
        }
      }),
    );
  });

  it('is read in the groups in which it is shown, and says nothing of a home it was not asked about', () => {
    expect(readNik('351514 450170 0002', today)).toMatchObject({ ok: true, nik: '3515144501700002', warnings: [] });
  });

  it('is answered for whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readNik(text, today).ok === 'boolean'));
  });

  it('is shown with its middle hidden, in the groups of its parts', () => {
    expect(maskNik('3510160508900001')).toBe('3510••••••••0001');
    expect(maskNik('351016')).toBe('••••••••');
    expect(groupNik('3510160508900001')).toBe('351016 050890 0001');
    expect(groupNik('3510160')).toBe('351016 0');
  });
});

describe('the number of a family card', () => {
  it('is 16 digits', () => {
    expect(readKk('3510 1605 0890 0001')).toEqual({ ok: true, kk: '3510160508900001' });
    expect(readKk('351016050890')).toEqual({ ok: false, problem: 'length' });
    expect(readKk('351O160508900001')).toEqual({ ok: false, problem: 'not_digits' });
  });
});
