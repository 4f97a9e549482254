import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { UnitType } from '../../../contract/catalogue.ts';
import type { LetterCard, LetterInfo } from '../../../contract/documents.ts';
import { type LetterFile, letterFile, type PeopleFile, peopleFile } from '../../../contract/letters.ts';
import { withPeople } from '../../../contract/letters-whole.ts';
import { type VillageFile, villageFile } from '../../../contract/village.ts';
import { readCatalogueFile, wrongCatalogueFile } from '../../ops/catalogue-file.ts';
import {
  findLetterContradiction,
  findPeopleContradiction,
  findVillageContradiction,
  type LetterContradiction,
} from './contradictions.ts';
import { letterContradictionInWords } from './wording.ts';

/** What the files of letters say together. */
export interface LetterParts {
  readonly village: VillageFile;
  readonly people: PeopleFile;
  /** As their files have them: without their people's fields. */
  readonly letters: readonly LetterFile[];
}

/**
 * Reads village.json, people.json and every letter: each file from the office's own folder when it is there, else as
 * shipped. The own folder may hold letters that are not shipped.
 * @throws StartError with the file, the path inside it and what is wrong
 */
export function readLetters(shippedFolder: string, ownFolder: string): LetterParts {
  const village = readCatalogueFile('village.json', villageFile, shippedFolder, ownFolder);
  refuse(village.path, findVillageContradiction(village.content, null));
  const people = readCatalogueFile('people.json', peopleFile, shippedFolder, ownFolder);
  refuse(people.path, findPeopleContradiction(people.content));
  const letters = letterNames(shippedFolder, ownFolder).map((name) => {
    const { path, content } = readCatalogueFile(join('letters', name), letterFile, shippedFolder, ownFolder);
    refuse(path, findLetterContradiction(content, people.content, name));
    return content;
  });
  return { village: village.content, people: people.content, letters };
}

/**
 * The letters that an office issues, as its kiosks and desks offer them. Whoever reads it at each use, and keeps nothing of
 * it, has the newest.
 */
export class LetterCatalogue {
  #parts: LetterParts;
  #letters: ReadonlyMap<string, LetterFile>;

  constructor(parts: LetterParts) {
    this.#parts = parts;
    this.#letters = byId(parts);
  }

  /** These hold from now on. */
  adopt(parts: LetterParts): void {
    this.#parts = parts;
    this.#letters = byId(parts);
  }

  /** What holds now, as the files have it. */
  get parts(): LetterParts {
    return this.#parts;
  }

  get village(): VillageFile {
    return this.#parts.village;
  }

  /** All letters, offered or not, those of every day first. */
  all(): LetterFile[] {
    return [...this.#letters.values()];
  }

  /** A letter with its people's fields put in, offered here or not: an old request may be for it. */
  letter(id: string): LetterFile | undefined {
    return this.#letters.get(id);
  }

  /** What an office of this kind offers, those of every day first; a lounge issues none. */
  offered(unit: UnitType): LetterFile[] {
    return this.all().filter((letter) => isOffered(letter, unit));
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

function byId({ letters, people }: LetterParts): Map<string, LetterFile> {
  return new Map(letters.toSorted(everydayFirst).map((letter) => [letter.id, withPeople(letter, people)]));
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
  if (wrong) throw wrongCatalogueFile(path, wrong.at, letterContradictionInWords(wrong).en);
}
