import { type Bitmap, isBlackAt } from '../../../main/printing/pictures/bitmap.ts';
import type { Mark } from './decoder.ts';

export type RasterMark = Extract<Mark, { kind: 'raster' }>;

/** The same marks with the bands of each picture put together, as they stand on the paper. */
export function joined(marks: readonly Mark[]): Mark[] {
  const whole: Mark[] = [];
  for (const mark of marks) {
    const last = whole.at(-1);
    if (mark.kind === 'raster' && last?.kind === 'raster' && follows(mark, last))
      whole[whole.length - 1] = { ...last, bitmap: stacked(last.bitmap, mark.bitmap) };
    else whole.push(mark);
  }
  return whole;
}

/** The pictures on the paper, top to bottom. */
export function picturesOf(marks: readonly Mark[]): Bitmap[] {
  return joined(marks).flatMap((mark) => (mark.kind === 'raster' ? [mark.bitmap] : []));
}

/** As a file that every picture viewer reads: a portable bitmap has the same dots. */
export function portable({ width, height, data }: Bitmap): Buffer {
  return Buffer.concat([Buffer.from(`P4\n${width} ${height}\n`), data]);
}

/** For a person: one letter for the 12 x 24 dots of a letter, the darker the blacker. */
export function shaded(bitmap: Bitmap): string[] {
  const [across, down] = [12, 24];
  return Array.from({ length: Math.ceil(bitmap.height / down) }, (_, row) =>
    Array.from({ length: Math.ceil(bitmap.width / across) }, (_, column) => {
      let black = 0;
      for (let y = row * down; y < (row + 1) * down; y += 1)
        for (let x = column * across; x < (column + 1) * across; x += 1) black += isBlackAt(bitmap, x, y) ? 1 : 0;
      return ' .:-=+*#%@'[Math.ceil((9 * black) / (across * down))];
    }).join(''),
  );
}

function follows({ align, bitmap }: RasterMark, above: RasterMark): boolean {
  return align === above.align && bitmap.width === above.bitmap.width;
}

function stacked(above: Bitmap, below: Bitmap): Bitmap {
  return { width: above.width, height: above.height + below.height, data: Buffer.concat([above.data, below.data]) };
}
