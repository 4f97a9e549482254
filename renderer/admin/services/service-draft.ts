import type { ServiceSettings, ServicesFile } from '../../../contract/catalogue.ts';
import { newId } from '../form/new-id.ts';

/** Hues that tell services apart; none is that of an action or of priority. */
export const hues = [
  '#1b7f8c',
  '#a63d14',
  '#3b5ba9',
  '#8e2c57',
  '#55660f',
  '#6e6779',
  '#7a4b12',
  '#1f6b4f',
  '#a02b45',
  '#2f7d4a',
  '#474c9e',
  '#6b5a0e',
  '#25607f',
  '#5a3e36',
] as const;

const alphabet = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));

/** The first letter that neither a service nor the spare numbers have; empty when all are used. */
export function freeLetter(services: readonly ServiceSettings[], spareLetter: string): string {
  return alphabet.find((letter) => letter !== spareLetter && services.every((one) => one.letter !== letter)) ?? '';
}

/** A service to be filled in: with a free letter and hue, the first agency, every counter, and the first plan of hours. */
export function newService(
  { services, agencies, counters }: ServicesFile,
  plans: readonly string[],
  spareLetter: string,
  name: string,
): ServiceSettings {
  return {
    id: newId(
      name,
      services.map(({ id }) => id),
    ),
    agencyId: agencies[0]?.id ?? '',
    letter: freeLetter(services, spareLetter),
    name: { id: name, en: name },
    icon: 'file-text',
    hue: hues.find((hue) => services.every((one) => one.hue !== hue)) ?? hues[0],
    bring: [],
    counters: counters.map(({ id }) => id),
    serving: plans[0] ?? 'office',
    minutesPerPerson: 5,
  };
}

/** Counters of a service, in the lounge's order, with one more or one less. */
export function toggledCounter(service: ServiceSettings, counterId: string, all: ServicesFile['counters']): string[] {
  const on = new Set(service.counters);
  if (on.has(counterId)) on.delete(counterId);
  else on.add(counterId);
  return all.map(({ id }) => id).filter((id) => on.has(id));
}

/** Services that name an agency or a counter: it cannot go before they are changed. */
export function usersOf({ services }: ServicesFile, what: { agency: string } | { counter: string }): ServiceSettings[] {
  return services.filter((service) =>
    'agency' in what ? service.agencyId === what.agency : service.counters.includes(what.counter),
  );
}
