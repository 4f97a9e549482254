import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHashes } from '../../tests/doubles/lounge/books.ts';
import { neverClosed, neverClosedIds, newFolder, removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import { TestLounge } from '../../tests/doubles/lounge/in-process.ts';
import { lookInto, program } from '../../tests/doubles/lounge/own-lounge.ts';
import { seeded } from '../../tests/doubles/lounge/seeded.ts';
import { canMount, SmallDisk } from '../../tests/doubles/lounge/small-disk.ts';
import { newestVersion, readMigrations } from '../store/migrate.ts';
import type { MakeAsked } from './asks.ts';
import { BackupStore } from './backup-store.ts';
import { makeBackup, NoRoom } from './make.ts';
import { fingerprintOf, newRecoveryKey, publicPart, readRecoveryKey } from './recovery-key.ts';
import { restoreBackup } from './restore.ts';
import { copyBackup } from './second-copy.ts';
import { backupName } from './shelf.ts';

/** The short form runs every time; `ROUNDS=200` is the full one. `SEED` makes other moments. */
const rounds = Number(process.env['ROUNDS'] ?? 2);
const random = seeded(Number(process.env['SEED'] ?? 20261124));
const newest = newestVersion(readMigrations(program.migrations));
const child = join(import.meta.dirname, '../../tests/doubles/lounge/backup-child.ts');
const recoveryKey = newRecoveryKey();
const publicKey = publicOf(recoveryKey);
const lounge = '0a1b2c3d';

let test: TestLounge;
let backup: string;
let hashes: Record<string, string>;

function publicOf(key: string): string {
  const secret = readRecoveryKey(key);
  return secret ? publicPart(secret) : '';
}

const source = () => ({
  path: join(test.folder, 'lounge.db'),
  key: readFileSync(join(test.folder, 'lounge.key'), 'utf8').trim(),
});

const asked = (into: string): MakeAsked => ({
  dataFolder: test.folder,
  into,
  facts: {
    lounge,
    sequence: 1,
    made: '2026-11-24T02:00:00+07:00',
    clockConfirmed: true,
    version: '1.0.0',
    recipient: fingerprintOf(publicKey),
  },
  publicKey,
  // Where little is free it begins all the same: the disk fills while it is made.
  keepFree: -1e12,
});

const make = (into: string) => makeBackup(source(), asked(into));

const restore = (folder: string, more: object = {}) =>
  restoreBackup({ file: backup, folder, recoveryKey, over: false, newest, ...more });

/** Runs a process that does one thing again and again, and kills it. @returns what it said */
async function killed(afterMs: number, ...args: string[]): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  process_.stdout.on('data', (text) => (said += String(text)));
  while (!said.includes('open\n')) {
    if (process_.exitCode !== null) throw new Error('the child ended by itself');
    await sleep(10);
  }
  await sleep(afterMs);
  process_.kill('SIGKILL');
  await once(process_, 'close');
  return said.split('\n').slice(1, -1);
}

beforeAll(() => {
  test = new TestLounge('2026-11-24T09:00:00+07:00', neverClosed);
  for (let nth = 0; nth < 40; nth += 1) test.take(neverClosedIds[nth % 3] ?? '');
  backup = join(newFolder('backups'), backupName(lounge, 1, '2026-11-24'));
  make(backup);
  hashes = contentHashes(test.lounge.db);
});
afterAll(async () => {
  await test.end();
  removeFolders();
});

describe('a backup that was tampered with', () => {
  it('is refused wherever a bit was flipped or the end cut off, and nothing is changed', () => {
    const good = readFileSync(backup);
    const folder = newFolder('tampered');
    const bad = join(newFolder('bad'), basename(backup));
    const refused = () => {
      expect(() => restore(folder, { file: bad })).toThrow(/cannot be used|for the recovery key/);
      expect(readdirSync(folder).filter((name) => name !== 'lounge.lock')).toEqual([]);
    };
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(7), fc.boolean(), (place, bit, cut) => {
        const bytes = Buffer.from(cut ? good.subarray(0, place) : good);
        if (!cut) bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        writeFileSync(bad, bytes);
        refused();
      }),
      { numRuns: 25 },
    );
    // Something behind the end, and the last piece left out.
    writeFileSync(bad, good);
    appendFileSync(bad, 'x');
    refused();
    truncateSync(bad, good.length - 16);
    refused();
  });

  it('is the same backup under another name', () => {
    const folder = newFolder('renamed');
    const other = join(newFolder('other'), 'anjungan-ffffffff-000099-2030-01-01.backup');
    copyFileSync(backup, other);
    expect(restore(folder, { file: other }).facts).toMatchObject({ lounge, sequence: 1 });
    expect(lookInto(folder, contentHashes)).toEqual(hashes);
  });
});

describe('a recovery key from the paper', () => {
  it('names the group in which one sign is wrong, or two are in a turn', () => {
    const folder = newFolder('typos');
    const groups = recoveryKey.split('-');
    for (const [at, group] of groups.entries()) {
      const wrong = group.startsWith('7') ? `8${group.slice(1)}` : `7${group.slice(1)}`;
      const typed = groups.with(at, wrong).join(' ').toLowerCase();
      expect(() => restore(folder, { recoveryKey: typed })).toThrow(`look at group ${at + 1} `);
    }
    expect(() => restore(folder, { recoveryKey: groups.slice(1).join('-') })).toThrow(/look at each group/);
  });

  it('of another office opens nothing', () => {
    expect(() => restore(newFolder('foreign'), { recoveryKey: newRecoveryKey() })).toThrow(/is for the recovery key/);
  });
});

