import fc from 'fast-check';
import type { Bitmap } from '../../main/printing/pictures/bitmap.ts';

/** Where bytes hold what a printer takes for a command at once, whatever it stands in: DLE EOT, DLE ENQ, DLE DC4. */
export function realTimeIn(bytes: Uint8Array): number[] {
  const followers = [0x04, 0x05, 0x14];
  return [...bytes.keys()].filter((at) => bytes[at] === 0x10 && followers.includes(bytes[at + 1] ?? 0));
}

/** Pictures whose dots are commands far more often than those of any real one. */
export const awkwardBitmap: fc.Arbitrary<Bitmap> = fc
  .record({
    rowBytes: fc.constantFrom(1, 2, 4, 5, 16, 20, 48, 72),
    height: fc.integer({ min: 0, max: 60 }),
    seed: fc.array(fc.oneof(fc.constantFrom(0x10, 0x04, 0x05, 0x14), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 97,
    }),
  })
  .map(({ rowBytes, height, seed }) => ({
    width: rowBytes * 8,
    height,
    data: Uint8Array.from({ length: rowBytes * height }, (_, at) => seed[at % seed.length] as number),
  }));
