import type { core } from 'zod';
import type { Bilingual } from '../../contract/base.ts';
import { placeIn } from '../../contract/catalogue.ts';
import type { Contradiction } from '../../contract/catalogue-whole.ts';
import type { WrongSetting } from '../../contract/settings.ts';

type Issue = core.$ZodIssue;
type Code = WrongSetting['code'];

/** The schema's own sentences, in Indonesian. */
export const indonesian: Readonly<Record<string, string>> = {
  'must be small letters, digits and hyphens': 'hanya huruf kecil, angka dan tanda hubung',
  'must look like "08:00-12:00"': 'tulis seperti "08:00-12:00"',
  'must end after it begins': 'jam selesai harus setelah jam mulai',
  'must be in order and must not overlap': 'harus berurutan dan tidak boleh bertumpuk',
  'must not end before it begins': 'tanggal akhir tidak boleh sebelum tanggal awal',
  'is not a known time zone': 'zona waktu tidak dikenal',
  'must be one or two capital letters': 'satu atau dua huruf besar',
  'must be a colour such as "#1b7f8c"': 'tulis warna seperti "#1b7f8c"',
  'must be a PNG of at most 1024 × 1024 points, base64': 'harus gambar PNG, paling besar 1024 × 1024 titik',
  'Invalid ISO date': 'tulis tanggal seperti 2026-12-25',
};

const english: Readonly<Record<string, string>> = { 'Invalid ISO date': 'must be a date such as 2026-12-25' };

/** The first thing that is wrong with a file, and where. */
export function issueInWords(issues: readonly Issue[], content: unknown): WrongSetting {
  const [issue] = issues;
  if (!issue) throw new TypeError('nothing is wrong');
  const found = describe(issue, content);
  return { at: placeIn([...issue.path, ...(found.below ?? [])]), code: found.code, what: found.what };
}

interface Described {
  readonly code: Code;
  readonly what: Bilingual;
  /** The rest of the place, where the schema names only the one above. */
  readonly below?: readonly string[];
}

function describe(issue: Issue, content: unknown): Described {
  switch (issue.code) {
    case 'invalid_type':
      return isThere(content, issue.path)
        ? { code: 'wrong_kind', what: { id: 'isinya salah jenis', en: `must be ${issue.expected}` } }
        : { code: 'missing', what: { id: 'belum diisi', en: 'is missing' } };
    case 'unrecognized_keys':
      return {
        code: 'unknown_field',
        what: { id: 'isian ini tidak dikenal', en: 'is not a known field' },
        below: issue.keys.slice(0, 1),
      };
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_value':
    case 'invalid_union':
      return isThere(content, issue.path)
        ? { code: 'not_a_choice', what: { id: 'bukan salah satu pilihan', en: 'is not one of the choices' } }
        : { code: 'missing', what: { id: 'belum diisi', en: 'is missing' } };
    case 'invalid_key':
      return badForm(issue.issues[0]?.message ?? issue.message);
    default:
      return badForm(issue.message);
  }
}

function tooSmall(origin: string, least: number, inclusive: boolean): Described {
  if (origin === 'string' && least <= 1)
    return { code: 'too_short', what: { id: 'tidak boleh kosong', en: 'must not be empty' } };
  if (origin === 'string')
    return { code: 'too_short', what: { id: `paling sedikit ${least} huruf`, en: `needs at least ${least} letters` } };
  if (origin === 'array')
    return { code: 'too_short', what: { id: `paling sedikit ${least} isian`, en: `needs at least ${least}` } };
  return inclusive
    ? { code: 'too_small', what: { id: `paling kecil ${least}`, en: `must be at least ${least}` } }
    : { code: 'too_small', what: { id: `harus lebih dari ${least}`, en: `must be more than ${least}` } };
}

function tooBig(origin: string, most: number): Described {
  if (origin === 'string')
    return { code: 'too_long', what: { id: `paling banyak ${most} huruf`, en: `at most ${most} letters` } };
  if (origin === 'array')
    return { code: 'too_long', what: { id: `paling banyak ${most} isian`, en: `at most ${most}` } };
  return { code: 'too_big', what: { id: `paling besar ${most}`, en: `must be at most ${most}` } };
}

function badForm(message: string): Described {
  return {
    code: 'bad_form',
    what: { id: indonesian[message] ?? 'bentuknya tidak benar', en: english[message] ?? message },
  };
}

/** Whether anything stands at a place, whatever it is. */
function isThere(content: unknown, path: readonly PropertyKey[]): boolean {
  let at = content;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at !== undefined;
}

/** What two files say against each other. */
export function contradictionInWords({ why, name }: Contradiction): { code: Code; what: Bilingual } {
  const nowhere = (id: string, en: string) => ({ code: 'points_nowhere' as const, what: { id, en } });
  switch (why) {
    case 'twice':
      return { code: 'taken', what: { id: `"${name}" dipakai dua kali`, en: `"${name}" is used twice` } };
    case 'spare':
      return {
        code: 'taken',
        what: { id: `huruf ${name} untuk nomor cadangan`, en: `the letter ${name} is kept for spare numbers` },
      };
    case 'no_agency':
      return nowhere(`tidak ada instansi "${name}"`, `there is no agency "${name}"`);
    case 'no_counter':
      return nowhere(`tidak ada loket "${name}"`, `there is no counter "${name}"`);
    case 'no_hours':
      return nowhere(`tidak ada jadwal jam "${name}"`, `there are no hours "${name}"`);
    case 'nothing_to_replace':
      return nowhere(`tidak ada jadwal jam "${name}" untuk diganti`, `there are no hours "${name}" to replace`);
  }
}
