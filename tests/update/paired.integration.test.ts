import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPairedUpdates } from '../../main/paired-updates.ts';
import { newFolder, removeFolders } from '../doubles/lounge/data-folder.ts';
import { silentLog } from '../doubles/lounge/in-process.ts';
import { Feed } from './feed.ts';
import { makeTestKey } from './test-keys.ts';

afterAll(removeFolders);

test.each([
  ['at its quiet time', -60, true],
  ['at another time', 60, false],
])('a machine without a lounge of its own takes a new version %s', async (_when, from, isTaken) => {
  const key = makeTestKey();
  const feed = await Feed.open();
  const platform = process.platform === 'win32' ? 'win32' : 'linux';
  feed.publish({ note: { arch: process.arch, platform }, signedBy: [key.privateKey] });
  const folder = newFolder('paired');
  const places = { spool: join(folder, 'spool'), blacklist: join(folder, 'blacklist') };
  for (const name of ['spool', 'keys']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'keys', 'ours.pem'), key.publicPem);
  const timeIn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toTimeString().slice(0, 5);
  const quietHours = `${timeIn(from)}-${timeIn(from + 120)}`;
  writeFileSync(
    join(folder, 'update.json'),
    JSON.stringify({ feedUrl: feed.url, channel: 'pilot', quietHours, bytesPerSecond: 10_000_000 }),
  );
  const updates = openPairedUpdates({
    dataFolder: folder,
    files: { version: '1.0.0', updateKeys: join(folder, 'keys'), releasedAt: 0 },
    log: silentLog,
    places,
  });
  await updates.schedule?.checkNow();
  updates.close();
  await feed.close();
  expect(existsSync(join(places.spool, 'parcel', 'package'))).toBe(isTaken);
  expect(updates.schedule?.last?.round.outcome).toBe(isTaken ? 'handed_over' : 'waiting');
});
