import { useState } from 'react';
import type { AdminClient } from '../../client/admin-client.ts';
import { useAsked } from '../../counter/use-asked.ts';
import type { Clock } from '../../kiosk/clock.ts';

/** The wizard opens by itself on a lounge that was never set up, and again when it is asked for. */
export function useFirstStart(
  client: AdminClient,
  clock: Clock,
): { open: boolean; begin: () => void; end: () => void } {
  const { value } = useAsked(client.settings.firstStart, clock);
  const [chosen, setChosen] = useState<boolean | null>(null);
  return {
    open: chosen ?? value?.done === false,
    begin: () => setChosen(true),
    end: () => setChosen(false),
  };
}
