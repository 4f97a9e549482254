import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kioskActor } from '../../tests/doubles/lounge/in-process.ts';
import { programFiles } from '../program-files.ts';
import { FileKey } from './key.ts';
import { readMigrations } from './migrate.ts';
import { openStore } from './open.ts';
import { RequestKeys } from './request-keys.ts';

let folder = '';
let migrations = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-store-'));
  migrations = mkdtempSync(join(tmpdir(), 'anjungan-migrations-'));
  file('0010-first.sql', 'CREATE TABLE ticket (id TEXT) STRICT;');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(migrations, { recursive: true });
});

const file = (name: string, sql: string) => writeFileSync(join(migrations, name), sql);
const open = () => openStore(folder, new FileKey(folder), migrations);

describe('migrating', () => {
  it('runs what is new, in order', () => {
    open().close();
    file('0020-second.sql', 'ALTER TABLE ticket ADD COLUMN number TEXT;');
    file('0030-third.sql', "INSERT INTO ticket VALUES ('x', 'A001');");
    const store = open();
    expect(store.db.prepare('SELECT number FROM ticket').pluck().get()).toBe('A001');
    expect(store.db.pragma('user_version', { simple: true })).toBe(30);
    store.close();
  });

  it('leaves everything as it was when one of several fails, and says which', () => {
    open().close();
    file('0020-second.sql', 'ALTER TABLE ticket ADD COLUMN number TEXT;');
    file('0030-broken.sql', 'ALTER TABLE tikcet ADD COLUMN x TEXT;');
    expect(open).toThrow(/0030-broken\.sql.*left as it was/);
    rmSync(join(migrations, '0030-broken.sql'));
    rmSync(join(migrations, '0020-second.sql'));
    const store = open();
    expect(store.db.pragma('user_version', { simple: true })).toBe(10);
    store.close();
  });
});

describe('request keys', () => {
  const schema =
    'CREATE TABLE request_key (key TEXT, principal TEXT, body_hash BLOB, answer TEXT, at INTEGER, PRIMARY KEY (key, principal)) STRICT, WITHOUT ROWID;';

  it('run an act once, and roll the key back with an act that fails', () => {
    file('0010-first.sql', schema);
    const store = open();
    const keys = new RequestKeys(store, { wall: () => 0 });
    let acts = 0;
    const fail = () =>
      keys.once(kioskActor, 'k', 'body', () => {
        acts += 1;
        throw new Error('full');
      });
    expect(fail).toThrow('full');
    expect(fail).toThrow('full');
    expect(keys.once(kioskActor, 'k', 'body', () => ++acts)).toEqual({ answer: 3, acted: true });
    expect(keys.once(kioskActor, 'k', 'body', () => ++acts)).toEqual({ answer: 3, acted: false });
    store.close();
  });

  it('belong to one principal', () => {
    file('0010-first.sql', schema);
    const store = open();
    const keys = new RequestKeys(store, { wall: () => 0 });
    keys.once(kioskActor, 'k', 'body', () => 1);
    expect(keys.once({ ...kioskActor, device: 'kiosk-2' }, 'k', 'other body', () => 2).answer).toBe(2);
    store.close();
  });

  it('are forgotten after 48 hours, not before', () => {
    file('0010-first.sql', schema);
    const store = open();
    let now = 0;
    const keys = new RequestKeys(store, { wall: () => now });
    keys.once(kioskActor, 'k', 'body', () => 1);
    now = 48 * 3_600_000;
    keys.purge();
    expect(keys.once(kioskActor, 'k', 'body', () => 2).answer).toBe(1);
    now += 1;
    keys.purge();
    expect(keys.once(kioskActor, 'k', 'body', () => 2).answer).toBe(2);
    store.close();
  });
});

describe('the file', () => {
  it('is encrypted from its first byte', async () => {
    const store = open();
    store.close();
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(join(folder, 'lounge.db')).includes('CREATE TABLE')).toBe(false);
    expect(readFileSync(join(folder, 'lounge.db')).subarray(0, 15).toString()).not.toBe('SQLite format 3');
  });
});

it('gives every migration a number of its own: of two with the same, a used database would run neither', () => {
  const numbers = readMigrations(programFiles(import.meta.dirname).migrations).map(({ version }) => version);
  expect(new Set(numbers).size).toBe(numbers.length);
});
