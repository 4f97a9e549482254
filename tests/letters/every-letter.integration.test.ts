import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { everyLetter } from './every-letter.ts';

it('every letter of a desa can be had, says what its preview says, and is known by its code', {
  timeout: 120_000,
}, async () => {
  const told: string[] = [];
  const { folder, ...found } = await everyLetter({
    seed: 7,
    units: ['desa'],
    codesOf: 6,
    tell: (line) => told.push(line),
  });
  rmSync(folder, { recursive: true });
  expect(found, told.join('\n')).toEqual({
    services: 33,
    active: 31,
    redirects: 2,
    rendered: 34,
    numberGaps: 0,
    duplicates: 0,
    otherWords: 0,
    wrongCodes: 0,
  });
});
