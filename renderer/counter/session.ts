import type { StaffSession } from '../../contract/staff.ts';
import { type DoorScreen, doorOf, type Person } from '../staff/session.ts';

/** Which screen a counter's machine shows, by who sits there. */
export type Screen =
  | DoorScreen
  | { name: 'choose'; person: Person }
  | { name: 'desk'; person: Person; counterId: string };

/**
 * @param remembered the counter this machine was last used for
 * @param choosing the person asked for another one
 */
export function screenOf(session: StaffSession | undefined, remembered: string | null, choosing: boolean): Screen {
  const door = doorOf(session);
  if (door.name !== 'open') return door;
  const { person } = door;
  const held = session?.counter ?? null;
  // The counter a person holds is theirs on whatever machine they sit down at.
  const counterId = held?.id ?? remembered;
  return counterId === null || (choosing && held === null)
    ? { name: 'choose', person }
    : { name: 'desk', person, counterId };
}
