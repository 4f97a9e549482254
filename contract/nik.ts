/**
 * Numbers of the population register. A NIK is PPKKCC DDMMYY SSSS: province, regency and district of the first
 * registration, date of birth (a woman's day + 40) and a serial from 0001. It has no check digit: a slip of the finger can
 * pass, so it is read back, and what it says of birth and sex only warns (it stays when the date is corrected later).
 */

export const nikProblems = ['length', 'not_digits', 'province', 'day', 'month', 'date', 'serial'] as const;
export type NikProblem = (typeof nikProblems)[number];

export interface Nik {
  readonly nik: string;
  /** `L` (laki-laki) or `P` (perempuan), as on the KTP. */
  readonly sex: 'L' | 'P';
  /** Dates that it can mean, oldest first; two where somebody has to say the century. */
  readonly births: readonly string[];
  readonly warnings: readonly 'outside_district'[];
}

export type NikReading = ({ readonly ok: true } & Nik) | { readonly ok: false; readonly problem: NikProblem };

/** The regency of a village, whose people's numbers usually begin with one of its districts. */
export interface HomeRegency {
  /** Four digits: "3510". */
  readonly code: string;
  /** Number of its newest district: 25 in Banyuwangi. */
  readonly lastDistrict: number;
}

/** Provinces that have ever registered people, the four of Papua made in 2022 among them (Kepmendagri 300.2.2-2430/2025). */
const provinces = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
    ' ',
  ),
);

const digitsOfNumber = 16;
const oldestYears = 110;

/**
 * Reads a NIK, with or without spaces, dots and hyphens.
 * @param today YYYY-MM-DD: nobody was born later, or more than about 110 years before
 * @param home warns `outside_district` of a number that was first given elsewhere; absent: no warning
 */
export function readNik(text: string, today: string, home?: HomeRegency): NikReading {
  const nik = bare(text);
  const shape = wrongShape(nik);
  if (shape) return { ok: false, problem: shape };
  if (!provinces.has(nik.slice(0, 2))) return { ok: false, problem: 'province' };
  const written = Number(nik.slice(6, 8));
  const sex = written > 40 ? 'P' : 'L';
  const day = sex === 'P' ? written - 40 : written;
  if (day < 1 || day > 31) return { ok: false, problem: 'day' };
  const month = Number(nik.slice(8, 10));
  if (month < 1 || month > 12) return { ok: false, problem: 'month' };
  const births = possibleBirths(day, month, Number(nik.slice(10, 12)), today);
  if (births.length === 0) return { ok: false, problem: 'date' };
  if (nik.endsWith('0000')) return { ok: false, problem: 'serial' };
  return { ok: true, nik, sex, births, warnings: home && !isOf(home, nik) ? ['outside_district'] : [] };
}

/** The number of a family card, 16 digits; nothing more can be checked in it. */
export function readKk(
  text: string,
): { readonly ok: true; readonly kk: string } | { readonly ok: false; readonly problem: 'length' | 'not_digits' } {
  const kk = bare(text);
  const problem = wrongShape(kk);
  return problem ? { ok: false, problem } : { ok: true, kk };
}

/** As a screen may show it to whoever stands near: `3510••••••••0001`. Anything that is not 16 digits is hidden whole. */
export function maskNik(nik: string): string {
  const hidden = '•'.repeat(8);
  return /^\d{16}$/.test(nik) ? `${nik.slice(0, 4)}${hidden}${nik.slice(-4)}` : hidden;
}

/** For reading aloud and while it is typed: `351016 050890 0001`. */
export function groupNik(nik: string): string {
  return [nik.slice(0, 6), nik.slice(6, 12), nik.slice(12)].filter((group) => group !== '').join(' ');
}

function bare(text: string): string {
  return text.replaceAll(/[\s.-]/g, '');
}

function wrongShape(number: string): 'length' | 'not_digits' | null {
  if (!/^\d*$/.test(number)) return 'not_digits';
  return number.length === digitsOfNumber ? null : 'length';
}

function isOf(home: HomeRegency, nik: string): boolean {
  const district = Number(nik.slice(4, 6));
  return nik.startsWith(home.code) && district >= 1 && district <= home.lastDistrict;
}

/** In this century and the one before, as far as the date existed and somebody born then can be alive. */
function possibleBirths(day: number, month: number, yearInCentury: number, today: string): string[] {
  const thisYear = Number(today.slice(0, 4));
  const century = thisYear - (thisYear % 100);
  return [century - 100, century]
    .map((start) => start + yearInCentury)
    .filter((year) => year >= thisYear - oldestYears && day <= daysIn(year, month))
    .map((year) => `${year}-${two(month)}-${two(day)}`)
    .filter((date) => date <= today);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
