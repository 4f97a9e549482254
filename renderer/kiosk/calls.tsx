import type { Connection } from '../client/connection.ts';
import { displayClient } from '../client/display-client.ts';
import type { Clock } from '../clock.ts';
import { useReport } from '../display/use-report.ts';
import { useLive } from '../live.ts';
import { Announcer, type AnnouncerParts, storedMemory } from '../voice/announcer.ts';
import { useAnnouncer } from '../voice/use-announcer.ts';

/** Calls numbers where there is no television; the first screen shows who is called in any case. Made once per page. */
export function callsOver(connection: Connection, speaker: AnnouncerParts['speaker'], clock: Clock) {
  const client = displayClient(connection);
  const announcer = new Announcer({ speaker, memory: storedMemory(localStorage, 'kiosk'), clock });
  return function Calls() {
    const { value } = useLive(client.display.watch());
    const voice = useAnnouncer(announcer, value);
    useReport(client, voice, clock);
    return null;
  };
}
