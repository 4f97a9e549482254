import type { LetterSettingsSnapshot } from '../../../contract/letter-settings.ts';

export type ListedLetter = LetterSettingsSnapshot['letters'][number];

export interface LetterGroup {
  /** Null: those shown first at the kiosk. */
  readonly category: string | null;
  readonly letters: readonly ListedLetter[];
}

/** The letters as a clerk looks for them: the everyday ones in their order, then each category by name. */
export function groupedLetters(
  letters: readonly ListedLetter[],
  typed: string,
  categories: readonly string[],
): LetterGroup[] {
  const found = letters.filter((letter) => hasWords(letter, typed));
  const everyday = found
    .filter(({ everyday: place }) => place !== null)
    .toSorted((a, b) => (a.everyday ?? 0) - (b.everyday ?? 0));
  const rest = found.filter(({ everyday: place }) => place === null).toSorted(byName);
  return [
    { category: null, letters: everyday },
    ...categories.map((category) => ({ category, letters: rest.filter((one) => one.category === category) })),
  ].filter((group) => group.letters.length > 0);
}

const byName = (a: ListedLetter, b: ListedLetter) => a.name.id.localeCompare(b.name.id, 'id');

function hasWords({ name, id }: ListedLetter, typed: string): boolean {
  const text = `${name.id} ${name.en} ${id}`.toLocaleLowerCase('id');
  return typed
    .toLocaleLowerCase('id')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
