import { expect, it } from 'vitest';
import { smallPng } from './small-png.ts';

it('takes the largest picture that one call can carry', () => {
  const asked: number[] = [];
  const draw = (side: number) => {
    asked.push(side);
    return `data:image/png;base64,${'A'.repeat(side * 200)}`;
  };
  expect(smallPng(draw)).toHaveLength(192 * 200);
  expect(asked).toEqual(asked.toSorted((a, b) => b - a));
});

it('gives up on a picture that stays too large', () => {
  expect(smallPng(() => 'A'.repeat(60_000))).toBeNull();
});
