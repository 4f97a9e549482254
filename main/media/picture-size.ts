export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Width and height in points, from a picture's head alone: nothing is decoded.
 * Sources: PNG (W3C) 11.2.2; JPEG (ITU-T T.81) B.2.2; WebP (RFC 9649) 2.5 to 2.7.
 * @returns null when they do not stand in `head`
 */
export function sizeOfPicture(type: string, head: Buffer): Size | null {
  try {
    if (type === 'image/png') return sizeOfPng(head);
    return type === 'image/webp' ? sizeOfWebp(head) : sizeOfJpeg(head);
  } catch (error) {
    // Cut off before it was said.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function sizeOfPng(head: Buffer): Size | null {
  if (head.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

function sizeOfWebp(head: Buffer): Size | null {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}

/** Goes from marker to marker until a frame begins. */
function sizeOfJpeg(head: Buffer): Size | null {
  let place = 2;
  while (head.readUInt8(place) === 0xff) {
    const marker = head.readUInt8(place + 1);
    // Any number of 0xFF may stand before a marker.
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { width: head.readUInt16BE(place + 7), height: head.readUInt16BE(place + 5) };
    place += 2 + head.readUInt16BE(place + 2);
  }
  return null;
}
