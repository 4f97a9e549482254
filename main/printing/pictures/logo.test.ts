import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { png, sampleLogo } from '../../../tests/printing/sample-logo.ts';
import { type Bitmap, isBlackAt } from './bitmap.ts';
import { Logos } from './logo.ts';

function logosWithLog() {
  const lines: string[] = [];
  const tell = (_: object, message: string) => void lines.push(message);
  return { logos: new Logos({ info: tell, warn: tell, error: tell }), lines };
}

function drawn(base64: string, dots = 576): Bitmap {
  const picture = logosWithLog().logos.fitting(base64, dots);
  if (!picture) throw new Error('it was left out');
  return picture;
}

function share(picture: Bitmap, width: number): number {
  let black = 0;
  for (let y = 0; y < picture.height; y += 1)
    for (let x = 0; x < width; x += 1) black += isBlackAt(picture, x, y) ? 1 : 0;
  return black / (picture.height * width);
}

describe("the lounge's logo on paper", () => {
  it('is at most 160 dots high and never wider than the paper', () => {
    expect(drawn(sampleLogo())).toMatchObject({ width: 128, height: 160 });
    const wide = png(1024, 200, () => [0, 0, 0, 255]);
    expect(drawn(wide, 384)).toMatchObject({ width: 384, height: 75 });
    expect(drawn(wide, 546).width).toBe(544);
    expect(drawn(wide, 576).width).toBe(576);
  });

  it('is not blown up', () => {
    expect(drawn(png(3, 2, () => [0, 0, 0, 255]))).toEqual({
      width: 8,
      height: 2,
      data: Uint8Array.of(0b1110_0000, 0b1110_0000),
    });
  });

  it('is black where it is dark, and white where it is light or see-through', () => {
    const stripes = png(24, 8, (x) => (x < 8 ? [20, 20, 20, 255] : x < 16 ? [230, 230, 230, 255] : [0, 0, 0, 0]));
    expect([...drawn(stripes).data.subarray(0, 3)]).toEqual([0xff, 0, 0]);
  });

  it('has as many dots as it is dark', () => {
    for (const shade of [64, 128, 192]) {
      const picture = drawn(png(96, 96, () => [shade, shade, shade, 255]));
      expect(share(picture, 96)).toBeCloseTo(1 - shade / 255, 1);
    }
  });

  it('keeps the size of any picture in bounds', () => {
    const size = fc.integer({ min: 1, max: 1024 });
    fc.assert(
      fc.property(size, size, fc.constantFrom(576, 546, 512, 384), (width, height, dots) => {
        const { width: across, height: down } = drawn(
          png(width, height, () => [0, 0, 0, 255]),
          dots,
        );
        expect(across).toBeLessThanOrEqual(dots);
        expect(down).toBeLessThanOrEqual(160);
        expect(Math.min(across, down)).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  });

  it('is made once for each paper, and anew when the lounge has another', () => {
    const { logos } = logosWithLog();
    const first = logos.fitting(sampleLogo(), 576);
    expect(logos.fitting(sampleLogo(), 576)).toBe(first);
    expect(logos.fitting(sampleLogo(), 384)).not.toBe(first);
    expect(logos.fitting(sampleLogo(), 576)).toBe(first);
    const other = logos.fitting(
      png(8, 1, () => [0, 0, 0, 255]),
      576,
    );
    expect(other).toMatchObject({ width: 8, height: 1 });
    expect(logos.fitting(undefined, 576)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['no picture', Buffer.from('GIF89a').toString('base64')],
    ['a picture cut short', sampleLogo().slice(0, 2000)],
    ['a picture with a broken byte', `${sampleLogo().slice(0, 600)}AAAAAAAA${sampleLogo().slice(608)}`],
  ])('is left out when it is %s, and the log says so once', (_, broken) => {
    const { logos, lines } = logosWithLog();
    for (const dots of [576, 384, 576]) expect(logos.fitting(broken, dots)).toBeUndefined();
    expect(lines).toEqual(['the logo cannot be read; slips are printed without it']);
  });
});
