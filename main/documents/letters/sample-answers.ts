import type { LetterValues } from '../../../contract/documents.ts';
import { visibleFields } from '../../../contract/letter-fields.ts';
import type { Condition, LetterDefinition, LetterField } from '../../../contract/letters.ts';

export interface SampleOf {
  /** Code of the village's region: a number made of it looks like one from here. */
  readonly region: string;
  /** YYYY-MM-DD */
  readonly today: string;
}

/**
 * Answers of a person who does not exist, for showing how a letter looks; always the same.
 * @param when what has to hold, where the paper is only for some cases
 */
export function sampleAnswers(definition: LetterDefinition, of: SampleOf, when?: Condition): LetterValues {
  const values: LetterValues = when ? { [when.field]: when.is[0] ?? '' } : {};
  // A choice can bring up more questions: as long as there is one without an answer, it is answered.
  for (;;) {
    const open = visibleFields(definition, values).find(({ place }) => !(place in values));
    if (!open) return values;
    values[open.place] = sampleAnswer(open.field, of);
  }
}

function sampleAnswer(field: LetterField, { region, today }: SampleOf): string {
  const district = region.replaceAll('.', '').slice(0, 6);
  switch (field.type) {
    case 'name':
      return 'NAMA CONTOH'.slice(0, field.longest);
    // A serial that no district comes to in a day: nobody has it.
    case 'nik':
      return `${district}1708909999`;
    case 'kk':
      return `${district}0101009999`;
    case 'phone':
      return '+6281200000000';
    case 'date':
      return field.id === 'birth_date' ? '1990-08-17' : today;
    case 'time':
      return '09:00';
    case 'year':
      return within(field, Number(today.slice(0, 4)) - 5);
    case 'number':
      return within(field, 2);
    case 'rupiah':
      return within(field, 1_500_000);
    case 'choice':
      return field.options?.[0]?.id ?? '';
    case 'text':
    case 'paragraph':
      return sampleText(field);
  }
}

const within = ({ min = 0, max = Number.MAX_SAFE_INTEGER }: LetterField, usual: number): string =>
  String(Math.min(Math.max(usual, min), max));

/** Few letters are a number such as that of an RT. */
function sampleText({ label, longest = 60 }: LetterField): string {
  return longest < 16 ? '001'.slice(0, longest) : `Contoh ${label.id.toLocaleLowerCase('id')}`.slice(0, longest).trim();
}
