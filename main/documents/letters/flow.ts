/** Something that is drawn whole: a line, a row, a heading, the signatures. Sizes are in points. */
export interface Piece {
  /** Left free above it, except at the head of a page. */
  readonly before: number;
  readonly height: number;
  /** Stays on one page with what follows it. */
  readonly keep: boolean;
  draw(top: number): void;
}

export interface Placed {
  readonly piece: Piece;
  readonly top: number;
}

/**
 * Puts pieces on pages, from top to bottom. Pieces that keep together go to the next page together; what is too high for
 * any page is divided between its pieces after all.
 */
export function pages(pieces: readonly Piece[], top: number, bottom: number): Placed[][] {
  const all: Placed[][] = [[]];
  let at = top;
  const heightOf = (group: readonly Piece[], first: boolean) =>
    group.reduce((sum, piece, i) => sum + piece.height + (first && i === 0 ? 0 : piece.before), 0);
  const isFresh = () => all.at(-1)?.length === 0;
  const place = (group: readonly Piece[]) => {
    if (!isFresh() && at + heightOf(group, false) > bottom) {
      all.push([]);
      at = top;
    }
    if (group.length > 1 && heightOf(group, isFresh()) > bottom - at) {
      for (const piece of group) place([piece]);
      return;
    }
    for (const piece of group) {
      if (!isFresh()) at += piece.before;
      all.at(-1)?.push({ piece, top: at });
      at += piece.height;
    }
  };
  for (const group of groups(pieces)) place(group);
  return all;
}

function groups(pieces: readonly Piece[]): Piece[][] {
  const all: Piece[][] = [];
  let open = false;
  for (const piece of pieces) {
    if (open) all.at(-1)?.push(piece);
    else all.push([piece]);
    open = piece.keep;
  }
  return all;
}
