import type { Bilingual } from '../../../contract/base.ts';
import type { Condition, LetterDefinition, PeopleFile } from '../../../contract/letters.ts';
import {
  fieldsOf,
  type OfficePlace,
  officePlaces,
  possibleFields,
  withPeople,
} from '../../../contract/letters-whole.ts';

/** A place of a letter's text: kept as `{applicant.name}`, read as `{Data pemohon: Nama}`. */
export interface TextPlace {
  /** `applicant.name`. */
  readonly place: string;
  /** Whose it is: "Data pemohon". */
  readonly group: string;
  /** "Data pemohon: Nama": none other of the letter is called so. */
  readonly label: string;
  /** "Nama". */
  readonly name: string;
}

type Pick = (both: Bilingual) => string;

/** Every place that a letter's text can have. */
export function textPlaces(
  letter: LetterDefinition,
  people: PeopleFile,
  pick: Pick,
  office: { group: string; names: Readonly<Record<OfficePlace, string>> },
): TextPlace[] {
  const asked = possibleFields(withPeople(letter, people)).map(({ place, field, section, instance }) => {
    const nth = instance.slice(section.id.length + 1);
    return { place, group: `${pick(section.title)}${nth === '' ? '' : ` ${nth}`}`, name: pick(field.label) };
  });
  const own = officePlaces.map((place) => ({ place, group: office.group, name: office.names[place] }));
  const seen = new Set<string>();
  return [...asked, ...own].map(({ place, group, name }) => {
    const words = `${group}: ${name}`;
    // Braces would part it, and two of one name could not be told apart: these are called as they are kept.
    const label = /[{}]/.test(words) || seen.has(words) ? place : words;
    seen.add(label);
    return { place, group, name, label };
  });
}

/** A text as it is read while it is changed. */
export function readable(text: string, places: readonly TextPlace[]): string {
  const labels = new Map(places.map(({ place, label }) => [place, label]));
  return replaced(text, labels);
}

/** The same as it is kept; what is no place stays as it was typed. */
export function kept(text: string, places: readonly TextPlace[]): string {
  const known = new Map(places.map(({ place, label }) => [label, place]));
  return replaced(text, known);
}

const replaced = (text: string, words: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\{([^{}]*)\}/g, (whole, inside: string) => {
    const word = words.get(inside);
    return word === undefined ? whole : `{${word}}`;
  });

/** A condition in words: what is asked, and which answers it wants. */
export function conditionWords(
  { field: place, is }: Condition,
  letter: LetterDefinition | null,
  people: PeopleFile,
  pick: Pick,
): { question: string; answers: string[] } {
  const field = letter === null ? undefined : fieldsOf(withPeople(letter, people)).get(place);
  const answers = is.map((value) => {
    const option = field?.options?.find(({ id }) => id === value);
    return option === undefined ? value : pick(option.label);
  });
  return { question: field === undefined ? place : pick(field.label), answers };
}
