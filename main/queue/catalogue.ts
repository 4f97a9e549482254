import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { calendarFile, loungeFile, placeIn, servicesFile } from '../../contract/catalogue.ts';
import { type Contradiction, findContradiction, type WholeCatalogue } from '../../contract/catalogue-whole.ts';
import { StartError } from '../ops/start-error.ts';

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
  const lounge = readFile('lounge.json', loungeFile, shippedFolder, ownFolder);
  const calendar = readFile('calendar.json', calendarFile, shippedFolder, ownFolder);
  const services = readFile('services.json', servicesFile, shippedFolder, ownFolder);
  const catalogue = { lounge: lounge.content, calendar: calendar.content, ...services.content };
  const wrong = findContradiction(catalogue);
  if (wrong)
    throw wrongFile(
      wrong.part === 'services' ? services.path : calendar.path,
      wrong.at,
      inWords[wrong.why](wrong.name),
    );
  return catalogue;
}

function readFile<S extends z.ZodType>(name: string, schema: S, shipped: string, own: string) {
  const path = existsSync(join(own, name)) ? join(own, name) : join(shipped, name);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw wrongFile(path, [], `cannot be read (${(error as Error).message})`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { path, content: parsed.data as z.output<S> };
  const issue = parsed.error.issues[0];
  throw wrongFile(path, issue?.path ?? [], issue?.message ?? 'is wrong');
}

const inWords: Record<Contradiction['why'], (name: string) => string> = {
  twice: (name) => `"${name}" is used twice`,
  spare: (name) => `"${name}" is kept for spare numbers`,
  no_agency: (name) => `there is no agency "${name}"`,
  no_counter: (name) => `there is no counter "${name}"`,
  no_hours: (name) => `calendar.json has no hours "${name}"`,
  nothing_to_replace: () => 'there are no such hours to replace',
};

function wrongFile(path: string, at: readonly PropertyKey[], what: string): StartError {
  const place = placeIn(at);
  return new StartError(
    `The catalogue file ${path} is wrong${place ? ` at ${place}` : ''}: ${what}. Correct it, or remove an own file to use the shipped one.`,
  );
}
