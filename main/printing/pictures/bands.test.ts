import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../tests/doubles/printer/decoder.ts';
import { picturesOf } from '../../../tests/doubles/printer/raster.ts';
import { awkwardBitmap, realTimeIn } from '../../../tests/printing/real-time.ts';
import { longestBand, rasterBands } from './bands.ts';
import { drawBitmap, isBlackAt } from './bitmap.ts';

describe('a picture on its way to the printer', () => {
  it('arrives as it was drawn', () => {
    const cross = drawBitmap(61, 61, (x, y) => x === y || x === 60 - y);
    expect(cross.width).toBe(64);
    const [printed] = picturesOf(decode(rasterBands(cross)));
    expect(printed).toEqual({ ...cross, data: Buffer.from(cross.data) });
  });

  it('goes in bands of 24 rows, the last one shorter', () => {
    const marks = decode(rasterBands(drawBitmap(576, 60, () => true)));
    expect(marks.map((mark) => mark.kind === 'raster' && mark.bitmap.height)).toEqual([24, 24, 12]);
    expect(rasterBands(drawBitmap(576, 24, () => true))).toHaveLength(longestBand);
  });

  it('is no picture without dots', () => {
    expect(rasterBands({ width: 0, height: 0, data: new Uint8Array() })).toHaveLength(0);
    expect(() => rasterBands({ width: 12, height: 1, data: new Uint8Array(2) })).toThrow(RangeError);
    expect(() => rasterBands({ width: 16, height: 2, data: new Uint8Array(3) })).toThrow(RangeError);
  });

  it('holds no command that a printer would obey at once, and loses one dot for each it held', () => {
    fc.assert(
      fc.property(awkwardBitmap, (bitmap) => {
        const bytes = rasterBands(bitmap);
        expect(realTimeIn(bytes)).toEqual([]);
        const printed = picturesOf(decode(bytes))[0] ?? bitmap;
        let lost = 0;
        for (let y = 0; y < bitmap.height; y += 1) {
          for (let x = 0; x < bitmap.width; x += 1) {
            if (isBlackAt(printed, x, y) !== isBlackAt(bitmap, x, y)) lost += 1;
          }
        }
        expect(lost).toBeLessThanOrEqual(realTimeIn(bitmap.data).length);
      }),
      { numRuns: 150 },
    );
  });

  it('finds them across the border of two rows', () => {
    const bytes = rasterBands({ width: 8, height: 3, data: Uint8Array.of(0x10, 0x10, 0x14) });
    expect([...bytes.subarray(8)]).toEqual([0x10, 0x00, 0x14]);
  });
});
