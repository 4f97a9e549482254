import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bookPages } from './book-pages.ts';

const space = { first: 100, other: 130, ending: 40 };
const sum = (heights: readonly number[], page: readonly number[]) =>
  page.reduce((all, i) => all + (heights[i] ?? 0), 0);

it('fills one page after the other', () => {
  expect(bookPages([50, 50, 50, 30], space)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

it('has a page where there is nothing to say', () => expect(bookPages([], space)).toEqual([[]]));

it('takes the last row along where the signatures have no room', () => {
  expect(bookPages([50, 30], space)).toEqual([[0], [1]]);
});

it('loses no row, turns none around, and overfills no page with more than one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 150 }), { maxLength: 60 }), (heights) => {
      const pages = bookPages(heights, space);
      expect(pages.flat()).toEqual(heights.map((_, i) => i));
      for (const [i, page] of pages.entries()) {
        const room = i === 0 ? space.first : space.other;
        if (page.length > 1) expect(sum(heights, page)).toBeLessThanOrEqual(room);
        if (i > 0) expect(page.length).toBeGreaterThan(0);
      }
      const last = pages.at(-1) ?? [];
      if (last.length > 1)
        expect(sum(heights, last) + space.ending).toBeLessThanOrEqual(pages.length === 1 ? space.first : space.other);
    }),
  );
});
