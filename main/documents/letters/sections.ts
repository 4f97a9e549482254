import type { Condition, LetterDefinition, LetterField, LetterSection } from '../../../contract/letters.ts';
import { written } from './written-values.ts';

/** What was answered, by `section.field`; a section that repeats goes on as `heirs_2`, `heirs_3`. */
export type Values = Readonly<Record<string, string>>;

/** The answers of one letter, looked up by the names that its definition gives them. */
export class Answers {
  readonly #values: Values;
  readonly #sections: readonly LetterSection[];

  constructor(definition: LetterDefinition, values: Values) {
    this.#values = values;
    this.#sections = definition.sections;
  }

  /** True without a condition. */
  holds(when: Condition | undefined): boolean {
    return when === undefined || when.is.includes(this.#values[when.field] ?? '');
  }

  /** As a letter writes it; empty when it was not answered, or is not asked in this case. */
  at(place: string): string {
    const [sectionId = '', fieldId = ''] = place.split('.');
    const section = this.#section(sectionId);
    const field = section?.fields.find(({ id }) => id === fieldId);
    return section && field ? this.#cell(section, sectionId, field) : '';
  }

  /** What the letter is wanted for: the field that every definition calls `purpose`, in whatever section. */
  purpose(): string {
    const places = this.#sections.map(({ id }) => `${id}.purpose`);
    return places.map((place) => this.at(place)).find((words) => words !== '') ?? '';
  }

  /** Label and value of every field that was answered, in the section's order. */
  rows(sectionId: string, without: readonly string[]): [label: string, value: string][] {
    const section = this.#section(sectionId);
    return (section?.fields ?? [])
      .filter(({ id }) => !without.includes(id))
      .map((field): [string, string] => [field.label.id, this.at(`${sectionId}.${field.id}`)])
      .filter(([, value]) => value !== '');
  }

  /** Every repetition in which something was answered, with the values of these fields. */
  table(sectionId: string, fieldIds: readonly string[]): string[][] {
    const section = this.#section(sectionId);
    if (!section) return [];
    return Array.from({ length: section.most }, (_, index) => (index === 0 ? sectionId : `${sectionId}_${index + 1}`))
      .map((one) => fieldIds.map((field) => this.at(`${one}.${field}`)))
      .filter((cells) => cells.some((cell) => cell !== ''));
  }

  /** `heirs_3` is the third of `heirs`, unless a section bears that very name. */
  #section(id: string): LetterSection | undefined {
    const own = this.#sections.find((section) => section.id === id);
    if (own) return own;
    const [, of, count] = /^(.+)_(\d{1,2})$/.exec(id) ?? [];
    return this.#sections.find((section) => section.id === of && Number(count) >= 2 && Number(count) <= section.most);
  }

  #cell(section: LetterSection, sectionId: string, field: LetterField): string {
    const here = (when: Condition | undefined) =>
      // Within a repetition a condition speaks of its own answers.
      when && sectionId !== section.id && when.field.startsWith(`${section.id}.`)
        ? { ...when, field: sectionId + when.field.slice(section.id.length) }
        : when;
    if (!this.holds(section.when) || !this.holds(here(field.when))) return '';
    return written(field, this.#values[`${sectionId}.${field.id}`] ?? '');
  }
}
