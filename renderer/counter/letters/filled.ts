import type { LetterDefinition } from '../../../contract/letters.ts';
import { type AnswerGroup, keptOf, keyOf } from './answers.ts';

/** A form that a clerk fills in: what was typed, as it is kept. Empty answers are left out. */
export function keptValues(
  { sections }: LetterDefinition,
  typed: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const { id, most, fields } of sections) {
    for (let nth = 1; nth <= most; nth += 1) {
      for (const { id: field, type } of fields) {
        const place = `${keyOf(id, nth)}.${field}`;
        const value = keptOf(type, typed[place] ?? '');
        if (value !== '') kept[place] = value;
      }
    }
  }
  return kept;
}

/** Fields that must be filled in and are not, in the order of the page. */
export function missingIn(groups: readonly AnswerGroup[]): string[] {
  return groups.flatMap(({ answers }) =>
    answers.filter(({ asked, value }) => asked.required && value === '').map(({ field }) => field),
  );
}
