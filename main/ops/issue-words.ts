import type { core } from 'zod';
import type { Bilingual } from '../../contract/base.ts';
import { placeIn } from '../../contract/catalogue.ts';
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
  'Invalid URL': 'tulis alamat seperti https://contoh.go.id/daftar',
  'must be small letters, digits and underscores': 'hanya huruf kecil, angka dan garis bawah',
  'must look like "section.field"': 'tulis seperti "bagian.isian"',
  'must look like "400.12.2.1"': 'tulis seperti "400.12.2.1"',
  'must be 18 digits': 'harus 18 angka',
  'must hold {seq}': 'harus memuat {seq}',
  'must hold {year}': 'harus memuat {year}',
  'must part {seq} from digits and other places': '{seq} harus terpisah dari angka dan tempat lain',
  'may hold {class}, {seq}, {seq:3}, {unit}, {month}, {roman} and {year}':
    'hanya boleh memuat {class}, {seq}, {seq:3}, {unit}, {month}, {roman} dan {year}',
  'must look like "35.10.05.2008"': 'tulis seperti "35.10.05.2008"',
  'must be five digits': 'harus lima angka',
  'must look like "429.511.08"': 'tulis seperti "429.511.08"',
  'must be 43 characters of base64url': 'harus 43 huruf base64url',
  'is needed for a desa': 'wajib diisi untuk desa',
  'is needed for a kelurahan': 'wajib diisi untuk kelurahan',
  'is needed: a Lurah is a civil servant': 'wajib diisi: lurah adalah pegawai negeri',
  'must look like "usb:" or "tcp://192.168.1.50:9100"': 'tulis seperti "usb:" atau "tcp://192.168.1.50:9100"',
  'must be small letters': 'hanya huruf kecil',
  'must look like "01:00-04:00"': 'tulis seperti "01:00-04:00"',
};

const english: Readonly<Record<string, string>> = {
  'Invalid ISO date': 'must be a date such as 2026-12-25',
  'Invalid URL': 'must be an address such as https://example.org/list',
};

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
