import type { LetterValues, ValueProblem } from './documents.ts';
import { checkValue, tidy, type ValueContext } from './letter-values.ts';
import type { Condition, LetterDefinition } from './letters.ts';
import { fieldsOf, type PossibleField, possibleFields } from './letters-whole.ts';

export { checkValue } from './letter-values.ts';

/**
 * Which fields of a letter are asked, and whether its answers will do. Pure, and the same at the kiosk, at the desk and in
 * the hub; a definition comes here with its people's fields put in.
 */

export type PlacedField = Omit<PossibleField, 'instance'>;

export interface WrongValue {
  readonly field: string;
  readonly problem: ValueProblem;
}

/** Whether a condition holds for these values; none always does. */
export function holds(condition: Condition | undefined, values: LetterValues): boolean {
  if (condition === undefined) return true;
  const value = Object.hasOwn(values, condition.field) ? values[condition.field] : undefined;
  return value !== undefined && condition.is.includes(value);
}

/**
 * The fields that a letter has with these values, in its order. A value of a field that is not asked counts for no
 * condition. A section that repeats is there as often as it has values, and at least once.
 */
export function visibleFields(definition: LetterDefinition, values: LetterValues): PlacedField[] {
  const all = possibleFields(definition);
  let counted: LetterValues = values;
  // What a condition hides can only hide more: this ends, after as many rounds as conditions hang on each other.
  for (;;) {
    const visible = all.filter((placed) => isVisible(placed, counted));
    const places = new Set(visible.map(({ place }) => place));
    const kept = Object.fromEntries(Object.entries(counted).filter(([place]) => places.has(place)));
    if (Object.keys(kept).length === Object.keys(counted).length)
      return visible.map(({ place, field, section }) => ({ place, field, section }));
    counted = kept;
  }
}

/**
 * Tidies all answers of a letter and finds what is wrong with them. Values of fields that are not asked are dropped, and so
 * are empty ones. At the kiosk nothing is missing that only the desk asks.
 * @returns the values that will do, and what is wrong, in the letter's order
 */
export function checkValues(
  definition: LetterDefinition,
  values: LetterValues,
  { today, by }: ValueContext & { readonly by: 'kiosk' | 'desk' },
): { values: LetterValues; wrong: WrongValue[] } {
  const given = new Map(Object.entries(values));
  const known = fieldsOf(definition);
  const tidied: LetterValues = {};
  const problems = new Map<string, ValueProblem>();
  for (const [place, field] of known) {
    const raw = given.get(place);
    if (raw === undefined || tidy(raw) === '') continue;
    const checked = checkValue(field, raw, { today });
    // A wrong value still shows that its part of the letter is meant.
    tidied[place] = checked.ok ? checked.value : raw;
    if (!checked.ok) problems.set(place, checked.problem);
  }
  const right: LetterValues = {};
  const wrong: WrongValue[] = [];
  for (const { place, field } of visibleFields(definition, tidied)) {
    const value = tidied[place];
    const problem = problems.get(place);
    if (problem !== undefined) wrong.push({ field: place, problem });
    else if (value !== undefined) right[place] = value;
    else if (field.required && (by === 'desk' || field.asked === 'kiosk'))
      wrong.push({ field: place, problem: 'missing' });
  }
  for (const place of given.keys()) if (!known.has(place)) wrong.push({ field: place, problem: 'unknown_field' });
  return { values: right, wrong };
}

function isVisible({ field, section, instance }: PossibleField, values: LetterValues): boolean {
  const present = instance === section.id || section.fields.some(({ id }) => isFilled(values, `${instance}.${id}`));
  return present && holds(section.when, values) && holds(field.when, values);
}

function isFilled(values: LetterValues, place: string): boolean {
  return Object.hasOwn(values, place) && (values[place] ?? '').trim() !== '';
}
