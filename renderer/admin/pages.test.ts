import { expect, it } from 'vitest';
import { pages, pagesFor } from './pages.ts';

it("shows a village's pages where letters are issued, and nowhere else", () => {
  expect(pagesFor(true)).toEqual(pages);
  expect(pages.filter((page) => !pagesFor(false).includes(page))).toEqual(['residents', 'retention']);
});
