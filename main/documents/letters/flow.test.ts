import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, pages } from './flow.ts';

const piece = (height: number, keep = false, before = 0): Piece => ({ before, height, keep, draw: () => undefined });
const heights = (placed: ReturnType<typeof pages>) => placed.map((page) => page.map((one) => one.piece.height));

describe('how pieces come onto pages', () => {
  it('goes on with a new page when one is full, without the gap above', () => {
    const placed = pages([piece(40), piece(40, false, 30), piece(20, false, 5)], 10, 100);
    expect(heights(placed)).toEqual([[40], [40, 20]]);
    expect(placed[1]?.map(({ top }) => top)).toEqual([10, 55]);
  });

  it('takes the last paragraph along when the signatures do not fit', () => {
    expect(heights(pages([piece(50), piece(20, true), piece(50)], 0, 100))).toEqual([[50], [20, 50]]);
  });

  it('divides what no page could hold together', () => {
    expect(heights(pages([piece(60, true), piece(60, true), piece(30)], 0, 100))).toEqual([[60], [60, 30]]);
  });

  it('loses nothing, keeps the order, and lets nothing lie over the edge or over another', () => {
    const any = fc.record({ height: fc.integer({ min: 1, max: 100 }), keep: fc.boolean(), before: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), (list) => {
        const pieces = list.map(({ height, keep, before }) => piece(height, keep, before));
        const placed = pages(pieces, 10, 110);
        expect(placed.flat().map((one) => one.piece)).toEqual(pieces);
        for (const page of placed) {
          let at = 10;
          for (const { piece: one, top } of page) {
            expect(top).toBeGreaterThanOrEqual(at);
            at = top + one.height;
            expect(at).toBeLessThanOrEqual(110);
          }
        }
      }),
    );
  });
});
