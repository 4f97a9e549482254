import type { LetterDefinition, LetterField, LetterFile, LetterSection, PeopleFile } from './letters.ts';

/** Under which names a section is filled in: `heirs`, `heirs_2`, `heirs_3`. */
export function instancesOf(section: Pick<LetterSection, 'id' | 'most'>): string[] {
  return Array.from({ length: section.most }, (_, i) => (i === 0 ? section.id : `${section.id}_${i + 1}`));
}

/**
 * The fields of a letter whose people are put in, by `section.field`, instances included. Inside a later instance a
 * condition on the section itself means that instance.
 */
export function fieldsOf(definition: Pick<LetterDefinition, 'sections'>): Map<string, LetterField> {
  const fields = new Map<string, LetterField>();
  for (const section of definition.sections)
    for (const instance of instancesOf(section))
      for (const field of section.fields)
        fields.set(`${instance}.${field.id}`, ofInstance(field, section.id, instance));
  return fields;
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
