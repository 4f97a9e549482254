import { expect, it } from 'vitest';
import { servicesFile } from '../../../contract/catalogue.ts';
import shipped from '../../../resources/catalogue/services.json' with { type: 'json' };
import { numberIn } from './number-in.ts';
import { offered, switched } from './shipped.ts';
import { nextStep, previousStep, steps } from './steps.ts';

const file = servicesFile.parse(shipped);
const service = (id: string) => {
  const found = offered(file).find((offer) => offer.service.id === id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found.service;
};

it('offers what the program knows and what the lounge has added', () => {
  const own = { ...service('pengaduan'), id: 'bedah-rumah', letter: 'B' };
  const offers = offered({ ...file, services: [service('adminduk'), own] });
  expect(offers.filter(({ on }) => on).map((offer) => offer.service.id)).toEqual(['adminduk', 'bedah-rumah']);
  expect(offers).toHaveLength(file.services.length + 1);
});

it('switches a service off and on again, with its agency', () => {
  const without = switched(file, service('pajak-daerah'), false);
  expect(without.services.map(({ id }) => id)).not.toContain('pajak-daerah');
  const bare = { ...without, agencies: without.agencies.filter(({ id }) => id !== 'bapenda') };
  const again = switched(bare, service('pajak-daerah'), true);
  expect(again.agencies.map(({ id }) => id)).toContain('bapenda');
  expect(again.services.at(-1)?.id).toBe('pajak-daerah');
});

it('gives a service another counter where its own is gone', () => {
  const one = { ...file, counters: file.counters.slice(0, 1), services: [] };
  expect(switched(one, service('pajak-daerah'), true).services[0]?.counters).toEqual(['1']);
});

it('has nine steps from the office to the test, and back', () => {
  expect(steps).toHaveLength(9);
  expect(nextStep('office')).toBe('hours');
  expect(nextStep('test')).toBeNull();
  expect(previousStep('office')).toBeNull();
});

it('reads the running number of a ticket', () => {
  expect(numberIn('A012')).toBe(12);
  expect(numberIn('AB1203')).toBe(1203);
});
