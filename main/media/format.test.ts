import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hugePng, jpegHead, matroska, mp4, png, webm, webpHead } from '../../tests/doubles/media/files.ts';
import { judge } from './format.ts';
import { sizeOfPicture } from './picture-size.ts';

describe('a file', () => {
  it.each([
    ['a.png', png(4, 3), 'picture', 'image/png'],
    ['a.JPG', jpegHead(1920, 1080), 'picture', 'image/jpeg'],
    ['a.jpeg', jpegHead(1920, 1080, 60_000), 'picture', 'image/jpeg'],
    ['a.webp', webpHead('VP8X', 800, 600), 'picture', 'image/webp'],
    ['a.mp4', mp4(), 'video', 'video/mp4'],
    ['a.webm', webm(), 'video', 'video/webm'],
  ] as const)('%s is what its name and its first bytes say', (name, head, kind, type) => {
    expect(judge(name, head)).toEqual({ kind, type, problem: null });
  });

  it.each([
    ['a page under the ending of a picture', 'a.png', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', 'a.jpg', Buffer.from('MZ\x90\0', 'latin1')],
    ['a drawing that could hold a script', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PNG under the ending of a JPEG', 'a.jpg', png(2, 2)],
    ['a video under the ending of a picture', 'a.png', mp4()],
    ['Matroska under the ending of WebM', 'a.webm', matroska()],
    ['nothing', 'a.png', Buffer.alloc(0)],
  ])('that is %s is refused', (_what, name, head) => {
    expect(judge(name, head)).toEqual({ kind: null, problem: 'type' });
  });

  it.each([
    ['too many points', 'a.png', hugePng(30_000, 30_000)],
    ['no width', 'a.png', hugePng(0, 10)],
    ['no size, being cut off', 'a.png', png(4, 4).subarray(0, 18)],
    ['no frame', 'a.jpg', jpegHead(4, 4).subarray(0, 12)],
    ['no frame within what is read', 'a.jpeg', jpegHead(4, 4, 60_000).subarray(0, 50_000)],
    ['an unknown kind of WebP', 'a.webp', Buffer.from('RIFF\0\0\0\0WEBPABCD', 'latin1')],
  ])('with %s is damaged', (_what, name, head) => {
    expect(judge(name, head)).toEqual({ kind: 'picture', problem: 'damaged' });
  });

  it('of any bytes at all is judged and never breaks anything', () => {
    const heads = [png(4, 4), jpegHead(9, 9), webpHead('VP8L', 9, 9)];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 60 }), fc.nat(40), (head, noise, from) => {
        const bent = Buffer.concat([head.subarray(0, from), noise]);
        for (const name of ['a.png', 'a.jpg', 'a.webp', 'a.mp4', 'a.webm'])
          expect([null, 'type', 'damaged']).toContain(judge(name, bent).problem);
      }),
    );
  });
});

it('the size of a picture is read from its head', () => {
  const sizes = fc.record({ width: fc.integer({ min: 1, max: 16_383 }), height: fc.integer({ min: 1, max: 16_383 }) });
  fc.assert(
    fc.property(sizes, fc.nat(2_000), (size, before) => {
      const { width, height } = size;
      expect(sizeOfPicture('image/png', hugePng(width, height))).toEqual(size);
      expect(sizeOfPicture('image/jpeg', jpegHead(width, height, before))).toEqual(size);
      for (const kind of ['VP8 ', 'VP8L', 'VP8X'] as const)
        expect(sizeOfPicture('image/webp', webpHead(kind, width, height))).toEqual(size);
    }),
  );
});
