import { expect, it } from 'vitest';
import { builtFlips } from './mutation/built-flips.ts';
import { sourceFlips } from './mutation/source-flips.ts';
import { tryFlips } from './mutation/try-flips.ts';

it('a way out that is opened turns a test red: one option, one handler, one line of the entry', async () => {
  const flips = [
    sourceFlips.find(({ what }) => what === 'the preload in the world of the page'),
    sourceFlips.find(({ what }) => what === 'a permission that is checked'),
    builtFlips.find(({ what }) => what === 'a fault that ends as a success'),
  ].flatMap((flip) => flip ?? []);
  expect(await tryFlips(flips)).toEqual({ flips: 3, caught: 3, survivors: [] });
});
