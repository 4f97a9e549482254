import type { StaffSession } from '../../contract/staff.ts';
import type { Person } from '../counter/session.ts';

/** Which screen the supervisor's page shows, by who sits there. */
export type Screen =
  | { name: 'connecting' }
  | { name: 'setUp' }
  | { name: 'signIn' }
  | { name: 'locked'; person: Person }
  | { name: 'notYours'; person: Person }
  | { name: 'desk'; person: Person };

export function screenOf(session: StaffSession | undefined): Screen {
  if (session === undefined) return { name: 'connecting' };
  if (session.setUpNeeded) return { name: 'setUp' };
  const { person, locked } = session;
  if (person === null) return { name: 'signIn' };
  if (locked) return { name: 'locked', person };
  return person.role === 'supervisor' ? { name: 'desk', person } : { name: 'notYours', person };
}
