import type { StaffSession } from '../../contract/staff.ts';

export type Person = NonNullable<StaffSession['person']>;

/** What a machine of staff shows before somebody is at work there. */
export type DoorScreen =
  | { name: 'connecting' }
  | { name: 'setUp' }
  | { name: 'signIn' }
  | { name: 'locked'; person: Person };

/** Who sits at the machine: a screen of the door, or the person who may go in. */
export function doorOf(session: StaffSession | undefined): DoorScreen | { name: 'open'; person: Person } {
  if (session === undefined) return { name: 'connecting' };
  if (session.setUpNeeded) return { name: 'setUp' };
  const { person, locked } = session;
  if (person === null) return { name: 'signIn' };
  return { name: locked ? 'locked' : 'open', person };
}
