import type { Account } from '../../../contract/staff.ts';

/** Whether this is the only person left who can set the lounge up. The hub refuses to lose them; the screen says so first. */
export function isLastSupervisor(accounts: readonly Account[], id: string): boolean {
  const supervisors = accounts.filter(({ active, role }) => active && role === 'supervisor');
  return supervisors.length === 1 && supervisors[0]?.id === id;
}

/** Who works stands before who has left; within that by name. */
export function inOrder(accounts: readonly Account[]): Account[] {
  return accounts.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'id'));
}
