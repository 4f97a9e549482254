/** One event of a pointer, in CSS px of the page and ms of one steady clock. */
export interface Touch {
  readonly kind: 'down' | 'move' | 'up' | 'cancel';
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly at: number;
}

/** How far a technician's gesture has come. */
export type Gesture =
  | { readonly phase: 'none' | 'done' }
  | { readonly phase: 'holding'; readonly pointer: number; readonly since: number }
  | { readonly phase: 'held'; readonly at: number };

/** Where the upper corners are, px: nothing to touch stands there on any of our pages. */
export const cornerPx = 96;
const holdMs = 5_000;
const followMs = 3_000;

export const noGesture: Gesture = { phase: 'none' };

/**
 * One finger stays in the upper left corner for five seconds and leaves it; the next touch, within three seconds, is in the
 * upper right corner. Anything else, a second finger or a wiping hand, begins anew: nobody does this by accident.
 */
export function follow(gesture: Gesture, touch: Touch): Gesture {
  if (gesture.phase === 'holding') return whileHolding(gesture, touch);
  if (touch.kind !== 'down') return gesture;
  if (gesture.phase === 'held' && touch.at - gesture.at <= followMs && isIn('right', touch)) return { phase: 'done' };
  return isIn('left', touch) ? { phase: 'holding', pointer: touch.pointer, since: touch.at } : noGesture;
}

function whileHolding(gesture: Extract<Gesture, { phase: 'holding' }>, touch: Touch): Gesture {
  if (touch.kind === 'down' || touch.kind === 'cancel') return noGesture;
  // A mouse that hovers beside the finger touches nothing.
  if (touch.pointer !== gesture.pointer) return gesture;
  if (!isIn('left', touch)) return noGesture;
  if (touch.kind === 'move') return gesture;
  return touch.at - gesture.since >= holdMs ? { phase: 'held', at: touch.at } : noGesture;
}

function isIn(corner: 'left' | 'right', { x, y, width }: Touch): boolean {
  return y <= cornerPx && (corner === 'left' ? x <= cornerPx : x >= width - cornerPx);
}
