import { encode } from 'uqr';
import { type Bitmap, drawBitmap } from './bitmap.ts';

/** Modules of white on every side, as ISO 18004 asks. */
const quietZone = 4;

/**
 * A QR code (model 2, correction M) as a picture, for printers that draw none themselves. Every module is a whole number
 * of dots: a scaled code is a blurred code.
 * @param module dots a module; fewer where the code would not fit the paper
 * @param dots across the paper
 * @throws RangeError for a code that does not fit at one dot a module
 */
export function qrPicture(data: string, module: number, dots: number): Bitmap {
  const { data: modules } = encode(data, { ecc: 'M', boostEcc: false, border: quietZone });
  const scale = Math.min(module, Math.floor(wholeBytes(dots) / modules.length));
  if (scale < 1) throw new RangeError(`A QR code of ${modules.length} modules does not fit ${dots} dots`);
  const side = modules.length * scale;
  return drawBitmap(side, side, (x, y) => modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true);
}

/** Dots of a row that whole bytes can hold. */
function wholeBytes(dots: number): number {
  return dots - (dots % 8);
}
