import { useEffect, useState } from 'react';
import type { Clock } from '../clock.ts';

/** A link that comes back by itself within this time is nobody's business, ms. */
const patience = 10_000;

/** True when the link has been down for a while. */
export function useLost(up: boolean, clock: Clock): boolean {
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (up) return;
    const cancel = clock.wake(clock.now() + patience, () => setLost(true));
    return () => {
      cancel();
      setLost(false);
    };
  }, [up, clock]);
  return lost && !up;
}
