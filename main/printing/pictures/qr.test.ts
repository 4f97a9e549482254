import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { isBlackAt } from './bitmap.ts';
import { qrPicture } from './qr.ts';

const ticket = 'ANJ1:01890a5d-ac96-774b-bcce-b302099a8057';

describe('a code drawn for a printer that draws none', () => {
  it.each([6, 3, 1])('has whole modules of %i dots and four modules of white around it', (module) => {
    const picture = qrPicture(ticket, module, 384);
    const { data: modules, size } = encode(ticket, { ecc: 'M', border: 0 });
    expect(picture.height).toBe((size + 8) * module);
    for (let y = 0; y < picture.height; y += 1) {
      for (let x = 0; x < picture.width; x += 1) {
        const black = modules[Math.floor(y / module) - 4]?.[Math.floor(x / module) - 4] ?? false;
        if (isBlackAt(picture, x, y) !== black) expect.fail(`dot ${x}, ${y}`);
      }
    }
  });

  it('has smaller modules where it would not fit, and never a part of one', () => {
    const picture = qrPicture('x'.repeat(300), 8, 384);
    expect(picture.width).toBeLessThanOrEqual(384);
    const modules = encode('x'.repeat(300), { ecc: 'M', border: 4 }).size;
    expect(picture.height % modules).toBe(0);
  });

  it('is refused where not even the smallest fits', () => {
    expect(() => qrPicture('x'.repeat(300), 6, 64)).toThrow(RangeError);
  });
});
