import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { StartError } from '../ops/start-error.ts';
import { takeDataFolder } from '../store/data-folder.ts';
import { isKey } from '../store/key.ts';
import { restoreBegun } from '../store/restore-begun.ts';
import { syncFolder, writeNewFile } from '../store/synced-files.ts';
import { databaseEntry, keyEntry, manifestEntry, type Unpacker, unpack } from './archive.ts';
import { countDatabase } from './database-copy.ts';
import { LastBackupFile } from './last-backup.ts';
import { isFull, type Manifest } from './make.ts';
import { mergeErasedLists } from './merge-erased.ts';
import { fingerprintOf, mistypedGroup, publicPart, readRecoveryKey } from './recovery-key.ts';
import { noteName, writeRestoreNote } from './restore-note.ts';
import { openBox } from './sealed-box.ts';
import { BackupDamaged, type BackupFacts, type BackupHead, readHead, readSealed } from './sealed-file.ts';
import { backupName } from './shelf.ts';

export interface RestoreOrder {
  /** The backup. */
  readonly file: string;
  /** The data folder; made if need be. */
  readonly folder: string;
  /** As it was typed. */
  readonly recoveryKey: string;
  /** Whether a lounge that is there is put aside. */
  readonly over: boolean;
  /** The newest migration that this program knows. */
  readonly newest: number;
}

export interface Restored {
  readonly facts: BackupFacts;
  /** Rows of the database, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Where that is now which was there before. */
  readonly aside: string | null;
}

const workName = '.restoring';
const asideName = 'before-restore-';
const erasedList = 'erased.list';
/**
 * What makes a lounge, the key last: a database without its key is refused at a start, a key without a database would begin
 * anew. `erased.list` stays where it is, joined by the backup's: what was erased must not come back; so do pictures and older
 * backups.
 */
const partsOfLounge = [
  noteName,
  'hub.json',
  'ready.json',
  'run',
  'catalogue',
  'lan',
  'maintenance.pin',
  'lounge.db',
  'lounge.db-wal',
  'lounge.db-shm',
  'lounge.key',
  'lounge.key.protected',
] as const;
/** By these a folder is somebody's: a lounge's, or of a machine that was paired with one. */
const signsOfLounge = [databaseEntry, keyEntry, 'lounge.key.protected', 'hub.json'];

/**
 * Puts a backup back: all of it is unpacked and checked beside what is there before anything is changed.
 * @throws StartError in words for whoever stands before the machine; then nothing that was there has changed
 */
export function restoreBackup(order: RestoreOrder): Restored {
  const file = openBackupFile(order.file);
  try {
    const head = readHead(file);
    const key = keyOf(head, order.recoveryKey);
    const lock = takeDataFolder(order.folder);
    try {
      if (
        !order.over &&
        !wasBrokenOff(order.folder) &&
        signsOfLounge.some((name) => existsSync(join(order.folder, name)))
      )
        throw new StartError(
          `The folder ${order.folder} holds a lounge already; name an empty folder with --data, or add --over to put that lounge aside.`,
        );
      return restoreInto(order, head, readSealed(file, head.start, key));
    } finally {
      rmSync(join(order.folder, workName), { recursive: true, force: true });
      lock.release();
    }
  } catch (error) {
    throw worded(error, order);
  } finally {
    closeSync(file);
  }
}

/** Whether a key opens a backup, without touching anything. @throws StartError in words where it does not */
export function tryRecoveryKey(path: string, recoveryKey: string): void {
  const file = openBackupFile(path);
  try {
    keyOf(readHead(file), recoveryKey);
  } catch (error) {
    throw worded(error, { file: path, folder: dirname(path) });
  } finally {
    closeSync(file);
  }
}

function restoreInto({ folder, newest }: RestoreOrder, { facts }: BackupHead, content: Iterable<Buffer>): Restored {
  const work = join(folder, workName);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { mode: 0o700 });
  unpack(content, new IntoFolder(work));
  const rows = checked(work, newest);
  writeRestoreNote(work, {
    id: randomUUID(),
    lounge: facts.lounge,
    sequence: facts.sequence,
    made: facts.made,
    settled: null,
  });
  // From here until all is in its place a start refuses the folder: never half a lounge, never a new one by mistake.
  if (!wasBrokenOff(folder)) writeNewFile(join(folder, restoreBegun), `${facts.made}\n`);
  const aside = putAside(folder);
  moveIn(work, folder);
  goOnBehind(folder, facts);
  rmSync(join(folder, restoreBegun));
  syncFolder(folder);
  return { facts, rows, aside };
}

