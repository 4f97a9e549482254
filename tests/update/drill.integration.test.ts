import { expect, test } from 'vitest';
import { drillCases } from './cases.ts';

test.each(drillCases)('update drill: $name', async ({ run }) => {
  expect(await run()).toBeNull();
});
