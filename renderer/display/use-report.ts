import { useEffect } from 'react';
import type { DisplayClient } from '../client/display-client.ts';
import type { Clock } from '../clock.ts';
import type { VoiceState } from '../voice/announcer.ts';

const every = 30_000;

/** Tells the hub, at every change and every 30 s, whether this display can be heard and what it last spoke. */
export function useReport(client: DisplayClient, { sound, lastSpoken }: VoiceState, clock: Clock): void {
  useEffect(() => {
    let cancel: () => void;
    const report = () => {
      // Out of reach there is nobody to tell; the next report says the same again.
      client.display.report({ sound, lastSpoken }).catch(() => undefined);
      cancel = clock.wake(clock.now() + every, report);
    };
    report();
    return () => cancel();
  }, [client, sound, lastSpoken, clock]);
}
