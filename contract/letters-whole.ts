import type { LetterDefinition, LetterField, LetterFile, LetterSection, PeopleFile } from './letters.ts';

/** Places of a letter's text that no question fills, in the order in which an editor offers them. */
export const officePlaces = [
  'head.title',
  'head.name',
  'office.name',
  'office.village',
  'office.district',
  'office.regency',
  'office.province',
  'date',
  'validUntil',
  'for',
] as const;
export type OfficePlace = (typeof officePlaces)[number];

/** Under which names a section is filled in: `heirs`, `heirs_2`, `heirs_3`. */
export function instancesOf(section: Pick<LetterSection, 'id' | 'most'>): string[] {
  return Array.from({ length: section.most }, (_, i) => (i === 0 ? section.id : `${section.id}_${i + 1}`));
}

/** A field of a letter at one of its places. */
export interface PossibleField {
  /** `business.name`; in a section that repeats `heirs.name`, `heirs_2.name`. */
  readonly place: string;
  readonly field: LetterField;
  readonly section: LetterSection;
  /** The section's own id, or `heirs_2`. */
  readonly instance: string;
}

/**
 * All fields that a letter can have, in its order; its people's fields are put in. Inside a later instance a condition on
 * the section itself means that instance.
 */
export function possibleFields({ sections }: Pick<LetterDefinition, 'sections'>): PossibleField[] {
  return sections.flatMap((section) =>
    instancesOf(section).flatMap((instance) =>
      section.fields.map((field) => ({
        place: `${instance}.${field.id}`,
        field: ofInstance(field, section.id, instance),
        section,
        instance,
      })),
    ),
  );
}

/** The same by `section.field`. */
export function fieldsOf(definition: Pick<LetterDefinition, 'sections'>): Map<string, LetterField> {
  return new Map(possibleFields(definition).map(({ place, field }) => [place, field]));
}

function ofInstance(field: LetterField, section: string, instance: string): LetterField {
  const { when } = field;
  if (!when || instance === section || !when.field.startsWith(`${section}.`)) return field;
  return { ...field, when: { ...when, field: `${instance}${when.field.slice(section.length)}` } };
}

/** The letter with each set of people's fields put before its section's own; no section names a set any more. */
export function withPeople<F extends LetterFile>(file: F, people: PeopleFile): F {
  if (file.kind === 'redirect') return file;
  const sections = file.sections.map(({ people: set, ...section }) => ({
    ...section,
    fields: [...setOf(people, set), ...section.fields],
  }));
  return { ...file, sections };
}

/** The fields of a set of people.json; none where there is no such set. */
export function setOf(people: PeopleFile, set: string | undefined): readonly LetterField[] {
  return set !== undefined && Object.hasOwn(people.sets, set) ? (people.sets[set] ?? []) : [];
}
