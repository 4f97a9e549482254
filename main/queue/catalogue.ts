import { calendarFile, loungeFile, servicesFile } from '../../contract/catalogue.ts';
import { type Contradiction, findContradiction, type WholeCatalogue } from '../../contract/catalogue-whole.ts';
import { readCatalogueFile, wrongCatalogueFile } from '../ops/catalogue-file.ts';

/** What the lounge offers, when and where. */
export type Catalogue = WholeCatalogue;

/** The catalogue that holds now. Whoever reads it at each use, and keeps nothing of it, has the newest. */
export class CurrentCatalogue implements Catalogue {
  #now: Catalogue;

  constructor(now: Catalogue) {
    this.#now = now;
  }

  get now(): Catalogue {
    return this.#now;
  }

  put(next: Catalogue): void {
    this.#now = next;
  }

  get lounge() {
    return this.#now.lounge;
  }

  get calendar() {
    return this.#now.calendar;
  }

  get agencies() {
    return this.#now.agencies;
  }

  get counters() {
    return this.#now.counters;
  }

  get services() {
    return this.#now.services;
  }
}

/**
 * Reads the catalogue: each file from the data folder when the lounge has its own, else as shipped.
 * @throws StartError with the file, the path inside it and what is wrong
 */
export function readCatalogue(shippedFolder: string, ownFolder: string): Catalogue {
  const lounge = readCatalogueFile('lounge.json', loungeFile, shippedFolder, ownFolder);
  const calendar = readCatalogueFile('calendar.json', calendarFile, shippedFolder, ownFolder);
  const services = readCatalogueFile('services.json', servicesFile, shippedFolder, ownFolder);
  const catalogue = { lounge: lounge.content, calendar: calendar.content, ...services.content };
  const wrong = findContradiction(catalogue);
  if (wrong)
    throw wrongCatalogueFile(
      wrong.part === 'services' ? services.path : calendar.path,
      wrong.at,
      inWords[wrong.why](wrong.name),
    );
  return catalogue;
}

const inWords: Record<Contradiction['why'], (name: string) => string> = {
  twice: (name) => `"${name}" is used twice`,
  spare: (name) => `"${name}" is kept for spare numbers`,
  no_agency: (name) => `there is no agency "${name}"`,
  no_counter: (name) => `there is no counter "${name}"`,
  no_hours: (name) => `calendar.json has no hours "${name}"`,
  nothing_to_replace: () => 'there are no such hours to replace',
};
