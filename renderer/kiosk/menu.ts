import type { Availability, QueueSnapshot, Service } from '../../contract/queue.ts';

/** What can be chosen, grouped for the screen. Pure: a snapshot in, lists out. */

/** At most so many choices on a screen. */
export const choicesPerScreen = 6;
/** From here on a list is also searched by typing. */
const searchableFrom = 13;

export interface Menu {
  services: readonly Service[];
  agencies: readonly { agency: QueueSnapshot['agencies'][number]; services: readonly Service[] }[];
  /** Agencies are asked first. */
  byAgency: boolean;
  searchable: boolean;
}

export function menuOf(snapshot: QueueSnapshot | undefined): Menu {
  const services = snapshot?.services ?? [];
  const agencies = (snapshot?.agencies ?? [])
    .map((agency) => ({ agency, services: services.filter((service) => service.agencyId === agency.id) }))
    .filter((entry) => entry.services.length > 0);
  return {
    services,
    agencies,
    byAgency: services.length > choicesPerScreen && agencies.length > 1,
    searchable: services.length >= searchableFrom,
  };
}

/** Why a service gives no number, as an availability or a refusal says it. */
export type Closure = Omit<Extract<Availability, { open: false }>, 'open'>;

export const closureOf = (service: Service): Closure | null =>
  service.availability.open ? null : service.availability;

/** One page of a list; a page past the end is the last one. */
export function pageOf<T>(items: readonly T[], page: number, size: number) {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const index = Math.min(Math.max(page, 0), pages - 1);
  return { items: items.slice(index * size, (index + 1) * size), page: index, pages };
}

/** Services whose name has every typed word at the start of one of its words; capitals do not matter. */
export function found(services: readonly Service[], typed: string): readonly Service[] {
  const wanted = words(typed);
  if (wanted.length === 0) return [];
  return services.filter((service) => {
    const has = words(`${service.name.id} ${service.name.en} ${service.letter}`);
    return wanted.every((word) => has.some((other) => other.startsWith(word)));
  });
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Until when numbers are given somewhere, or when that begins again. Null where nobody knows. */
export function opening(services: readonly Service[]): { open: boolean; at: string | null } {
  const open = services.flatMap((service) => (service.availability.open ? [service.availability.closesAt] : []));
  if (open.length > 0)
    return { open: true, at: open.includes(null) ? null : ((open as string[]).sort(byInstant).at(-1) ?? null) };
  const next = services.flatMap((service) =>
    service.availability.open || service.availability.reopensAt === null ? [] : [service.availability.reopensAt],
  );
  return { open: false, at: next.sort(byInstant)[0] ?? null };
}

const byInstant = (a: string, b: string): number => Date.parse(a) - Date.parse(b);
