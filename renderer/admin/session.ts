import type { StaffSession } from '../../contract/staff.ts';
import { type DoorScreen, doorOf, type Person } from '../staff/session.ts';

/** Which screen the supervisor's page shows, by who sits there. */
export type Screen = DoorScreen | { name: 'notYours'; person: Person } | { name: 'desk'; person: Person };

export function screenOf(session: StaffSession | undefined): Screen {
  const door = doorOf(session);
  if (door.name !== 'open') return door;
  const { person } = door;
  return person.role === 'supervisor' ? { name: 'desk', person } : { name: 'notYours', person };
}
