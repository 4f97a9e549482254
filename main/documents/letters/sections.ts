import { holds, visibleFields } from '../../../contract/letter-fields.ts';
import type { Condition, LetterDefinition, LetterField, LetterSection } from '../../../contract/letters.ts';
import { instancesOf } from '../../../contract/letters-whole.ts';
import { written } from './written-values.ts';

/** What was answered, by `section.field`; a section that repeats goes on as `heirs_2`, `heirs_3`. */
export type Values = Readonly<Record<string, string>>;

/** The answers of one letter, looked up by the names that its definition gives them. */
export class Answers {
  readonly #values: Values;
  readonly #sections: readonly LetterSection[];
  readonly #asked: ReadonlyMap<string, LetterField>;

  constructor(definition: LetterDefinition, values: Values) {
    this.#values = values;
    this.#sections = definition.sections;
    this.#asked = new Map(visibleFields(definition, values).map(({ place, field }) => [place, field]));
  }

  /** True without a condition. */
  holds(when: Condition | undefined): boolean {
    return holds(when, this.#values);
  }

  /** As a letter writes it; empty when it was not answered, or is not asked in this case. */
  at(place: string): string {
    const field = this.#asked.get(place);
    return field ? written(field, this.#values[place] ?? '') : '';
  }

  /** What the letter is wanted for: the field that every definition calls `purpose`, in whatever section. */
  purpose(): string {
    const places = this.#sections.map(({ id }) => `${id}.purpose`);
    return places.map((place) => this.at(place)).find((words) => words !== '') ?? '';
  }

  /** Label and value of every field that was answered, in the section's order. */
  rows(sectionId: string, without: readonly string[]): [label: string, value: string][] {
    return (this.#section(sectionId)?.fields ?? [])
      .filter(({ id }) => !without.includes(id))
      .map((field): [string, string] => [field.label.id, this.at(`${sectionId}.${field.id}`)])
      .filter(([, value]) => value !== '');
  }

  /** Every repetition in which something was answered, with the values of these fields. */
  table(sectionId: string, fieldIds: readonly string[]): string[][] {
    const section = this.#section(sectionId);
    return (section ? instancesOf(section) : [])
      .map((one) => fieldIds.map((field) => this.at(`${one}.${field}`)))
      .filter((cells) => cells.some((cell) => cell !== ''));
  }

  /** The section, or the one of which `heirs_2` is an instance. */
  #section(id: string): LetterSection | undefined {
    return this.#sections.find((section) => instancesOf(section).includes(id));
  }
}
