import type { SiteFile } from '../../contract/site.ts';
import type { VillagesFile } from '../../contract/village.ts';

/** A value that site.json puts into a file of settings, or into what the machine itself keeps. */
export interface Assignment {
  readonly part: 'lounge' | 'calendar' | 'village' | 'machine';
  /** Names on the way; in a list, the id of the one that is meant. */
  readonly at: readonly string[];
  readonly value: unknown;
}

/** Everything that a site says, as values in the places where a supervisor would have put them. */
export function assignmentsOf(
  site: SiteFile,
  village: VillagesFile['villages'][number],
  { regency, province }: VillagesFile,
): Assignment[] {
  const { office, head } = site;
  const list: Assignment[] = [];
  const put = (part: Assignment['part'], at: readonly string[], value: unknown) => {
    if (value !== undefined) list.push({ part, at, value });
  };
  const isLounge = office === 'lounge';
  put('lounge', ['unitType'], office);
  put('lounge', ['name'], isLounge ? site.name && { id: site.name, en: site.name } : officeName(office, village.name));
  put('lounge', ['place'], {
    id: `Kecamatan ${village.district}, Kabupaten ${regency}`,
    en: `${village.district} District, ${regency} Regency`,
  });
  put('calendar', ['hours', 'office'], site.hours);
  put('calendar', ['hours', 'numbers'], site.hours && wholeDays(site.hours));
  if (!isLounge) {
    put('village', ['code'], village.code);
    put('village', ['name'], village.name);
    put('village', ['district'], village.district);
    put('village', ['regency'], regency);
    put('village', ['province'], province);
    put('village', ['postcode'], village.postcode ?? undefined);
    put('village', ['address'], site.address);
    put('village', ['contact'], site.contact);
    put('village', ['unitCode'], site.unitCode);
    for (const field of ['name', 'position', 'nip', 'rank'] as const)
      put('village', ['officials', 'head', field], head?.[field]);
    put('village', ['trust', 'key'], site.trust?.key);
    put('village', ['trust', 'feed'], site.trust?.feed);
  }
  put('machine', ['printer'], site.printer);
  put('machine', ['report'], site.report);
  put('machine', ['backupKey'], site.backupKey);
  return list;
}

function officeName(office: 'desa' | 'kelurahan', name: string) {
  return office === 'desa'
    ? { id: `Kantor Desa ${name}`, en: `${name} Village Office` }
    : { id: `Kantor Kelurahan ${name}`, en: `${name} Kelurahan Office` };
}

/** Numbers are given from the first opening to the last closing of a day, over the break. */
function wholeDays(hours: NonNullable<SiteFile['hours']>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(hours).map(([day, intervals = []]) => {
      const [first, last] = [intervals[0], intervals.at(-1)];
      return [day, first === undefined || last === undefined ? [] : [`${first.slice(0, 5)}${last.slice(5)}`]];
    }),
  );
}

/** The value in a place; undefined where there is no such place. */
export function valueAt(file: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>((inside, name) => {
    if (Array.isArray(inside)) return inside.find((one: { id?: unknown }) => one.id === name);
    return typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[name] : undefined;
  }, file);
}

export const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A file with the assignments that may be carried out.
 * @param mayReplace whether what stands in a place is still nobody's own
 */
export function assign<F extends object>(
  file: F,
  assignments: readonly Assignment[],
  mayReplace: (assignment: Assignment, now: unknown) => boolean,
): F {
  const next = structuredClone(file);
  for (const assignment of assignments) {
    const { at, value } = assignment;
    const into = valueAt(next, at.slice(0, -1));
    // Somebody has taken away what it would stand in.
    if (typeof into !== 'object' || into === null) continue;
    const name = at.at(-1) ?? '';
    const now = (into as Record<string, unknown>)[name];
    if (!isEqual(now, value) && mayReplace(assignment, now)) (into as Record<string, unknown>)[name] = value;
  }
  return next;
}
