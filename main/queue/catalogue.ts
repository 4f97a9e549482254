import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { StartError } from '../ops/start-error.ts';
import {
  type CalendarFile,
  calendarFile,
  type LoungeFile,
  loungeFile,
  type ServiceSettings,
  type ServicesFile,
  servicesFile,
} from './catalogue-schema.ts';

/** What the lounge offers, when and where: read once at a start. */
export interface Catalogue {
  readonly lounge: LoungeFile;
  readonly calendar: CalendarFile;
  readonly agencies: ServicesFile['agencies'];
  readonly counters: ServicesFile['counters'];
  readonly services: readonly ServiceSettings[];
}

/**
 * Reads the catalogue: each file from the data folder when the lounge has its own, else as shipped.
 * @throws StartError with the file, the path inside it and what is wrong
 */
export function readCatalogue(shippedFolder: string, ownFolder: string): Catalogue {
  const lounge = readFile('lounge.json', loungeFile, shippedFolder, ownFolder);
  const calendar = readFile('calendar.json', calendarFile, shippedFolder, ownFolder);
  const services = readFile('services.json', servicesFile, shippedFolder, ownFolder);
  const wrong = findContradiction(services.content, calendar.content, lounge.content.spareLetter);
  if (wrong) throw wrongFile(wrong.file === 'services' ? services.path : calendar.path, wrong.at, wrong.what);
  return { lounge: lounge.content, calendar: calendar.content, ...services.content };
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

interface Contradiction {
  readonly file: 'services' | 'calendar';
  readonly at: readonly PropertyKey[];
  readonly what: string;
}

/** What a schema of one file cannot see: names that point to nothing, and ids or letters used twice. */
function findContradiction(services: ServicesFile, calendar: CalendarFile, spareLetter: string): Contradiction | null {
  const agencies = new Set(services.agencies.map((agency) => agency.id));
  const counters = new Set(services.counters.map((counter) => counter.id));
  const ids = new Set<string>();
  const letters = new Set<string>();
  for (const [i, service] of services.services.entries()) {
    const at = (...rest: PropertyKey[]) => ({ file: 'services' as const, at: ['services', i, ...rest] });
    if (ids.has(service.id)) return { ...at('id'), what: `"${service.id}" is used twice` };
    if (service.letter === spareLetter) return { ...at('letter'), what: `"${spareLetter}" is kept for spare numbers` };
    if (letters.has(service.letter)) return { ...at('letter'), what: `"${service.letter}" is used twice` };
    ids.add(service.id);
    letters.add(service.letter);
    if (!agencies.has(service.agencyId)) return { ...at('agencyId'), what: `there is no agency "${service.agencyId}"` };
    for (const [j, counter] of service.counters.entries())
      if (!counters.has(counter)) return { ...at('counters', j), what: `there is no counter "${counter}"` };
    for (const field of ['serving', 'taking'] as const) {
      const plan = service[field];
      if (plan !== undefined && !(plan in calendar.hours))
        return { ...at(field), what: `calendar.json has no hours "${plan}"` };
    }
  }
  for (const [i, days] of calendar.special.entries())
    for (const plan of Object.keys(days.hours))
      if (!(plan in calendar.hours))
        return { file: 'calendar', at: ['special', i, 'hours', plan], what: 'there are no such hours to replace' };
  return null;
}

function wrongFile(path: string, at: readonly PropertyKey[], what: string): StartError {
  const place = at.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  );
  return new StartError(
    `The catalogue file ${path} is wrong${place ? ` at ${place}` : ''}: ${what}. Correct it, or remove an own file to use the shipped one.`,
  );
}
