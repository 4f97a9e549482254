import { BackupDamaged } from './sealed-file.ts';

/** What a backup holds: files, one after the other, each behind a line `{"name","bytes"}`. */

export interface ArchiveEntry {
  /** Within the data folder, with `/`. */
  readonly name: string;
  readonly bytes: number;
}

/** The folders of which every file belongs to a backup. */
export const wholeFolders = ['catalogue', 'lan'] as const;
/** Not `lounge.db`, which goes in as a copy of its own. */
export const singleFiles = ['erased.list', 'maintenance.pin'] as const;
export const databaseEntry = 'lounge.db';
export const keyEntry = 'lounge.key';
export const manifestEntry = 'manifest.json';

const newLine = 0x0a;
const mostLineBytes = 1024;

const known = new RegExp(
  `^(${[...singleFiles, databaseEntry, keyEntry, manifestEntry].map((name) => name.replace('.', '\\.')).join('|')}|(${wholeFolders.join('|')})(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+)$`,
);

/** Whether a backup may hold a file of this name: nothing leaves the folder that it is restored into. */
export function isArchived(name: string): boolean {
  return known.test(name);
}

export function entryLine(entry: ArchiveEntry): Buffer {
  return Buffer.from(`${JSON.stringify({ name: entry.name, bytes: entry.bytes })}\n`);
}

/** Takes what an archive holds. */
export interface Unpacker {
  begin(entry: ArchiveEntry): void;
  take(part: Buffer): void;
  end(): void;
}

/**
 * Gives every file of an archive to `unpacker`.
 * @throws BackupDamaged where it is no archive, or holds what belongs to none
 */
export function unpack(pieces: Iterable<Buffer>, unpacker: Unpacker): void {
  let line = Buffer.alloc(0);
  let left = 0;
  for (const piece of pieces) {
    let rest = piece;
    while (rest.length > 0) {
      if (left > 0) {
        const part = rest.subarray(0, left);
        unpacker.take(part);
        left -= part.length;
        rest = rest.subarray(part.length);
        if (left === 0) unpacker.end();
        continue;
      }
      const end = rest.indexOf(newLine);
      line = Buffer.concat([line, end < 0 ? rest : rest.subarray(0, end)]);
      if (line.length > mostLineBytes) throw new BackupDamaged('it is not an archive');
      if (end < 0) break;
      rest = rest.subarray(end + 1);
      const entry = readLine(line);
      line = Buffer.alloc(0);
      unpacker.begin(entry);
      left = entry.bytes;
      if (left === 0) unpacker.end();
    }
  }
  if (left > 0 || line.length > 0) throw new BackupDamaged('it ends too early');
}

function readLine(line: Buffer): ArchiveEntry {
  try {
    const { name, bytes } = JSON.parse(line.toString('utf8')) as ArchiveEntry;
    if (isArchived(name) && Number.isSafeInteger(bytes) && bytes >= 0) return { name, bytes };
  } catch {
    // Said below.
  }
  throw new BackupDamaged('it holds what belongs to no backup');
}
