import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { everyLetter } from './every-letter.ts';

it('every letter of the catalogue can be had, in a Desa and in a Kelurahan', { timeout: 120_000 }, async () => {
  const { folder, rendered, ...found } = await everyLetter(1);
  rmSync(folder, { recursive: true });
  expect(found).toEqual({ services: 33, active: 31, redirects: 2, numberGaps: 0, duplicates: 0 });
  expect(rendered).toBeGreaterThanOrEqual(2 * 31);
});
