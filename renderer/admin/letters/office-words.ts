import type { Official } from '../../../contract/village.ts';

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** A letter's number by a pattern, as main/documents/registers/number-pattern.ts writes it. @param date YYYY-MM-DD */
export function numberExample(
  pattern: string,
  { classCode, seq, unit, date }: { classCode: string; seq: number; unit: string; date: string },
): string {
  const [year = '', month = ''] = date.split('-');
  const words: Readonly<Record<string, string>> = {
    class: classCode,
    unit,
    year,
    month,
    roman: romans[Number(month) - 1] ?? '',
  };
  return pattern.replaceAll(
    /\{(?:seq(?::(\d))?|(class|unit|year|month|roman))\}/g,
    (_, width?: string, word?: string) =>
      word === undefined ? String(seq).padStart(Number(width ?? 1), '0') : (words[word] ?? ''),
  );
}

/** An official to be filled in. */
export function newOfficial(position: string, name: string, id: string): Official {
  return { id, name, position, nip: null, rank: null, signsAs: 'a.n.' };
}
