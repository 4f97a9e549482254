import type { StaffSession } from '../../contract/staff.ts';

/** Which screen a counter's machine shows, by who sits there. */
export type Screen =
  | { name: 'connecting' }
  | { name: 'setUp' }
  | { name: 'signIn' }
  | { name: 'locked'; person: Person }
  | { name: 'choose'; person: Person }
  | { name: 'desk'; person: Person; counterId: string };

export type Person = NonNullable<StaffSession['person']>;

/**
 * @param remembered the counter this machine was last used for
 * @param choosing the person asked for another one
 */
export function screenOf(session: StaffSession | undefined, remembered: string | null, choosing: boolean): Screen {
  if (session === undefined) return { name: 'connecting' };
  if (session.setUpNeeded) return { name: 'setUp' };
  const { person, locked, counter } = session;
  if (person === null) return { name: 'signIn' };
  if (locked) return { name: 'locked', person };
  // The counter a person holds is theirs on whatever machine they sit down at.
  const counterId = counter?.id ?? remembered;
  return counterId === null || (choosing && counter === null)
    ? { name: 'choose', person }
    : { name: 'desk', person, counterId };
}
