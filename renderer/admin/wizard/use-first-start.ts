import { useState } from 'react';
import type { AdminClient } from '../../client/admin-client.ts';
import type { Clock } from '../../clock.ts';
import { useAsked } from '../../staff/use-asked.ts';

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
