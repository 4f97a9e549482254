import type { DueLetters } from '../../client/village-client.ts';

/** Of letters in one berita acara; the hub takes no more. */
export const mostLetters = 1000;

/** One letter more or less, or several at once. */
export function ticked(chosen: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}

/**
 * The letters of all pages, the oldest first, as many as one berita acara holds.
 * @param due asks for a page of the list
 */
export async function collectDue(due: (page: number) => Promise<DueLetters>, most = mostLetters): Promise<string[]> {
  const ids = new Set<string>();
  for (let page = 0; ids.size < most; page += 1) {
    const { rows, total } = await due(page);
    const before = ids.size;
    for (const { letterId } of rows) ids.add(letterId);
    // The list may have become shorter meanwhile.
    if (ids.size >= total || ids.size === before) break;
  }
  return [...ids].slice(0, most);
}
