import { expect, it } from 'vitest';
import type { Account } from '../../../contract/staff.ts';
import { inOrder, isLastSupervisor } from './protected.ts';

const account = (id: string, role: Account['role'], active = true): Account => ({
  id,
  name: id,
  role,
  active,
  lastSignedInAt: null,
});

it('knows the only supervisor who is left', () => {
  const one = [account('dewi', 'supervisor'), account('agus', 'supervisor', false), account('siti', 'operator')];
  expect(isLastSupervisor(one, 'dewi')).toBe(true);
  expect(isLastSupervisor(one, 'agus')).toBe(false);
  expect(isLastSupervisor(one, 'siti')).toBe(false);
  expect(isLastSupervisor([...one, account('rina', 'supervisor')], 'dewi')).toBe(false);
});

it('lists who works here before who has left', () => {
  const names = inOrder([account('b', 'operator', false), account('c', 'signer'), account('a', 'operator')]);
  expect(names.map(({ name }) => name)).toEqual(['a', 'c', 'b']);
});
