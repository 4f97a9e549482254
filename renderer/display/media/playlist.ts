import type { MediaItem } from '../../../contract/media.ts';

/** What is shown beside the numbers: one item at a time, in the hub's order, and one that is being made ready. */
export interface Playlist {
  /** In the order in which they are shown. */
  readonly items: readonly MediaItem[];
  readonly shown: MediaItem | null;
  /** Loads behind what is shown; nothing else does. */
  readonly coming: MediaItem | null;
  /** Fades away. */
  readonly leaving: MediaItem | null;
  /** Keys of what cannot be played. */
  readonly broken: readonly string[];
}

export const nothing: Playlist = { items: [], shown: null, coming: null, leaving: null, broken: [] };

export type PlaylistAct =
  | { readonly act: 'listed'; readonly items: readonly MediaItem[] }
  /** It is loaded and can be seen. */
  | { readonly act: 'ready'; readonly key: string }
  | { readonly act: 'failed'; readonly key: string }
  /** What is shown has stood long enough, or has ended. */
  | { readonly act: 'due' }
  | { readonly act: 'faded' }
  /** There is no room for it now; what was shown comes back first. */
  | { readonly act: 'hidden' }
  /** What could not be played may be tried again: the hub was away. */
  | { readonly act: 'retry' };

/** The same name with another content is another one. */
export const keyOf = ({ name, version }: MediaItem): string => `${version} ${name}`;

/** The playlist after something has happened; a pure function. */
export function played(list: Playlist, did: PlaylistAct): Playlist {
  switch (did.act) {
    case 'listed':
      return listed(list, did.items);
    case 'ready': {
      if (list.coming === null || keyOf(list.coming) !== did.key) return list;
      return { ...list, shown: list.coming, coming: null, leaving: list.shown };
    }
    case 'failed':
      return failed(list, did.key);
    case 'due':
      return list.coming === null ? come({ ...list, leaving: null }, list.shown) : list;
    case 'faded':
      return { ...list, leaving: null };
    case 'hidden': {
      const whole = list.shown !== null && !list.broken.includes(keyOf(list.shown));
      const back = whole ? list.shown : list.coming;
      const next = { ...list, shown: null, leaving: null, coming: back };
      return back === null ? come(next, list.shown) : next;
    }
    case 'retry':
      return come({ ...list, broken: [] }, null, list.shown === null && list.coming === null);
  }
}

/** Everything that can be played now. */
export function playable({ items, broken }: Playlist): readonly MediaItem[] {
  return items.filter((item) => !broken.includes(keyOf(item)));
}

function listed(list: Playlist, items: readonly MediaItem[]): Playlist {
  const keys = new Set(items.map(keyOf));
  const still = (item: MediaItem | null) => (item !== null && keys.has(keyOf(item)) ? item : null);
  const next: Playlist = {
    items,
    shown: still(list.shown),
    coming: still(list.coming),
    leaving: still(list.leaving),
    broken: list.broken.filter((key) => keys.has(key)),
  };
  const gone = list.shown !== next.shown ? list.shown : list.coming !== next.coming ? list.coming : null;
  // Where the one stood that is gone, the walk through the list goes on.
  const from = gone === null ? null : (walk(list.items, gone).find(still) ?? null);
  const wanting = next.coming === null && (next.shown === null || list.coming !== null);
  return wanting ? startAt(next, from) : next;
}

function failed(list: Playlist, key: string): Playlist {
  const item = [list.coming, list.shown].find((one) => one !== null && keyOf(one) === key);
  if (item === null || item === undefined || list.broken.includes(key)) return list;
  const without = { ...list, broken: [...list.broken, key] };
  if (list.coming === item) return come({ ...without, coming: null }, item);
  const next = list.coming === null ? come(without, item) : without;
  // A video that broke off keeps its last frame until another one is there.
  return next.coming === null ? { ...next, shown: null } : next;
}

/** The one after `from` begins to load; nothing does when there is no other than the one that is shown. */
function come(list: Playlist, from: MediaItem | null, wanted = true): Playlist {
  if (!wanted) return list;
  const open = playable(list);
  const [next] = (from === null ? open : walk(list.items, from).filter((item) => open.includes(item))).filter(
    (item) => list.shown === null || keyOf(item) !== keyOf(list.shown),
  );
  return next === undefined ? list : { ...list, coming: next };
}

function startAt(list: Playlist, first: MediaItem | null): Playlist {
  const same = (other: MediaItem | null) => first !== null && other !== null && keyOf(other) === keyOf(first);
  const one = same(list.shown) ? undefined : playable(list).find(same);
  return one === undefined ? come(list, first) : { ...list, coming: one };
}

/** Once around, from the one after `from`; `from` itself comes last. */
function walk(items: readonly MediaItem[], from: MediaItem): readonly MediaItem[] {
  const at = items.findIndex((item) => keyOf(item) === keyOf(from));
  return [...items.slice(at + 1), ...items.slice(0, at + 1)];
}
