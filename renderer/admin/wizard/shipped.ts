import type { ServiceSettings, ServicesFile } from '../../../contract/catalogue.ts';
import shipped from '../../../resources/catalogue/services.json' with { type: 'json' };

/** The services that the program knows by itself and those of this lounge, to be switched on and off. */
export function offered({ services }: ServicesFile): { service: ServiceSettings; on: boolean }[] {
  const own = new Map(services.map((service) => [service.id, service]));
  const known: readonly ServiceSettings[] = shipped.services;
  return [
    ...known.map((service) => ({ service: own.get(service.id) ?? service, on: own.has(service.id) })),
    ...services
      .filter(({ id }) => known.every((service) => service.id !== id))
      .map((service) => ({ service, on: true })),
  ];
}

/**
 * The file with a service switched on or off. What it names and is not there comes with it: its agency; counters that
 * are gone give way to the first there is.
 */
export function switched(file: ServicesFile, service: ServiceSettings, on: boolean): ServicesFile {
  if (!on) return { ...file, services: file.services.filter(({ id }) => id !== service.id) };
  const agency = shipped.agencies.find(({ id }) => id === service.agencyId);
  const known = file.agencies.some(({ id }) => id === service.agencyId);
  const counters = service.counters.filter((id) => file.counters.some((counter) => counter.id === id));
  const first = file.counters[0];
  return {
    ...file,
    agencies: known || agency === undefined ? file.agencies : [...file.agencies, agency],
    services: [
      ...file.services,
      { ...service, counters: counters.length === 0 && first !== undefined ? [first.id] : counters },
    ],
  };
}
