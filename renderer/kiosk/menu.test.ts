import { describe, expect, it } from 'vitest';
import type { Availability, QueueSnapshot, Service } from '../../contract/queue.ts';
import { closureOf, found, menuOf, opening, pageOf } from './menu.ts';

const open = (closesAt: string | null): Availability => ({ open: true, closesAt });
const shut = (reopensAt: string | null): Availability => ({
  open: false,
  reason: 'after_closing',
  reopensAt,
  notice: null,
});

const service = (id: string, over: Partial<Service> = {}): Service => ({
  id,
  letter: 'A',
  name: { id: `Layanan ${id}`, en: `Service ${id}` },
  agencyId: 'one',
  icon: 'house',
  hue: '#1b7f8c',
  bring: [],
  paused: null,
  availability: open(null),
  waiting: 0,
  promise: null,
  ...over,
});

const snapshot = (services: Service[]): QueueSnapshot => ({
  at: '2026-11-24T09:14:00+07:00',
  serviceDay: '2026-11-24',
  agencies: [
    { id: 'one', name: { id: 'Satu', en: 'One' } },
    { id: 'two', name: { id: 'Dua', en: 'Two' } },
    { id: 'idle', name: { id: 'Kosong', en: 'Idle' } },
  ],
  services,
  calls: [],
});

const many = (n: number) =>
  Array.from({ length: n }, (_, nth) => service(String(nth), { agencyId: nth % 2 === 0 ? 'one' : 'two' }));

describe('grouping', () => {
  it('asks the office first only with more than six services of more than one office', () => {
    expect(menuOf(snapshot(many(6))).byAgency).toBe(false);
    expect(menuOf(snapshot(many(7))).byAgency).toBe(true);
    expect(menuOf(snapshot(many(7).map((one) => ({ ...one, agencyId: 'one' })))).byAgency).toBe(false);
  });

  it('leaves out offices without a service, and is empty before the first snapshot', () => {
    expect(menuOf(snapshot(many(4))).agencies.map(({ agency }) => agency.id)).toEqual(['one', 'two']);
    expect(menuOf(undefined).services).toEqual([]);
  });

  it('offers typing above twelve services', () => {
    expect(menuOf(snapshot(many(12))).searchable).toBe(false);
    expect(menuOf(snapshot(many(13))).searchable).toBe(true);
  });
});

describe('pages', () => {
  it('cuts a list and stays inside it', () => {
    expect(pageOf([1, 2, 3, 4, 5, 6, 7], 1, 6)).toEqual({ items: [7], page: 1, pages: 2 });
    expect(pageOf([1, 2], 9, 6)).toEqual({ items: [1, 2], page: 0, pages: 1 });
    expect(pageOf([], 0, 6)).toEqual({ items: [], page: 0, pages: 1 });
  });
});

describe('search', () => {
  const services = [
    service('a', { name: { id: 'Akta kelahiran', en: 'Birth certificates' } }),
    service('b', { name: { id: 'Pajak daerah (PBB)', en: 'Regional tax (PBB)' } }),
  ];
  const ids = (typed: string) => found(services, typed).map(({ id }) => id);

  it('finds beginnings of words in both languages', () => {
    expect(ids('KEL')).toEqual(['a']);
    expect(ids('BIRTH')).toEqual(['a']);
    expect(ids('PBB')).toEqual(['b']);
    expect(ids('PAJAK DA')).toEqual(['b']);
  });

  it('finds nothing for nothing, and nothing inside a word', () => {
    expect(ids('  ')).toEqual([]);
    expect(ids('JAK')).toEqual([]);
  });
});

describe('opening', () => {
  it('is until the last service closes', () => {
    const services = [
      service('a', { availability: open('2026-11-24T12:00:00+07:00') }),
      service('b', { availability: open('2026-11-24T15:00:00+07:00') }),
      service('c', { availability: shut(null) }),
    ];
    expect(opening(services)).toEqual({ open: true, at: '2026-11-24T15:00:00+07:00' });
    expect(opening([...services, service('d')])).toEqual({ open: true, at: null });
  });

  it('is again when the first service opens, compared as instants', () => {
    const services = [
      service('a', { availability: shut('2026-11-25T07:30:00+07:00') }),
      service('b', { availability: shut('2026-11-25T00:00:00Z') }),
    ];
    expect(opening(services)).toEqual({ open: false, at: '2026-11-25T00:00:00Z' });
    expect(opening([])).toEqual({ open: false, at: null });
  });

  it('gives the closure of a closed service', () => {
    expect(closureOf(service('a'))).toBeNull();
    expect(closureOf(service('a', { availability: shut(null) }))).toMatchObject({ reason: 'after_closing' });
  });
});