describe('a disk that fills', () => {
  it.runIf(canMount())('leaves no half backup, wherever it filled', async () => {
    const database = statSync(join(test.folder, 'lounge.db')).size;
    const disk = await SmallDisk.mount(8);
    try {
      // In the copy, and then in what is sealed of it.
      for (const room of [database / 3, database * 1.5]) {
        disk.fill(Math.ceil(room));
        const order = JSON.stringify(asked(join(disk.path, basename(backup))));
        const [command = '', ...under] = disk.under;
        const { stdout } = spawnSync(
          command,
          [...under, process.execPath, child, 'make', JSON.stringify(source()), order],
          { encoding: 'utf8' },
        );
        expect(stdout).toBe('NoRoom\n');
        expect(readdirSync(disk.seen)).toEqual(['filler']);
        disk.free();
      }
      disk.fill(100_000);
      expect(() => copyBackup({ from: backup, folder: disk.seen, name: basename(backup) })).toThrow(NoRoom);
      expect(readdirSync(disk.seen)).toEqual(['filler']);
    } finally {
      await disk.unmount();
    }
  });
});

describe('a stick that is pulled out', () => {
  it('holds no half backup under a backup’s name, and is tidied by the next copy', async () => {
    const stick = newFolder('stick');
    const from = join(newFolder('large'), 'large');
    writeFileSync(from, Buffer.alloc(60_000_000, 7));
    const name = backupName(lounge, 3, '2026-11-25');
    await killed(random() * 30, 'copy', from, stick, name);
    if (existsSync(join(stick, name))) expect(readFileSync(join(stick, name)).length).toBe(60_000_000);
    writeFileSync(join(stick, `${name}.part`), 'half');
    writeFileSync(join(stick, 'anjungan-ffffffff-000001-2026-11-25.backup.part'), 'of another lounge');
    copyBackup({ from: backup, folder: stick, name: basename(backup) });
    expect(readdirSync(stick).filter((left) => left.endsWith('.part'))).toEqual([
      'anjungan-ffffffff-000001-2026-11-25.backup.part',
    ]);
    rmSync(stick, { recursive: true });
    expect(() => copyBackup({ from: backup, folder: stick, name })).toThrow(/ENOENT/);
  });
});

describe(`a hub that is killed ${rounds} times while it makes backups`, () => {
  it('has every number that it gave, and no backup that cannot be opened', {
    timeout: 30_000 + rounds * 10_000,
  }, async () => {
    const data = newFolder('killed');
    restore(data);
    lookInto(data, (db) => new BackupStore(db).setRecipient({ kind: 'office', publicKey, since: 0 }));
    const folder = join(data, 'backups');
    const given = new Set<string>();
    const opened = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const said = await killed(random() * 400, 'hub', data, neverClosedIds[0]);
      for (const number of said) {
        expect(given.has(number)).toBe(false);
        given.add(number);
      }
      lookInto(data, (db) => {
        const there = new Set(db.prepare<[], string>('SELECT number FROM ticket').pluck().all());
        expect([...given].filter((number) => !there.has(number))).toEqual([]);
      });
      for (const name of readdirSync(folder).filter((each) => each.endsWith('.backup') && !opened.has(each))) {
        restoreBackup({ file: join(folder, name), folder: newFolder('opened'), recoveryKey, over: false, newest });
        opened.add(name);
      }
    }
    expect(given.size).toBeGreaterThan(0);
  });
});

describe('a restore', () => {
  it('that is asked for twice puts the first aside when it is told to, and not before', () => {
    const folder = newFolder('twice');
    restore(folder);
    expect(() => restore(folder)).toThrow(/holds a lounge/);
    const { aside } = restore(folder, { over: true });
    expect(aside).not.toBeNull();
    expect(lookInto(folder, contentHashes)).toEqual(hashes);
  });

  it('refuses a folder in which a hub runs', () => {
    expect(() => restore(test.folder, { over: true })).toThrow(/in use/);
    expect(contentHashes(test.lounge.db)).toEqual(hashes);
  });

  it('refuses a backup of a newer program', () => {
    expect(() => restore(newFolder('older'), { newest: newest - 1 })).toThrow(/newer Anjungan/);
  });

  it('brings the lists of erasures together', () => {
    const folder = newFolder('erased');
    writeFileSync(join(test.folder, 'erased.list'), 'AAAA\nBBBB\n');
    const withList = join(newFolder('with-list'), basename(backup));
    make(withList);
    rmSync(join(test.folder, 'erased.list'));
    writeFileSync(join(folder, 'erased.list'), 'BBBB\nCCCC\nbroken');
    restore(folder, { file: withList });
    expect(readFileSync(join(folder, 'erased.list'), 'latin1')).toBe('BBBB\nCCCC\nAAAA\n');
  });

  it(`that is killed ${rounds} times leaves a whole lounge, or one that says so at its start`, {
    timeout: 30_000 + rounds * 10_000,
  }, async () => {
    const folder = newFolder('interrupted');
    restore(folder);
    for (let round = 0; round < rounds; round += 1) {
      await killed(random() * 200, 'restore', folder, backup, recoveryKey);
      if (existsSync(join(folder, 'restore.begun'))) {
        expect(() => lookInto(folder, contentHashes)).toThrow(/broken off/);
        restore(folder);
      }
      expect(lookInto(folder, contentHashes)).toEqual(hashes);
    }
    // The moment between putting aside and moving in, which a kill seldom meets.
    for (const name of ['lounge.key', 'lounge.db']) rmSync(join(folder, name));
    writeFileSync(join(folder, 'restore.begun'), 'x');
    mkdirSync(join(folder, '.restoring'), { recursive: true });
    expect(() => lookInto(folder, contentHashes)).toThrow(/broken off/);
    restore(folder);
    expect(lookInto(folder, contentHashes)).toEqual(hashes);
  });
});
