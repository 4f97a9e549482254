import { expect, it } from 'vitest';
import type { ClosedService } from '../../../contract/settings.ts';
import { closings } from './closings.ts';

const closed = (serviceId: string, word: string, until: string | null): ClosedService => ({
  serviceId,
  reason: { id: word, en: word },
  until,
  since: '2026-11-24T09:00:00+07:00',
  by: { id: 'a', name: 'Dewi' },
});

it('says once what was closed together', () => {
  const all = [
    closed('a', 'Rapat', null),
    closed('b', 'Rapat', null),
    closed('c', 'Rapat', '2026-11-24T13:00:00+07:00'),
  ];
  expect(closings(all).map(({ serviceIds }) => serviceIds)).toEqual([['a', 'b'], ['c']]);
  expect(closings([])).toEqual([]);
});
