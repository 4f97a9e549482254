export interface BookSpace {
  /** What a page has for rows: the first, and each that follows. */
  readonly first: number;
  readonly other: number;
  /** What stands behind the last row, on its page. */
  readonly ending: number;
}

/**
 * Which rows stand on which page, in order. None is divided; one that is higher than a page has its own. The ending never
 * stands alone: where it has no room, the last row goes with it to a further page.
 * @param heights of the rows
 * @returns the rows' places; at least one page
 */
export function bookPages(heights: readonly number[], { first, other, ending }: BookSpace): number[][] {
  const pages: number[][] = [[]];
  let room = first;
  for (const [i, height] of heights.entries()) {
    if (height > room && pages.at(-1)?.length !== 0) {
      pages.push([]);
      room = other;
    }
    pages.at(-1)?.push(i);
    room -= height;
  }
  const last = pages.at(-1) ?? [];
  if (room < ending && last.length > 1) pages.push(last.splice(-1));
  return pages;
}
