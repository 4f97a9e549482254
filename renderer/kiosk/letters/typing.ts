import type { FieldType, LetterField } from '../../../contract/letters.ts';

/** How what is typed grows and how it is shown, by what a field holds. Pure. */

const longestDigits: Partial<Record<FieldType, number>> = {
  nik: 16,
  kk: 16,
  date: 8,
  time: 4,
  year: 4,
  phone: 13,
  rupiah: 12,
  number: 9,
};

/** The field is typed with letters. */
export const isWritten = (type: FieldType): boolean => type === 'text' || type === 'name' || type === 'paragraph';

export const longestOf = ({ type, longest }: LetterField): number =>
  longestDigits[type] ?? longest ?? (type === 'paragraph' ? 200 : 60);

/** Nothing leads with a space, no two spaces follow one another, nothing grows over its field. */
export function withSign(typed: string, sign: string, field: LetterField): string {
  if (typed.length >= longestOf(field)) return typed;
  if (sign === ' ' && (typed === '' || typed.endsWith(' '))) return typed;
  if (sign === '.' && field.type === 'number' && (typed === '' || typed.includes('.'))) return typed;
  if (!isWritten(field.type)) return typed + sign;
  // "RT 3 RW 1", as every address has it.
  if (!/\p{L}/u.test(sign)) return typed.replace(/\b(rt|rw)$/i, (short) => short.toUpperCase()) + sign;
  // Names and words begin large, as they are written; a paragraph only its sentences.
  const begins = field.type === 'paragraph' ? /(^|[.] )$/.test(typed) : /(^|[\s.,/('-])$/.test(typed);
  return typed + (begins ? sign : sign.toLowerCase());
}

/** "3509 1205 0890 0001": groups of four; those before the last are hidden unless they are wanted. */
export function identityShown(typed: string, hidden: boolean): string {
  const groups = typed.match(/.{1,4}/g) ?? [];
  return groups.map((group, index) => (hidden && index < groups.length - 1 ? '••••' : group)).join(' ');
}

/** "Rp1.500.000", as people write it. */
export const rupiahShown = (digits: string): string =>
  digits === '' ? '' : `Rp${Number(digits).toLocaleString('id-ID')}`;

/** "0812 3456 7890". */
export const phoneShown = (digits: string): string => (digits.match(/.{1,4}/g) ?? []).join(' ');

/** An answer as the review shows it; `typed` is what was typed. */
export function answerShown(
  { type, unit }: LetterField,
  value: string,
  pick: (both: { id: string; en: string }) => string,
): string {
  switch (type) {
    case 'nik':
    case 'kk':
      return identityShown(value, false);
    case 'rupiah':
      return rupiahShown(value);
    case 'date':
      return value.split('-').reverse().join('-');
    case 'time':
      return value.replace(':', '.');
    case 'phone':
      return phoneShown(value.replace(/^\+62/, '0'));
    case 'number':
      return [value.replace('.', ','), ...(unit === undefined ? [] : [pick(unit)])].join(' ');
    default:
      return value;
  }
}
