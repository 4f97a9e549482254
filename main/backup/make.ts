import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { freeBytesAt } from '../store/space-watch.ts';
import { syncFolder } from '../store/synced-files.ts';
import { databaseEntry, entryLine, isArchived, keyEntry, manifestEntry, singleFiles, wholeFolders } from './archive.ts';
import type { MakeAsked, WorkerStart } from './asks.ts';
import { copyDatabase } from './database-copy.ts';
import { readPublicPart } from './recovery-key.ts';
import { sealKey } from './sealed-box.ts';
import { BackupDamaged, factsLineOf, readHead, readSealed, SealedWriter, writeHead } from './sealed-file.ts';

/** The disk has too little room; nothing was left on it. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/** What stands in a backup before everything else. */
export interface Manifest {
  readonly schema: number;
  /** Of the database, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** The copy and what is sealed of it, and what lies beside them. */
const copiesAtOnce = 2;
const readAtOnce = 1024 * 1024;

/**
 * Makes a backup: a checked copy of the database with its key and the files beside it, sealed for the recipient, read
 * back, on the disk, and only then under its name. What a broken-off attempt left is taken away first.
 * @returns bytes
 * @throws NoRoom, BackupDamaged, the system's error
 */
export function makeBackup(source: WorkerStart, { dataFolder, into, facts, publicKey, keepFree }: MakeAsked): number {
  const folder = dirname(into);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeUnfinished(folder);
  const needed = copiesAtOnce * (statSync(source.path).size + sizeOf(`${source.path}-wal`));
  if (freeBytesAt(folder) - needed < keepFree) throw new NoRoom('too little room for a backup');
  const copy = join(folder, '.copy.db');
  const part = `${into}.part`;
  try {
    const manifest: Manifest = copyDatabase(source, copy);
    seal(part, facts, publicKey, (out) => {
      put(out, manifestEntry, Buffer.from(JSON.stringify(manifest)));
      // After the copy: the list of erasures may know more than the database, never less.
      for (const name of namesBeside(dataFolder)) put(out, name, readFileSync(join(dataFolder, name)));
      putFile(out, databaseEntry, copy);
      put(out, keyEntry, Buffer.from(`${source.key}\n`));
    });
    renameSync(part, into);
    syncFolder(folder);
    return statSync(into).size;
  } catch (error) {
    throw isFull(error) ? new NoRoom('the disk is full') : error;
  } finally {
    removeUnfinished(folder);
  }
}

/** Whether the system, or SQLite, says that the disk is full. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes((error as { code?: string }).code ?? '');
}

function seal(
  path: string,
  facts: MakeAsked['facts'],
  publicKey: string,
  fill: (out: { write(bytes: Uint8Array): void }) => void,
): void {
  const recipient = readPublicPart(publicKey);
  if (!recipient) throw new Error('the kept public key is none');
  const key = randomBytes(32);
  const factsLine = factsLineOf(facts);
  const written = createHash('sha256');
  const file = openSync(path, 'wx+', 0o600);
  try {
    writeHead(file, factsLine, sealKey(key, recipient, factsLine));
    const sealed = new SealedWriter(file, key);
    fill({
      write: (bytes) => {
        written.update(bytes);
        sealed.write(bytes);
      },
    });
    sealed.end();
    fsyncSync(file);
    const read = createHash('sha256');
    for (const piece of readSealed(file, readHead(file).start, key)) read.update(piece);
    if (!read.digest().equals(written.digest())) throw new BackupDamaged('what was read back is not what was written');
  } finally {
    closeSync(file);
  }
}

interface Out {
  write(bytes: Uint8Array): void;
}

function put(out: Out, name: string, content: Buffer): void {
  out.write(entryLine({ name, bytes: content.length }));
  out.write(content);
}

function putFile(out: Out, name: string, path: string): void {
  const file = openSync(path, 'r');
  try {
    const { size } = statSync(path);
    out.write(entryLine({ name, bytes: size }));
    const room = Buffer.alloc(readAtOnce);
    for (let at = 0; at < size; ) {
      const read = readSync(file, room, 0, room.length, at);
      if (read === 0) throw new Error('the copy became shorter');
      out.write(room.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(file);
  }
}

/** Everything beside the database that a lounge elsewhere needs; pictures and videos for displays are not among it. */
function namesBeside(dataFolder: string): string[] {
  const single = singleFiles.filter((name) => existsSync(join(dataFolder, name)));
  const inFolders = wholeFolders
    .filter((folder) => existsSync(join(dataFolder, folder)))
    .flatMap((folder) =>
      readdirSync(join(dataFolder, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(dataFolder.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter(isArchived)
        .sort(),
    );
  return [...single, ...inFolders];
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith('.copy.db') || name.endsWith('.part')) rmSync(join(folder, name), { force: true });
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}
