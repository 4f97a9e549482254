import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornerPx, follow, type Gesture, noGesture, type Touch } from './corner-gesture.ts';

const width = 1080;
const touch = (kind: Touch['kind'], x: number, y: number, at: number, pointer = 1): Touch => ({
  kind,
  pointer,
  x,
  y,
  width,
  at,
});
const after = (...touches: Touch[]) => touches.reduce<Gesture>(follow, noGesture).phase;
const held = (ms: number) => [touch('down', 10, 10, 0), touch('up', 12, 12, ms)];

describe('the gesture of a technician', () => {
  it('is five seconds in the upper left corner, then the upper right one', () => {
    expect(after(...held(5_000), touch('down', width - 10, 10, 8_000))).toBe('done');
  });

  it.each([
    ['let go too early', [...held(4_999), touch('down', width - 10, 10, 6_000)]],
    ['followed too late', [...held(5_000), touch('down', width - 10, 10, 8_001)]],
    ['followed elsewhere', [...held(5_000), touch('down', 500, 900, 6_000)]],
    [
      'a finger that wanders',
      [touch('down', 10, 10, 0), touch('move', 10, cornerPx + 1, 100), touch('up', 9, 9, 6_000)],
    ],
    ['a hand that wipes', [touch('down', 10, 10, 0), touch('down', 500, 500, 10, 2), touch('up', 9, 9, 6_000)]],
  ])('is not %s', (_what, touches) => {
    expect(after(...touches)).not.toBe('done');
  });

  it('is never made by people who touch what stands on the page, below the corners', () => {
    const anyTouch = fc.record({
      kind: fc.constantFrom<Touch['kind'][]>('down', 'move', 'up', 'cancel'),
      pointer: fc.integer({ min: 1, max: 3 }),
      x: fc.integer({ min: 0, max: width }),
      y: fc.integer({ min: cornerPx + 1, max: 1920 }),
      width: fc.constant(width),
      at: fc.integer({ min: 0, max: 60_000 }),
    });
    fc.assert(fc.property(fc.array(anyTouch), (touches) => after(...touches) === 'none'));
  });
});
