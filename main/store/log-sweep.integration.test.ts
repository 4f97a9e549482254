import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { newFolder, removeFolders } from '../../tests/doubles/lounge/data-folder.ts';
import { silentLog } from '../../tests/doubles/lounge/in-process.ts';
import { programFiles } from '../program-files.ts';
import { FileKey } from './key.ts';
import { LogSweep } from './log-sweep.ts';
import { openStore, unlock } from './open.ts';

afterAll(removeFolders);

it('the log is emptied as soon as nobody reads it any more, and nobody waits for that', async () => {
  const folder = newFolder('sweep');
  const store = openStore(folder, new FileKey(folder), programFiles(import.meta.dirname).migrations);
  const logBytes = () => statSync(join(folder, 'lounge.db-wal')).size;
  const reader = new Database(store.reader.path, { readonly: true });
  unlock(reader, store.reader.key);
  const sweep = new LogSweep(store.db, silentLog, 20);
  try {
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM lounge_state').get();
    store.db.exec("INSERT INTO resident_forgotten (mark) VALUES ('x')");
    const before = performance.now();
    sweep.sweep();
    expect(performance.now() - before).toBeLessThan(1000);
    expect(logBytes()).toBeGreaterThan(0);
    reader.exec('COMMIT');
    await expect.poll(logBytes).toBe(0);
    expect(store.db.pragma('busy_timeout', { simple: true })).toBeGreaterThan(0);
  } finally {
    sweep.close();
    reader.close();
    store.close();
  }
});
