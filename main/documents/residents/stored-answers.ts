import type { LetterValues } from '../../../contract/documents.ts';
import { checkValue } from '../../../contract/letter-fields.ts';
import type { LetterDefinition, LetterField } from '../../../contract/letters.ts';
import { fieldsOf } from '../../../contract/letters-whole.ts';
import type { ResidentColumn } from '../../../contract/residents.ts';
import type { Resident } from './resident-rows.ts';

/** The fields of people.json that the list knows, by their column. The NIK is what was asked with. */
const fieldNames: readonly (readonly [column: ResidentColumn, field: string])[] = [
  ['name', 'name'],
  ['birth_place', 'birth_place'],
  ['birth_date', 'birth_date'],
  ['sex', 'sex'],
  ['religion', 'religion'],
  ['marital_status', 'marital'],
  ['occupation', 'occupation'],
  ['address', 'address'],
  ['rt', 'rt'],
  ['rw', 'rw'],
  ['hamlet', 'hamlet'],
];

/** Words of lists for the options of people.json, beside the options' own, in capitals and without anything but letters. */
const optionWords: Readonly<Record<string, readonly string[]>> = {
  male: ['L'],
  female: ['P'],
  kristen: ['PROTESTAN', 'KRISTENPROTESTAN'],
  katolik: ['KATHOLIK', 'KRISTENKATOLIK', 'KRISTENKATHOLIK'],
  buddha: ['BUDHA'],
  khonghucu: ['KONGHUCU'],
  kepercayaan: ['KEPERCAYAAN', 'PENGHAYATKEPERCAYAAN', 'KEPERCAYAANTERHADAPTUHANYANGMAHAESA'],
  single: ['BELUMMENIKAH'],
  married: ['MENIKAH', 'KAWINTERCATAT', 'KAWINBELUMTERCATAT', 'KAWINTIDAKTERCATAT'],
  divorced: ['CERAIHIDUPTERCATAT', 'CERAIHIDUPBELUMTERCATAT'],
  widowed: ['CERAIMATITERCATAT', 'CERAIMATIBELUMTERCATAT'],
};

/**
 * What the list answers of a letter's applicant, by `applicant.field`: only fields that the letter has, and values that
 * would do as answers. A field that a condition of the letter names is asked: the kiosk has to know its value.
 * @param today YYYY-MM-DD
 */
export function storedAnswers(definition: LetterDefinition, resident: Resident, today: string): LetterValues {
  const fields = fieldsOf(definition);
  const asked = new Set(placesInConditions(definition));
  const answers: LetterValues = {};
  for (const [column, name] of fieldNames) {
    const place = `applicant.${name}`;
    const field = fields.get(place);
    const known = resident[column];
    if (!field || known === null || asked.has(place)) continue;
    const word = field.type === 'choice' ? optionOf(field, known) : known;
    if (word === undefined) continue;
    const checked = checkValue(field, word, { today });
    if (checked.ok && checked.value !== '') answers[place] = checked.value;
  }
  return answers;
}

function optionOf({ options = [] }: LetterField, known: string): string | undefined {
  const word = lettersOf(known);
  return options.find(
    ({ id, label }) =>
      lettersOf(label.id) === word || (Object.hasOwn(optionWords, id) && optionWords[id]?.includes(word)),
  )?.id;
}

function lettersOf(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z]/g, '');
}

/** Every `when` of the letter, wherever it stands. */
function placesInConditions(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'when' ? [(value as { field: string }).field] : placesInConditions(value),
  );
}