function wasBrokenOff(folder: string): boolean {
  return existsSync(join(folder, restoreBegun));
}

/** The next backup is due at once, and numbered behind the one that was put back. */
function goOnBehind(folder: string, { lounge, sequence, made }: BackupFacts): void {
  mkdirSync(join(folder, 'backups'), { recursive: true, mode: 0o700 });
  const last = new LastBackupFile(join(folder, 'backups', 'last.json'));
  last.write({ name: backupName(lounge, sequence, made.slice(0, 10)), bytes: 0, at: 0, tick: 0 });
}

function openBackupFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new StartError(`The backup ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function keyOf({ facts, factsLine, box }: BackupHead, recoveryKey: string): Buffer {
  const secret = readRecoveryKey(recoveryKey);
  if (!secret)
    throw new StartError(
      `This is not a recovery key as it stands on the paper; ${whereMistyped(recoveryKey)} and type it again.`,
    );
  const own = fingerprintOf(publicPart(secret));
  if (own !== facts.recipient)
    throw new StartError(`This backup is for the recovery key ${facts.recipient}; the one typed is ${own}.`);
  const key = openBox(box, secret, factsLine);
  if (!key) throw new BackupDamaged('its first lines are damaged');
  return key;
}

function whereMistyped(recoveryKey: string): string {
  const group = mistypedGroup(recoveryKey);
  return group === null ? 'look at each group' : `look at group ${group}`;
}

/** Files of an archive, each on the disk when its end is told. */
class IntoFolder implements Unpacker {
  readonly #folder: string;
  #file = -1;

  constructor(folder: string) {
    this.#folder = folder;
  }

  begin({ name }: { readonly name: string }): void {
    const path = resolve(this.#folder, ...name.split('/'));
    if (!path.startsWith(this.#folder + sep)) throw new BackupDamaged('it holds what belongs to no backup');
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#file = openSync(path, 'wx', 0o600);
  }

  take(part: Buffer): void {
    for (let from = 0; from < part.length; ) from += writeSync(this.#file, part, from);
  }

  end(): void {
    fsyncSync(this.#file);
    closeSync(this.#file);
  }
}

/** @returns rows by table @throws BackupDamaged, StartError */
function checked(work: string, newest: number): Manifest['rows'] {
  for (const name of [manifestEntry, databaseEntry, keyEntry])
    if (!existsSync(join(work, name))) throw new BackupDamaged(`it has no ${name}`);
  const manifest = JSON.parse(readFileSync(join(work, manifestEntry), 'utf8')) as Manifest;
  const key = readFileSync(join(work, keyEntry), 'utf8').trim();
  if (!isKey(key)) throw new BackupDamaged('its key is none');
  if (manifest.schema > newest)
    throw new StartError(
      `The backup was made by a newer Anjungan (schema ${manifest.schema}, this one knows ${newest}); install the newer version.`,
    );
  const { rows } = countDatabase(join(work, databaseEntry), key);
  for (const [table, count] of Object.entries(manifest.rows))
    if (rows[table] !== count) throw new BackupDamaged(`${table} has ${rows[table] ?? 0} rows, not ${count}`);
  rmSync(join(work, manifestEntry));
  return rows;
}

/** @returns where the lounge that was there is now; null where there was none */
function putAside(folder: string): string | null {
  const names = partsOfLounge.filter((name) => existsSync(join(folder, name)));
  if (names.length === 0) return null;
  let nth = 1;
  while (existsSync(join(folder, `${asideName}${nth}`))) nth += 1;
  const aside = join(folder, `${asideName}${nth}`);
  mkdirSync(aside, { mode: 0o700 });
  for (const name of names) renameSync(join(folder, name), join(aside, name));
  syncFolder(aside);
  syncFolder(folder);
  return aside;
}

/** The database after everything beside it, its key after that. */
function moveIn(work: string, folder: string): void {
  mergeErasedLists(join(folder, erasedList), join(work, erasedList));
  const names = readdirSync(work).filter((name) => name !== erasedList);
  const place = (name: string) => [databaseEntry, keyEntry].indexOf(name);
  for (const name of names.toSorted((a, b) => place(a) - place(b))) renameSync(join(work, name), join(folder, name));
  syncFolder(folder);
}

function worded(error: unknown, { file, folder }: Pick<RestoreOrder, 'file' | 'folder'>): unknown {
  if (error instanceof BackupDamaged)
    return new StartError(`The backup ${file} cannot be used: ${error.message}. Take another one.`);
  if (isFull(error)) return new StartError(`The disk of ${folder} is full; free some space and restore again.`);
  return error;
}
