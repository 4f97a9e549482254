import { readdirSync, readFileSync } from 'node:fs';
import { type LetterDefinition, type LetterFile, letterFile, peopleFile } from '../../../contract/letters.ts';
import { villageFile } from '../../../contract/village.ts';
import people from '../../../resources/catalogue/people.json' with { type: 'json' };
import village from '../../../resources/catalogue/village.json' with { type: 'json' };

/** What comes with the program, as the hub gives it. */

const folder = new URL('../../../resources/catalogue/letters/', import.meta.url);

export const shippedLetters: readonly LetterFile[] = readdirSync(folder).map((name) =>
  letterFile.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
);
export const shippedPeople = peopleFile.parse(people);
export const shippedVillage = villageFile.parse(village);

export function shippedLetter(id: string): LetterDefinition {
  const letter = shippedLetters.find((one) => one.id === id);
  if (letter?.kind !== 'letter') throw new Error(`no letter ${id}`);
  return letter;
}

type Path = (string | number)[];

/** Every text and number of a file, with where it stands. */
export function* leavesOf(value: unknown, at: Path = []): Generator<{ at: Path; value: unknown }> {
  if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* leavesOf(one, [...at, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* leavesOf(one, [...at, key]);
  else yield { at, value };
}
