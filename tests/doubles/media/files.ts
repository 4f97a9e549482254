import { crc32, deflateSync } from 'node:zlib';

/** Small files such as a supervisor has: a PNG that can be shown, and the beginnings of the other kinds. */

/** A PNG of one colour. @param colour red, green, blue, each 0 to 255 */
export function png(width: number, height: number, colour: readonly [number, number, number] = [15, 94, 99]): Buffer {
  const row = Buffer.concat([Buffer.of(0), ...Array.from({ length: width }, () => Buffer.from(colour))]);
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.of(8, 2, 0, 0, 0)])),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Says that it is so large, and holds no picture. */
export function hugePng(width: number, height: number): Buffer {
  const head = png(1, 1);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

/** @param before bytes that a camera wrote before the frame */
export function jpegHead(width: number, height: number, before = 0): Buffer {
  const frame = Buffer.of(0xff, 0xc2, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3);
  const table = Buffer.of(0xff, 0xc4, 0, 4, 1, 2);
  return Buffer.concat([Buffer.of(0xff, 0xd8), segment(0xe1, before), Buffer.of(0xff), table, frame, Buffer.alloc(64)]);
}

export function webpHead(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const head = Buffer.alloc(40);
  head.write('RIFF', 0, 'latin1');
  head.write(`WEBP${kind}`, 8, 'latin1');
  if (kind === 'VP8X') {
    head.writeUIntLE(width - 1, 24, 3);
    head.writeUIntLE(height - 1, 27, 3);
  } else if (kind === 'VP8L') {
    head.writeUInt8(0x2f, 20);
    head.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
  } else {
    head.writeUInt16LE(width, 26);
    head.writeUInt16LE(height, 28);
  }
  return head;
}

export const mp4 = (bytes = 64): Buffer => {
  const file = Buffer.alloc(bytes, 7);
  file.writeUInt32BE(24, 0);
  file.write('ftypisom', 4, 'latin1');
  return file;
};
export const webm = (): Buffer =>
  Buffer.concat([Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm', 'latin1'), Buffer.alloc(40)]);
export const matroska = (): Buffer =>
  Buffer.concat([Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska', 'latin1'), Buffer.alloc(40)]);

function segment(marker: number, length: number): Buffer {
  return Buffer.concat([Buffer.of(0xff, marker, (length + 2) >> 8, (length + 2) & 255), Buffer.alloc(length, 0x41)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([u32(data.length), named, u32(crc32(named))]);
}

function u32(value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value);
  return four;
}
