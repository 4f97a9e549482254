import { useEffect } from 'react';
import type { CounterClient } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';

/** ms; more often tells the hub nothing new. */
const everyMs = 30_000;

/** Tells the hub that somebody is there, so that the screen does not lock under their hands. */
export function useStay(client: CounterClient, signedIn: boolean, clock: Clock): void {
  useEffect(() => {
    if (!signedIn) return;
    let last = Number.NEGATIVE_INFINITY;
    const stop = new AbortController();
    const touched = () => {
      if (clock.now() - last < everyMs) return;
      last = clock.now();
      // Unheard, it locks a little early: nothing to tell a clerk.
      client.staff.stay().catch(() => undefined);
    };
    for (const type of ['pointerdown', 'keydown', 'wheel'] as const) {
      document.addEventListener(type, touched, { signal: stop.signal, passive: true });
    }
    return () => stop.abort();
  }, [client, signedIn, clock]);
}
