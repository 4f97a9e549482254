import type { Condition, FieldType, LetterDefinition, LetterField, LetterSection } from '../../../contract/letters.ts';
import type { Language } from '../../i18n/index.ts';

/** The answers of a request in the order of its letter, and each as people write it. */

type Values = Readonly<Record<string, string>>;

export interface Answer {
  /** `section.field`; of a section that repeats `heirs_2.name`. */
  readonly field: string;
  readonly asked: LetterField;
  /** As it is kept; empty when it was not filled in. */
  readonly value: string;
}

export interface AnswerGroup {
  /** `heirs`, `heirs_2`. */
  readonly key: string;
  readonly section: LetterSection;
  /** Which of several people, from 1; null where the section does not repeat. */
  readonly nth: number | null;
  readonly answers: readonly Answer[];
}

/** `heirs` for the first of several, `heirs_2` for the second. */
export const keyOf = (sectionId: string, nth: number): string => (nth === 1 ? sectionId : `${sectionId}_${nth}`);

/** Whether what a field or section depends on is so; inside a section that repeats it looks at the same person. */
function holds(when: Condition | undefined, section: LetterSection, key: string, values: Values): boolean {
  if (when === undefined) return true;
  const own = `${section.id}.`;
  const field = when.field.startsWith(own) ? `${key}.${when.field.slice(own.length)}` : when.field;
  return when.is.includes(values[field] ?? '');
}

/** @param counts how many of a section that repeats are shown, at least; without it as many as have an answer */
export function groupsOf(
  { sections }: LetterDefinition,
  values: Values,
  counts: Readonly<Record<string, number>> = {},
): AnswerGroup[] {
  return sections.flatMap((section) => {
    const filled = Object.keys(values);
    const shown = Array.from({ length: section.most }, (_, at) => at + 1).filter(
      (nth) =>
        nth <= Math.max(1, counts[section.id] ?? 1) ||
        filled.some((field) => field.startsWith(`${keyOf(section.id, nth)}.`)),
    );
    return shown
      .map((nth) => ({ nth, key: keyOf(section.id, nth) }))
      .filter(({ key }) => holds(section.when, section, key, values))
      .map(({ nth, key }) => ({
        key,
        section,
        nth: section.most > 1 ? nth : null,
        answers: section.fields
          .filter(({ id, when }) => holds(when, section, key, values) || (values[`${key}.${id}`] ?? '') !== '')
          .map((asked) => ({ field: `${key}.${asked.id}`, asked, value: values[`${key}.${asked.id}`] ?? '' })),
      }))
      .filter(({ answers }) => answers.length > 0);
  });
}

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** An answer as people write it: 5 Agustus 1990, pukul 13.45, Rp1.500.000, the words of an option. */
export function valueWords({ type, options, unit }: LetterField, value: string, language: Language): string {
  if (value === '') return '';
  switch (type) {
    case 'date':
      return dateWords(value, language);
    case 'time':
      return language === 'id' ? `pukul ${value.replace(':', '.')}` : value;
    case 'rupiah':
      return /^\d+$/.test(value) ? `Rp${thousands(value, language)}` : value;
    case 'number':
      return [numberWords(value, language), ...(unit === undefined ? [] : [unit[language]])].join(' ');
    case 'nik':
      return value.replace(/^(\d{6})(\d{6})(\d{4})$/, '$1 $2 $3');
    case 'kk':
      return value.replace(/^(\d{6})(\d{6})(\d{4})$/, '$1 $2 $3');
    case 'phone':
      return phoneWords(value);
    case 'choice':
      return options?.find(({ id }) => id === value)?.label[language] ?? value;
    default:
      return value;
  }
}

/** "0812-3456-7890" of an Indonesian number in E.164; another country's as it is. */
export function phoneWords(phone: string): string {
  if (!phone.startsWith('+62')) return phone;
  return `0${phone.slice(3)}`.replace(/^(\d{4})(\d{3,4})(\d+)$/, '$1-$2-$3');
}

function dateWords(value: string, language: Language): string {
  const at = Date.parse(`${value}T12:00:00Z`);
  if (Number.isNaN(at)) return value;
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}

/** Not by a number, which would lose digits of what is long. */
function thousands(digits: string, language: Language): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',');
}

function numberWords(value: string, language: Language): string {
  const [whole = '', part] = value.split('.');
  if (!/^-?\d+$/.test(whole)) return value;
  return `${thousands(whole, language)}${part === undefined ? '' : `${language === 'id' ? ',' : '.'}${part}`}`;
}

/** What a clerk typed, as it is kept (see `FieldType`). What cannot be read is kept as typed: the hub says what is wrong. */
export function keptOf(type: FieldType, typed: string): string {
  const tidy = typed.trim();
  switch (type) {
    case 'date':
      return dateOf(tidy);
    case 'time':
      return tidy.replace(/^(\d{1,2})[.:\s](\d{2})$/, (_, hour: string, minute: string) => `${two(hour)}:${minute}`);
    case 'rupiah':
      return tidy.replace(/^Rp\.?\s*/i, '').replaceAll(/[.\s]/g, '');
    case 'number':
      return tidy.replaceAll(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.');
    case 'nik':
    case 'kk':
      return tidy.replaceAll(/[\s.-]/g, '');
    case 'phone':
      return phoneOf(tidy.replaceAll(/[\s().-]/g, ''));
    default:
      return tidy;
  }
}

/** What stands in a field while it is corrected: what `keptOf` reads back. */
export function typedOf(type: FieldType, kept: string): string {
  switch (type) {
    case 'date':
      return kept.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');
    case 'time':
      return kept.replace(':', '.');
    case 'rupiah':
      return /^\d+$/.test(kept) ? thousands(kept, 'id') : kept;
    case 'number':
      return numberWords(kept, 'id');
    case 'phone':
      return phoneWords(kept);
    default:
      return kept;
  }
}

const two = (digits: string): string => digits.padStart(2, '0');

/** "5-8-1990", "05/08/1990", "5 8 1990" and "05081990", as it is printed on the KTP: the day first. */
function dateOf(typed: string): string {
  const found = /^(\d{1,2})[-/.\s]+(\d{1,2})[-/.\s]+(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  return found === null ? typed : `${found[3]}-${two(found[2] ?? '')}-${two(found[1] ?? '')}`;
}

function phoneOf(digits: string): string {
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`;
  return digits.startsWith('62') ? `+${digits}` : digits;
}
