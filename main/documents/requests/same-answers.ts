import type { LetterValues } from '../../../contract/documents.ts';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { fieldsOf } from '../../../contract/letters-whole.ts';

/**
 * Gives fields the answer of the one they may be the same as ("sama dengan alamat rumah"), where a resident said so
 * without knowing that answer. What was answered stands.
 * @param values with what the residents' list fills in
 * @param places `business.address`; one that cannot be the same as another is left alone
 */
export function withSame(
  definition: Pick<LetterDefinition, 'sections'>,
  values: LetterValues,
  places: readonly string[],
): LetterValues {
  if (places.length === 0) return values;
  const fields = fieldsOf(definition);
  const all = { ...values };
  for (const place of places) {
    const source = fields.get(place)?.sameAs?.field;
    const answer = source === undefined ? undefined : values[source];
    if (answer !== undefined && (all[place] ?? '').trim() === '') all[place] = answer;
  }
  return all;
}
