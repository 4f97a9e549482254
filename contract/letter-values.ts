import type { ValueProblem } from './documents.ts';
import type { LetterField } from './letters.ts';
import { type NikProblem, readKk, readNik } from './nik.ts';
import { readPhone } from './phone.ts';

/** One answer of a letter: tidied, or what is wrong with it. Pure, and the same at the kiosk, at the desk and in the hub. */

export type CheckedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: ValueProblem };

export interface ValueContext {
  /** YYYY-MM-DD in the lounge's time zone. */
  readonly today: string;
}

/** Characters when a field says no `longest` of its own. */
const longestText = 60;
const longestParagraph = 200;
/** More digits than anything in a letter has, and as many as a number keeps exactly. */
const mostDigits = 15;
const oldestYear = 1800;
const newestYear = 2200;

/** What a letter's font and a keyboard here both know: Latin letters, digits and the signs of a text. */
const textSigns = /^[\u0020-\u007e\u00a1-\u024f\u1e00-\u1eff\u2010-\u2026\u2032\u2033\u20ac]*$/;
const nameSigns = /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff .,'-]*$/;

/**
 * Tidies what was typed and checks it against its field. A value that passed gives itself again.
 * An empty one is `missing` where the field is required, else an empty value.
 */
export function checkValue(field: LetterField, raw: string, context: ValueContext): CheckedValue {
  const text = tidy(raw);
  if (text === '') return field.required ? wrong('missing') : right('');
  switch (field.type) {
    case 'text':
      return checkText(text, textSigns, field.longest ?? longestText);
    case 'name':
      return checkName(text, field.longest ?? longestText);
    case 'paragraph':
      return checkText(text, textSigns, field.longest ?? longestParagraph);
    case 'number':
      return checkAmount(field, plainNumber(text));
    case 'rupiah':
      return checkAmount(field, plainRupiah(text));
    case 'date':
      return checkDate(field, text, context);
    case 'time':
      return checkTime(text);
    case 'year':
      return checkYear(field, text, context);
    case 'nik':
      return checkNik(text, context);
    case 'kk': {
      const read = readKk(text);
      return read.ok ? right(read.kk) : wrong(`kk_${read.problem}`);
    }
    case 'phone': {
      const kept = readPhone(text);
      return kept === null ? wrong('phone') : right(kept);
    }
    case 'choice':
      return field.options?.some(({ id }) => id === text) ? right(text) : wrong('not_a_choice');
  }
}

/** Composed letters, single spaces, nothing that cannot be seen. */
export function tidy(raw: string): string {
  const seen = raw.replaceAll(/\s/g, ' ').replaceAll(/\p{C}/gu, '');
  return seen.normalize('NFC').replaceAll(/ {2,}/g, ' ').trim();
}

function checkText(text: string, signs: RegExp, longest: number): CheckedValue {
  if (!signs.test(text)) return wrong('bad_signs');
  return text.length > longest ? wrong('too_long') : right(text);
}

function checkName(text: string, longest: number): CheckedValue {
  const name = text.replaceAll(/[\u2018\u2019]/g, "'");
  return /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/.test(name) ? checkText(name, nameSigns, longest) : wrong('bad_signs');
}

/**
 * `1.500,25`, `1 500` and `1500.25` as plain digits; null when it is no number. A point before exactly three digits parts
 * groups, as it does in Indonesian, and a number has two decimals at most: so a plain number is read as itself.
 */
function plainNumber(text: string): string | null {
  const grouped = /^(\d{1,3}(?:[. ]\d{3})+)(?:,(\d{1,2}))?$/.exec(text);
  const plain = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  const [, whole, decimals = ''] = grouped ?? plain ?? [];
  if (whole === undefined) return null;
  const part = decimals.replace(/0+$/, '');
  return withoutZeros(whole.replaceAll(/[. ]/g, '')) + (part === '' ? '' : `.${part}`);
}

/** `Rp 1.500.000,-` and the like as plain digits; null when it is no whole rupiah. */
function plainRupiah(text: string): string | null {
  const amount = /^(?:rp\.? ?)?(\d+|\d{1,3}(?:[. ]\d{3})+)(?:,(?:-|00))?$/i.exec(text)?.[1];
  return amount === undefined ? null : withoutZeros(amount.replaceAll(/[. ]/g, ''));
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function checkAmount(field: LetterField, plain: string | null): CheckedValue {
  if (plain === null) return wrong('not_a_number');
  if (plain.length > mostDigits) return wrong('too_big');
  return inBounds(field, plain);
}

function inBounds(field: LetterField, plain: string): CheckedValue {
  const amount = Number(plain);
  if (field.min !== undefined && amount < field.min) return wrong('too_small');
  if (field.max !== undefined && amount > field.max) return wrong('too_big');
  return right(plain);
}

function checkDate(field: LetterField, text: string, { today }: ValueContext): CheckedValue {
  const date = readDate(text);
  if (date === null) return wrong('no_such_date');
  return date > today && !field.future ? wrong('in_future') : right(date);
}

/** `1990-08-05`, or day first as it stands on the KTP: `05-08-1990`, `5/8/1990`, `05 08 1990`. Null: there is no such date. */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const parts = iso ? iso.slice(1) : dayFirst?.slice(1).reverse();
  const [year = 0, month = 0, day = 0] = parts?.map(Number) ?? [];
  return isDate(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null;
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < oldestYear || year > newestYear || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function checkTime(text: string): CheckedValue {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined || minute === undefined ? wrong('no_such_time') : right(`${two(Number(hour))}:${minute}`);
}

function checkYear(field: LetterField, text: string, { today }: ValueContext): CheckedValue {
  if (!/^\d{4}$/.test(text)) return wrong('not_a_number');
  const year = Number(text);
  if (year < oldestYear) return wrong('too_small');
  if (year > Number(today.slice(0, 4)) && !field.future) return wrong('in_future');
  return year > newestYear ? wrong('too_big') : inBounds(field, text);
}

/** What is wrong with a NIK, as it is said of a value or of a row. */
export const nikWords = {
  length: 'nik_length',
  not_digits: 'nik_not_digits',
  province: 'nik_province',
  day: 'nik_date',
  month: 'nik_date',
  date: 'nik_date',
  serial: 'nik_serial',
} as const satisfies Record<NikProblem, ValueProblem>;

function checkNik(text: string, { today }: ValueContext): CheckedValue {
  const read = readNik(text, today);
  return read.ok ? right(read.nik) : wrong(nikWords[read.problem]);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function right(value: string): CheckedValue {
  return { ok: true, value };
}

function wrong(problem: ValueProblem): CheckedValue {
  return { ok: false, problem };
}
