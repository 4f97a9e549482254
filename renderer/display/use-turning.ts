import { useEffect, useState } from 'react';
import type { Clock } from '../clock.ts';

interface Turning {
  pages: number;
  /** How long page `index` stands, ms. */
  stands: (index: number) => number;
  /** The page to stay on, e.g. while a call of it is spoken; null: go on turning. */
  stay: number | null;
  clock: Clock;
}

/** Turns pages by itself, one after the other, and goes where it is told to stay. */
export function useTurning({ pages, stands, stay, clock }: Turning): number {
  const [index, setIndex] = useState(stay ?? 0);
  // Gone when a list became shorter meanwhile.
  const shown = stay ?? (index < pages ? index : 0);
  if (shown !== index) setIndex(shown);
  const time = stands(shown);
  useEffect(() => {
    if (stay !== null || pages < 2) return;
    return clock.wake(clock.now() + time, () => setIndex((shown + 1) % pages));
  }, [stay, pages, shown, time, clock]);
  return shown;
}
