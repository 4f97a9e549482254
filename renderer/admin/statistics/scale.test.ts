import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyNth, ticksTo } from './scale.ts';

describe('the scale of a plot', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [42, [0, 20, 40, 60]],
    [400, [0, 100, 200, 300, 400]],
  ])('to %i has the lines %j', (most, lines) => {
    expect(ticksTo(most)).toEqual(lines);
  });

  it('always holds the highest value, in few whole steps', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (most) => {
        const lines = ticksTo(most);
        expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
        expect(lines.length).toBeLessThanOrEqual(6);
        expect(lines.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('leaves labels out where they would touch', () => {
    expect(everyNth(10, 600, 40)).toBe(1);
    expect(everyNth(31, 600, 40)).toBe(3);
  });
});
