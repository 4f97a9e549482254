import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { KeyProvider } from '../store/key.ts';
import { openStore, type Store } from '../store/open.ts';
import { replaceFile } from '../store/synced-files.ts';
import { type HashedMarks, hashMarks, isSameMachine, type MachineSystem, readMarks } from './machine-marks.ts';

const file = z.object({
  v: z.literal(1),
  salt: z.string(),
  board: z.array(z.string()),
  network: z.array(z.string()),
  system: z.array(z.string()),
});

/** Whose data these are. */
export interface OwnMachine {
  /** The data were made on another machine, and hold what people did: a person says what became of that one. */
  readonly isOther: boolean;
  /** From now on the data are this machine's. */
  take(): void;
}

/**
 * Opens the store of a data folder and finds out whether this machine made it. Which of these it is decides what happens:
 *
 * - The same machine, also with a new network card or its system installed anew: nothing.
 * - Another one, and nobody has worked here yet: the disk image of a whole fleet. Database, its key, tokens, the hub's key
 *   and certificates and the maintenance PIN go, and with them a site.json that was carried out on the first machine;
 *   what comes after is this machine's own, without a word.
 * - Another one, with a lounge on it: a disk moved into a new machine, a backup restored on one, or a copy. It works on as
 *   it is, since residents wait; a supervisor is asked, and until then nothing is reported in the old one's name. "Moved"
 *   keeps every key. "Copy" makes a new key for reports; the rest of the copy stays as it was, residents' data too, which
 *   is why the page says not to use it elsewhere.
 * - Nothing that can be compared: the same, so that nobody is asked for nothing.
 *
 * A paired machine has no database of its own; a clone of one is known to the hub by its token, and is let in again there.
 * @throws StartError as `openStore`
 */
export function openOwnStore(
  folder: string,
  key: KeyProvider,
  migrations: string,
  system: MachineSystem,
): { store: Store; machine: OwnMachine } {
  const path = join(folder, 'machine.json');
  const kept = readKept(path);
  // On Windows the asking takes a second or two; it is made up for by doing it before anybody waits.
  const marks = readMarks(system);
  const take = () => replaceFile(path, `${JSON.stringify({ v: 1, ...hashMarks(marks) })}\n`);
  const store = openStore(folder, key, migrations);
  const isOther = kept ? !isSameMachine(kept, marks) : hasIdentity(store.db);
  if (isOther && isUnused(store.db)) {
    const fromSite = store.db.prepare('SELECT 1 FROM fleet_site').get() !== undefined;
    store.close();
    forgetIdentity(folder, fromSite);
    take();
    return { store: openStore(folder, key, migrations), machine: { isOther: false, take } };
  }
  if (!kept && !isOther) take();
  let other = isOther;
  return {
    store,
    machine: {
      get isOther() {
        return other;
      },
      take: () => {
        take();
        other = false;
      },
    },
  };
}

/** A damaged file counts as none. */
function readKept(path: string): HashedMarks | null {
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Data without a file of marks, but with a key: they came from a backup. */
function hasIdentity(db: Database.Database): boolean {
  return db.prepare('SELECT 1 FROM fleet').get() !== undefined;
}

/** Nobody has taken a number, asked for a letter or got an account. */
function isUnused(db: Database.Database): boolean {
  return ['ticket', 'request', 'resident', 'account'].every(
    (table) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined,
  );
}

/** The database with its tokens and keys, the key of the database, and what the lounge's network knows the hub by. */
const identity = [
  'lounge.db',
  'lounge.db-wal',
  'lounge.db-shm',
  'lounge.key',
  'lounge.key.protected',
  'lan',
  'maintenance.pin',
  'device-id',
];
/** Said which village the first machine was, and was carried out there. */
const site = ['site.json', 'catalogue/village.json'];

function forgetIdentity(folder: string, fromSite: boolean): void {
  // The database first: a power cut in between leaves a key without one, which is no harm.
  for (const name of [...identity, ...(fromSite ? site : [])])
    if (existsSync(join(folder, name))) rmSync(join(folder, name), { recursive: true, force: true });
}
