import type { Bitmap } from './bitmap.ts';

/** A job that is cut off leaves at most so many rows to be filled up: 3 mm of paper. */
const bandRows = 24;
const headerBytes = 8;

/** Bytes of the longest band on the widest paper: what may have to be filled up after a job was cut off. */
export const longestBand = headerBytes + bandRows * (576 / 8);

/**
 * The picture as raster commands (GS v 0), band by band.
 * @throws RangeError for a bitmap whose data are not its size
 */
export function rasterBands({ width, height, data }: Bitmap): Buffer {
  const rowBytes = width / 8;
  if (!Number.isInteger(rowBytes) || data.length !== rowBytes * height)
    throw new RangeError(`${data.length} bytes are no picture of ${width} x ${height} dots`);
  const bands: Buffer[] = [];
  for (let y = 0; y < height; y += bandRows) {
    const rows = Math.min(bandRows, height - y);
    const header = [0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8];
    bands.push(Buffer.from(header), withoutRealTime(data.subarray(y * rowBytes, (y + rows) * rowBytes)));
  }
  return Buffer.concat(bands);
}

/** What follows DLE in a real-time command: EOT, ENQ, DC4. */
const realTime: readonly (number | undefined)[] = [0x04, 0x05, 0x14];

/**
 * Printers obey real-time commands even inside a picture: these dots would clear the buffer, open a drawer or draw an
 * answer that nobody asked for. The one dot that makes a DLE turns white; that can make no other command.
 */
function withoutRealTime(dots: Uint8Array): Buffer {
  const clean = Buffer.from(dots);
  for (let at = clean.indexOf(0x10); at !== -1; at = clean.indexOf(0x10, at + 1)) {
    if (realTime.includes(clean[at + 1])) clean[at] = 0;
  }
  return clean;
}
