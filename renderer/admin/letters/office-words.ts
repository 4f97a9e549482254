import type { Official } from '../../../contract/village.ts';

/** An official to be filled in. */
export function newOfficial(position: string, name: string, id: string): Official {
  return { id, name, position, nip: null, rank: null, signsAs: 'a.n.' };
}
