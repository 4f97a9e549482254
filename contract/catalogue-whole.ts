import type { CalendarFile, CataloguePart, LoungeFile, ServicesFile } from './catalogue.ts';

/** All files of a catalogue together. */
export interface WholeCatalogue {
  readonly lounge: LoungeFile;
  readonly calendar: CalendarFile;
  readonly agencies: ServicesFile['agencies'];
  readonly counters: ServicesFile['counters'];
  readonly services: readonly ServicesFile['services'][number][];
}

export interface Contradiction {
  readonly part: CataloguePart;
  readonly at: readonly PropertyKey[];
  readonly why: 'twice' | 'spare' | 'no_agency' | 'no_counter' | 'no_hours' | 'nothing_to_replace';
  readonly name: string;
}

/** What the schema of one file cannot see: names that point to nothing, and ids or letters used twice. */
export function findContradiction(whole: WholeCatalogue): Contradiction | null {
  const { calendar, services, lounge } = whole;
  const list = (name: 'agencies' | 'counters') => usedTwice(name, whole[name]);
  const twice = list('agencies') ?? list('counters') ?? usedTwice('services', services);
  if (twice) return twice;
  const agencies = new Set(whole.agencies.map((agency) => agency.id));
  const counters = new Set(whole.counters.map((counter) => counter.id));
  const letters = new Set<string>();
  for (const [i, service] of services.entries()) {
    const wrong = (why: Contradiction['why'], name: string, ...rest: PropertyKey[]): Contradiction => ({
      part: 'services',
      at: ['services', i, ...rest],
      why,
      name,
    });
    const { letter, agencyId } = service;
    if (letter === lounge.spareLetter) return wrong('spare', letter, 'letter');
    if (letters.has(letter)) return wrong('twice', letter, 'letter');
    letters.add(letter);
    if (!agencies.has(agencyId)) return wrong('no_agency', agencyId, 'agencyId');
    for (const [j, counter] of service.counters.entries())
      if (!counters.has(counter)) return wrong('no_counter', counter, 'counters', j);
    for (const field of ['serving', 'taking'] as const) {
      const plan = service[field];
      if (plan !== undefined && !Object.hasOwn(calendar.hours, plan)) return wrong('no_hours', plan, field);
    }
  }
  for (const [i, days] of calendar.special.entries())
    for (const plan of Object.keys(days.hours))
      if (!Object.hasOwn(calendar.hours, plan))
        return { part: 'calendar', at: ['special', i, 'hours', plan], why: 'nothing_to_replace', name: plan };
  return null;
}

function usedTwice(
  list: 'agencies' | 'counters' | 'services',
  entries: readonly { readonly id: string }[],
): Contradiction | null {
  const ids = new Set<string>();
  for (const [i, { id }] of entries.entries()) {
    if (ids.has(id)) return { part: 'services', at: [list, i, 'id'], why: 'twice', name: id };
    ids.add(id);
  }
  return null;
}
