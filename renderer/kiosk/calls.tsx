import type { DisplayClient } from '../client/display-client.ts';
import type { Clock } from '../clock.ts';
import { useReport } from '../display/use-report.ts';
import { useLive } from '../live.ts';
import type { Announcer } from '../voice/announcer.ts';
import { useAnnouncer } from '../voice/use-announcer.ts';

export interface CallsProps {
  client: DisplayClient;
  announcer: Announcer;
  clock: Clock;
}

/** Calls numbers where there is no television; the first screen shows who is called in any case. */
export function Calls({ client, announcer, clock }: CallsProps) {
  const { value } = useLive(client.display.watch());
  const voice = useAnnouncer(announcer, value);
  useReport(client, voice, clock);
  return null;
}
