import type { PersonName } from '../client/staff-client.ts';

/** Without accents and case: nobody types those to find themselves. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/**
 * Names that begin a word with each word typed, by alphabet; whoever signed in here last stands first.
 * @param last id of that person
 */
export function namesFor(people: readonly PersonName[], typed: string, last: string | null): PersonName[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  return people
    .filter(({ name }) => {
      const parts = plain(name).split(/\s+/);
      return wanted.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .toSorted((a, b) => Number(b.id === last) - Number(a.id === last) || a.name.localeCompare(b.name, 'id'));
}
