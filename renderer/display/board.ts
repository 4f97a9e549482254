import type { DisplaySnapshot } from '../../contract/display.ts';
import type { Shape } from '../ui/shape.ts';

export type Counter = DisplaySnapshot['counters'][number];

/** A counter with what stands on its row: `3` of `Loket 3` where all are a `Loket`. */
export interface Row extends Counter {
  readonly sign: string;
}

export type Page =
  | { readonly kind: 'counters'; readonly rows: readonly Row[] }
  | { readonly kind: 'missed'; readonly numbers: readonly string[] };

export interface Board {
  readonly pages: readonly Page[];
  /** `row`: number and sign side by side. `stack`: a long name stands under its number. */
  readonly layout: 'row' | 'stack';
  /** What all counters are called: `Loket`; empty when their names begin differently. */
  readonly kind: string;
  /** How many places a page has, so that a last page with fewer rows does not look different. */
  readonly places: number;
}

/** Only some counters with their calls. What was missed is shown everywhere: those people may stand at any screen. */
export function restrict(snapshot: DisplaySnapshot, counters: readonly string[] | null): DisplaySnapshot {
  if (counters === null) return snapshot;
  const asked = new Set(counters);
  return {
    ...snapshot,
    counters: snapshot.counters.filter(({ id }) => asked.has(id)),
    calls: snapshot.calls.filter(({ counterId }) => asked.has(counterId)),
    announcements: snapshot.announcements.filter(({ counterId }) => asked.has(counterId)),
  };
}

/** Rows on a page, and missed numbers side by side in one. */
const rowsOfPage = 3;
/** Ems of a sign: `112` is one, `Prioritas` is a name. */
const longestSign = 2.1;
const leastSign = 0.75;
/** Ems of the row's type that there is room for, and what an arrow with its gaps takes of them. */
const room: Record<Shape, number> = { wide: 4.88, portrait: 5.3, square: 3.68 };
const arrow: Record<Shape, number> = { wide: 0.84, portrait: 1, square: 0.06 };

/** What the board shows, page by page. Closed counters are left out; nobody is sent there. */
export function boardOf(
  snapshot: Pick<DisplaySnapshot, 'counters' | 'missed'>,
  pick: (name: Counter['name']) => string,
  shape: Shape,
): Board {
  const open = snapshot.counters.filter(({ state }) => state !== 'closed');
  const kind = commonFirstWord(open.map(({ name }) => pick(name)));
  const rows = open.map((counter) => ({ ...counter, sign: pick(counter.name).slice(kind.length).trim() }));
  const sideBySide = ({ number, sign }: Row) => {
    const across = Math.max(widthOf(sign), leastSign) + arrow[shape];
    return isSign(sign) && widthOf(number ?? '') + across <= room[shape];
  };
  const layout = rows.every(sideBySide) ? 'row' : 'stack';
  const oneLine = rows.every(({ sign }) => widthOf(sign) <= room[shape]);
  const places = layout === 'row' ? rowsOfPage : oneLine && shape !== 'portrait' ? 2 : 1;
  // With one counter everything is said where the called number stands.
  const alone = snapshot.counters.length === 1 && rows.every(({ state }) => state === 'open');
  const pages: Page[] = [
    ...(alone ? [] : chunks(rows, places).map((part) => ({ kind: 'counters' as const, rows: part }))),
    ...chunks(snapshot.missed, shape === 'square' ? rowsOfPage : 2 * rowsOfPage).map((numbers) => ({
      kind: 'missed' as const,
      numbers,
    })),
  ];
  return { pages, layout, kind, places: Math.min(places, Math.max(1, rows.length)) };
}

/** Short enough to stand above a counter: `3`, `A2`, `112`. */
export const isSign = (text: string): boolean => widthOf(text) <= longestSign;

/** The page that shows a counter; null when none does. */
export function pageOf(pages: readonly Page[], counterId: string): number | null {
  const page = pages.findIndex((each) => each.kind === 'counters' && each.rows.some(({ id }) => id === counterId));
  return page === -1 ? null : page;
}

/** `Loket` of `Loket 1`, `Loket Prioritas`; nothing when a name is nothing else. */
function commonFirstWord(names: readonly string[]): string {
  const word = /^\S+(?=\s)/.exec(names[0] ?? '')?.[0] ?? '';
  return names.every((name) => name.startsWith(`${word} `)) ? word : '';
}

/** Roughly, in ems of heavy type. */
export function widthOf(text: string): number {
  const width = (sign: string) =>
    /[iljtfrI ]/.test(sign) ? 0.36 : /[mwMW]/.test(sign) ? 0.9 : /[A-Z0-9]/.test(sign) ? 0.66 : 0.58;
  return [...text].reduce((sum, sign) => sum + width(sign), 0);
}

function chunks<T>(things: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, page) =>
    things.slice(page * size, (page + 1) * size),
  );
}
