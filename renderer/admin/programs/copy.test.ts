import { expect, it } from 'vitest';
import { copy } from './copy.ts';

it('says whether the text is on the clipboard', async () => {
  const held: string[] = [];
  const clipboard = {
    writeText: async (text: string) => {
      held.push(text);
    },
  };
  expect(await copy(clipboard, 'anj_1')).toBe(true);
  expect(held).toEqual(['anj_1']);
});

it('says so where it may not write there, or there is none', async () => {
  const forbidden = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
  expect(await copy(forbidden, 'anj_1')).toBe(false);
  expect(await copy(undefined, 'anj_1')).toBe(false);
});
