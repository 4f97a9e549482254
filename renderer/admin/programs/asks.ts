import type { LanState } from '../../../contract/lan.ts';
import type { Scope } from '../../../contract/principal.ts';

/** Everything that a program may be allowed, in the order in which it is always said. */
export const scopes = [
  'queue:read',
  'counters:read',
  'statistics:read',
  'letters:read',
  'display:write',
  'health:read',
] as const satisfies readonly Scope[];

/** Where the hub describes what a program can ask for, without a token. */
export const descriptionPath = '/api/openapi.json';

/** The whole address of the description; the path alone while no other machine can reach the hub. */
export function descriptionAddress({ running, addresses }: Pick<LanState, 'running' | 'addresses'>): string {
  const [address] = running ? addresses : [];
  return address === undefined ? descriptionPath : `${address.replace(/\/$/, '')}${descriptionPath}`;
}

/** One thing more or less that a program may do. */
export function toggled(chosen: readonly Scope[], scope: Scope): Scope[] {
  return scopes.filter((one) => chosen.includes(one) !== (one === scope));
}

/** Whether this can be asked of the hub: a name of two letters, and something to do. */
export function isWhole(name: string, chosen: readonly Scope[]): boolean {
  return name.trim().length >= 2 && chosen.length > 0;
}
