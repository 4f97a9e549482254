import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collectDue, ticked } from './due-selection.ts';

const row = (letterId: string) => ({ letterId, number: '', title: '', date: '2021-01-15', register: '' });
/** A hub with these letters, so many a page. */
const listOf = (ids: readonly string[], perPage: number) => {
  const pages: number[] = [];
  const due = async (page: number) => {
    pages.push(page);
    return { rows: ids.slice(page * perPage, (page + 1) * perPage).map(row), total: ids.length };
  };
  return { due, pages };
};
const named = (count: number) => Array.from({ length: count }, (_, nth) => `surat-${nth}`);

it('chooses all letters of all pages, the oldest first, up to what one berita acara holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 60 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 50 }),
      async (count, perPage, most) => {
        const { due, pages } = listOf(named(count), perPage);
        expect(await collectDue(due, most)).toEqual(named(count).slice(0, most));
        expect(pages.length).toBeLessThanOrEqual(Math.ceil(most / perPage) + 1);
      },
    ),
  );
});

it('ends when the list becomes shorter while it is read', async () => {
  const due = async (page: number) => ({ rows: page === 0 ? [row('a')] : [], total: 2 });
  expect(await collectDue(due)).toEqual(['a']);
});

it('ticks and unticks without touching the others', () => {
  expect([...ticked(new Set(['a']), ['b', 'c'], true)]).toEqual(['a', 'b', 'c']);
  expect([...ticked(new Set(['a', 'b', 'c']), ['b'], false)]).toEqual(['a', 'c']);
});
