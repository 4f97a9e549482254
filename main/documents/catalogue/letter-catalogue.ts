import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { UnitType } from '../../../contract/catalogue.ts';
import type { LetterCard, LetterInfo } from '../../../contract/documents.ts';
import { type LetterFile, letterFile, peopleFile } from '../../../contract/letters.ts';
import { withPeople } from '../../../contract/letters-whole.ts';
import { type VillageFile, villageFile } from '../../../contract/village.ts';
import { readCatalogueFile, wrongCatalogueFile } from '../../ops/catalogue-file.ts';
import { findLetterContradiction, findPeopleContradiction, type LetterContradiction } from './contradictions.ts';

/** What the files of letters say together. */
export interface LetterParts {
  readonly village: VillageFile;
  /** With their people's fields put in. */
  readonly letters: readonly LetterFile[];
}

/**
 * Reads village.json, people.json and every letter: each file from the office's own folder when it is there, else as
 * shipped. The own folder may hold letters that are not shipped.
 * @throws StartError with the file, the path inside it and what is wrong
 */
export function readLetters(shippedFolder: string, ownFolder: string): LetterParts {
  const village = readCatalogueFile('village.json', villageFile, shippedFolder, ownFolder);
  const ids = village.content.officials.map(({ id }) => id);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (twice >= 0) throw wrongCatalogueFile(village.path, ['officials', twice, 'id'], inWords.twice(ids[twice] ?? ''));
  const people = readCatalogueFile('people.json', peopleFile, shippedFolder, ownFolder);
  refuse(people.path, findPeopleContradiction(people.content));
  const letters = letterNames(shippedFolder, ownFolder).map((name) => {
    const { path, content } = readCatalogueFile(join('letters', name), letterFile, shippedFolder, ownFolder);
    refuse(path, findLetterContradiction(content, people.content, name));
    return withPeople(content, people.content);
  });
  return { village: village.content, letters };
}

/** The letters that an office issues, as its kiosks and desks offer them. */
export class LetterCatalogue {
  readonly village: VillageFile;
  readonly #letters: ReadonlyMap<string, LetterFile>;

  constructor({ village, letters }: LetterParts) {
    this.village = village;
    this.#letters = new Map(letters.toSorted(everydayFirst).map((letter) => [letter.id, letter]));
  }

  /** A letter with its people's fields put in, offered here or not: an old request may be for it. */
  letter(id: string): LetterFile | undefined {
    return this.#letters.get(id);
  }

  /** What an office of this kind offers, those of every day first; a lounge issues none. */
  offered(unit: UnitType): LetterFile[] {
    return [...this.#letters.values()].filter((letter) => isOffered(letter, unit));
  }

  /** What is said of a letter to whoever asks for it, with only the requirements that hold here. */
  info(id: string, unit: UnitType): LetterInfo | undefined {
    const letter = this.#letters.get(id);
    if (!letter || !isOffered(letter, unit)) return undefined;
    const { rtRwLetter, queueService, assistsCivilRegistry } = this.village;
    return {
      definition: { ...letter, requirements: letter.requirements.filter(({ rtRw }) => rtRwLetter || !rtRw) },
      queueService,
      assisted: letter.kind === 'redirect' && assistsCivilRegistry,
    };
  }

  cards(unit: UnitType): LetterCard[] {
    return this.offered(unit).map((letter) => ({
      id: letter.id,
      kind: letter.kind,
      name: letter.name,
      category: letter.category,
      purpose: letter.purpose,
      words: letter.words,
      everyday: letter.everyday ?? null,
      offered: letter.kind === 'letter' ? letter.offered : 'kiosk',
    }));
  }
}

function isOffered(letter: LetterFile, unit: UnitType): boolean {
  return letter.active && unit !== 'lounge' && letter.units.includes(unit);
}

function everydayFirst(a: LetterFile, b: LetterFile): number {
  const [first, second] = [a.everyday ?? Number.MAX_SAFE_INTEGER, b.everyday ?? Number.MAX_SAFE_INTEGER];
  return first - second || a.name.id.localeCompare(b.name.id, 'id');
}

function letterNames(...folders: string[]): string[] {
  const names = folders
    .map((folder) => join(folder, 'letters'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => name.endsWith('.json'));
  return [...new Set(names)].toSorted();
}

function refuse(path: string, wrong: LetterContradiction | null): void {
  if (wrong) throw wrongCatalogueFile(path, wrong.at, inWords[wrong.why](wrong.name));
}

const inWords: Record<LetterContradiction['why'], (name: string) => string> = {
  file_name: (name) => `must be the file's name without .json, and the file is ${name}`,
  twice: (name) => `"${name}" is used twice`,
  no_people: (name) => `people.json has no set "${name}"`,
  no_fields: (name) => `the section "${name}" has no fields`,
  no_options: (name) => `the choice "${name}" has no options`,
  spare_options: (name) => `only a choice has options, and "${name}" is none`,
  no_field: (name) => `there is no field "${name}"`,
  no_option: (name) => `the choice has no option "${name}"`,
  no_section: (name) => `there is no section "${name}"`,
  no_place: (name) => `no field or place is called "{${name}}"`,
  lone_brace: (name) => `a brace stands alone in "${name}"`,
  no_desk_reason: () => 'a letter of the desk must say why',
};
