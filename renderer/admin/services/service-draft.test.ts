import { describe, expect, it } from 'vitest';
import { servicesFile } from '../../../contract/catalogue.ts';
import shipped from '../../../resources/catalogue/services.json' with { type: 'json' };
import { freeLetter, hues, newService, toggledCounter, usersOf } from './service-draft.ts';

const file = servicesFile.parse(shipped);

describe('a new service', () => {
  it('has a letter that neither a service nor the spare numbers have', () => {
    expect(freeLetter(file.services, 'B')).toBe('D');
    expect(freeLetter([], 'A')).toBe('B');
  });

  it('is whole: the hub would take it as it is', () => {
    const service = newService(file, ['office', 'numbers'], 'X', 'Layanan baru');
    expect(() => servicesFile.parse({ ...file, services: [...file.services, service] })).not.toThrow();
    expect(service).toMatchObject({ id: 'layanan-baru', letter: 'B', serving: 'office' });
    expect(file.services.map(({ hue }) => hue)).not.toContain(service.hue);
  });

  it('gets another id and hue than the one before it', () => {
    const first = newService(file, ['office'], 'X', 'Layanan baru');
    const both = { ...file, services: [...file.services, first] };
    const second = newService(both, ['office'], 'X', 'Layanan baru');
    expect([second.id, second.letter]).toEqual(['layanan-baru-2', 'D']);
    expect(second.hue).not.toBe(first.hue);
  });

  it('never looks like an action or like priority', () => {
    expect(hues).not.toContain('#0f5e63');
    expect(hues).not.toContain('#6a3fa0');
    expect(new Set(hues).size).toBe(hues.length);
  });
});

it('keeps the counters of a service in the lounge’s order', () => {
  const service = { ...(file.services[0] as (typeof file.services)[number]), counters: ['3'] };
  expect(toggledCounter(service, '1', file.counters)).toEqual(['1', '3']);
  expect(toggledCounter(service, '3', file.counters)).toEqual([]);
});

it('knows who would miss an agency or a counter', () => {
  expect(usersOf(file, { agency: 'bapenda' }).map(({ id }) => id)).toEqual(['pajak-daerah']);
  expect(usersOf(file, { counter: '4' }).map(({ id }) => id)).toEqual(['pengaduan', 'pajak-daerah']);
  expect(usersOf(file, { agency: 'nobody' })).toEqual([]);
});
