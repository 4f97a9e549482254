import { useEffect, useMemo, useState } from 'react';
import type { Clock } from '../clock.ts';

/** Whole seconds since `value` came, counted by this page: timers run on while the hub is out of reach. */
export function useElapsed(value: unknown, clock: Clock): number {
  const since = useMemo(() => ({ value, at: clock.now() }), [value, clock]);
  const [, setTick] = useState(0);
  const elapsed = Math.max(0, Math.floor((clock.now() - since.at) / 1000));
  useEffect(
    () => clock.wake(since.at + (elapsed + 1) * 1000, () => setTick((tick) => tick + 1)),
    [since, elapsed, clock],
  );
  return elapsed;
}

/** ms. A link that is made anew within this is nobody's business: signing in and out may cut it. */
const tolerated = 1_500;

/** Whether the link has been down for so long that the clerk should know. */
export function useDown(up: boolean, clock: Clock): boolean {
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (up) return;
    const cancel = clock.wake(clock.now() + tolerated, () => setTold(true));
    return () => {
      cancel();
      setTold(false);
    };
  }, [up, clock]);
  return told && !up;
}
