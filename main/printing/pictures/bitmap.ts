/** A picture of black and white dots. */
export interface Bitmap {
  /** Dots across, a multiple of 8. */
  readonly width: number;
  readonly height: number;
  /** Row by row, eight dots a byte, the leftmost in the highest bit; 1 is black. */
  readonly data: Uint8Array;
}

/** Draws a bitmap dot by dot; white fills it up to the next multiple of 8. */
export function drawBitmap(width: number, height: number, isBlack: (x: number, y: number) => boolean): Bitmap {
  const rowBytes = Math.ceil(width / 8);
  const data = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isBlack(x, y)) data[y * rowBytes + (x >> 3)] = (data[y * rowBytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { width: rowBytes * 8, height, data };
}

/** Whether a dot is black; white outside. */
export function isBlackAt({ width, height, data }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || x >= width || y < 0 || y >= height) return false;
  return (((data[(y * width) / 8 + (x >> 3)] ?? 0) << (x & 7)) & 0x80) !== 0;
}
