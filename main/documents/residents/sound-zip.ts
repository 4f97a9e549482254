import { inflateRawSync } from 'node:zlib';
import { DomainError } from '../../ops/domain-error.ts';

/** A workbook of 100,000 people has 55 MB. */
const mostUnpacked = 200 * 1024 * 1024;
const mostEntries = 2_000;
/** Beyond `ratioFrom` bytes nothing that people fill in packs itself so small: 100,000 equal rows make some 60. */
const mostRatio = 250;
const ratioFrom = 20 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Of its local header. */
  readonly at: number;
}

/**
 * Finds out what a ZIP archive holds before a reader unpacks it (APPNOTE 6.3.10, 4.3.12 and 4.3.16): nothing encrypted,
 * nothing of the large format, no more than a workbook needs, and each entry as long as the directory says it is.
 * @param look at each entry, unpacked
 * @throws DomainError FILE_UNREADABLE, FILE_TOO_LARGE
 */
export function expectSoundZip(bytes: Uint8Array, look: (name: string, content: Buffer) => void): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(file);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > mostUnpacked) throw new DomainError('FILE_TOO_LARGE');
  if (unpacked > ratioFrom && unpacked > packed * mostRatio) throw new DomainError('FILE_TOO_LARGE');
  for (const entry of entries) look(entry.name, unpack(file, entry));
}

function directoryOf(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > file.length) throw unreadable();
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  // 0xffff and 0xffffffff point to the large format; so many are refused anyhow. One disk has them all.
  if (count === 0 || count > mostEntries || file.readUInt16LE(end + 8) !== count) throw unreadable();
  const entries: Entry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02_01_4b_50) throw unreadable();
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, nameEnd),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(file: Buffer, { flags, method, packed, unpacked, at }: Entry): Buffer {
  const encrypted = (flags & 0x20_41) !== 0;
  if (encrypted || at + 30 > file.length || file.readUInt32LE(at) !== 0x04_03_4b_50) throw unreadable();
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const body = file.subarray(start, start + packed);
  if (body.length !== packed || (method !== 0 && method !== 8)) throw unreadable();
  const content = method === 0 ? body : inflated(body, unpacked);
  if (content.length !== unpacked) throw unreadable();
  return content;
}

/** A directory may lie: unpacking ends where it says that the entry does. */
function inflated(body: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, most) });
  } catch {
    throw unreadable();
  }
}

function unreadable(): DomainError {
  return new DomainError('FILE_UNREADABLE');
}
