import { expect, it } from 'vitest';
import { KeptDrafts } from './kept-drafts.ts';

it('gives a draft back to whoever left it, until it is saved or given up', () => {
  const kept = new KeptDrafts();
  kept.keep('dewi', 'lounge', 'her draft');
  expect(kept.of('dewi', 'lounge')).toBe('her draft');
  expect(kept.of('dewi', 'services')).toBeNull();
  expect(kept.of('agus', 'lounge')).toBeNull();
  kept.keep('dewi', 'lounge', null);
  expect(kept.of('dewi', 'lounge')).toBeNull();
  kept.keep('dewi', 'lounge', 'another');
  kept.forgetAll();
  expect(kept.of('dewi', 'lounge')).toBeNull();
});
