import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scopes as known } from '../../../contract/principal.ts';
import { descriptionAddress, isWhole, scopes, toggled } from './asks.ts';

it('says where the description is as another machine reaches it', () => {
  const addresses = ['https://192.168.1.10:8443/', 'https://anjungan.local:8443'];
  expect(descriptionAddress({ running: true, addresses })).toBe('https://192.168.1.10:8443/api/openapi.json');
});

it('names no address at which nobody answers', () => {
  expect(descriptionAddress({ running: false, addresses: ['https://192.168.1.10:8443'] })).toBe('/api/openapi.json');
  expect(descriptionAddress({ running: true, addresses: [] })).toBe('/api/openapi.json');
});

it('offers everything that the hub knows, once', () => {
  expect([...scopes].sort()).toEqual([...known].sort());
});

it('ticks and unticks one thing, whatever else is ticked and in whatever order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...scopes]), fc.constantFrom(...scopes), (chosen, scope) => {
      const next = toggled(chosen, scope);
      expect(next.includes(scope)).toBe(!chosen.includes(scope));
      expect(next).toEqual(scopes.filter((one) => next.includes(one)));
      for (const other of scopes) if (other !== scope) expect(next.includes(other)).toBe(chosen.includes(other));
    }),
  );
});

it('asks for no token without a name or without anything to do', () => {
  expect(isWhole('Situs web', ['queue:read'])).toBe(true);
  expect(isWhole('Situs web', [])).toBe(false);
  expect(isWhole(' S ', ['queue:read'])).toBe(false);
});
