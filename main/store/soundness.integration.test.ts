import { mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../tests/doubles/lounge/in-process.ts';
import { program } from '../../tests/doubles/lounge/own-lounge.ts';
import { FileKey } from './key.ts';
import { openStore, type Store } from './open.ts';
import { Soundness } from './soundness.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjungan-sound-'));
  store = openStore(folder, new FileKey(folder), program.migrations);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('believes a database that it has gone through', async () => {
  const soundness = new Soundness(store, silentLog);
  await soundness.check();
  expect(soundness.isSound).toBe(true);
});

it('does not believe one that was damaged while it is open', async () => {
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  const path = join(folder, 'lounge.db');
  const { length } = readFileSync(path);
  const file = openSync(path, 'r+');
  for (let at = 8192; at < length; at += 4096) writeSync(file, Buffer.alloc(64, 7), 0, 64, at);
  const soundness = new Soundness(store, silentLog);
  await soundness.check();
  expect(soundness.isSound).toBe(false);
});

it('does not believe one that cannot be read any more', () => {
  const soundness = new Soundness(store, silentLog);
  store.db.close();
  expect(soundness.isSound).toBe(false);
});
