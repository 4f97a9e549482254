import type { Shape } from '../../ui/shape.ts';
import { type Board, type Counter, widthOf } from '../board.ts';

/**
 * Where pictures are shown: in the corner that the called number leaves at its full size, or in the place of a board
 * that there is not. Null: there is no room, and the picture of the display is as if there were none.
 */
export type MediaPlace = 'corner' | 'beside' | null;

export interface Circumstances {
  readonly board: Pick<Board, 'layout' | 'pages'>;
  /** The names of the open counters. */
  readonly names: readonly string[];
  readonly shape: Shape;
  /** A counter is open, or a number was called. */
  readonly open: boolean;
  /** Whether a number is shown as called. */
  readonly called: boolean;
  /** A call is being spoken or flashed now. */
  readonly announcing: boolean;
  /** Whether a sentence stands beside the numbers; an urgent one wants somebody to do something. */
  readonly notice: 'none' | 'calm' | 'urgent';
}

/** Ems of a counter's name that fit on one line beside the arrow, and without it, as `widthOf` measures. */
const besideArrow: Record<Shape, number> = { wide: 4.3, portrait: 4.5, square: 0 };
const oneLine: Record<Shape, number> = { wide: 4.75, portrait: 5.1, square: 3.8 };

export function mediaPlace({ board, names, shape, open, called, announcing, notice }: Circumstances): MediaPlace {
  if (notice === 'urgent') return null;
  if (!open) return 'beside';
  // The only counter: while it calls, all the room is its.
  if (board.pages.length === 0) return announcing ? null : 'beside';
  if (board.layout !== 'row' || names.some((name) => widthOf(name) > oneLine[shape])) return null;
  // Only a wide corner has room for a sentence besides.
  if (shape !== 'wide' && notice !== 'none') return null;
  // That nobody is called yet takes as much room as two lines of a name.
  return called || shape !== 'square' ? 'corner' : null;
}

/** Whether the arrow before the called counter's name still fits on its line. */
export function arrowFits(name: string, shape: Shape): boolean {
  return widthOf(name) <= besideArrow[shape];
}

/** The names of the counters that are open, in the language of the display. */
export function openNames(counters: readonly Counter[], pick: (name: Counter['name']) => string): string[] {
  return counters.filter(({ state }) => state !== 'closed').map(({ name }) => pick(name));
}
