import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newRecoveryKey, publicPart, readRecoveryKey } from '../../main/backup/recovery-key.ts';
import { type Lounge, openLounge } from '../../main/lounge.ts';
import { programFiles } from '../../main/program-files.ts';
import { FileKey } from '../../main/store/key.ts';
import { newFolder, removeFolders } from '../doubles/lounge/data-folder.ts';
import { silentLog, supervisorActor, TestTime } from '../doubles/lounge/in-process.ts';
import { Feed } from './feed.ts';
import { makeTestKey } from './test-keys.ts';

const key = makeTestKey();
const files = programFiles(import.meta.dirname);
const requestKey = () => crypto.randomUUID();

/** A whole lounge with a server of releases, and a folder where root's program would look. */
describe('an office with updates', () => {
  let feed: Feed;
  let folder: string;
  let spool: string;
  let time: TestTime;
  let lounge: Lounge;
  const open = (settings: object | null, iso = '2026-11-25T02:00:00+07:00') => {
    mkdirSync(join(folder, 'keys'), { recursive: true });
    writeFileSync(join(folder, 'keys', 'ours.pem'), key.publicPem);
    writeFileSync(join(folder, 'keys', 'notes.pem'), 'not a key');
    if (settings) writeFileSync(join(folder, 'update.json'), JSON.stringify(settings));
    time = new TestTime(iso);
    lounge = openLounge({
      files: { ...files, version: '1.0.0', updateKeys: join(folder, 'keys') },
      dataFolder: folder,
      key: new FileKey(folder),
      time,
      log: silentLog,
      installer: { spool, blacklist: join(folder, 'blacklist') },
    });
  };
  const own = () => ({ feedUrl: feed.url, channel: 'pilot', bytesPerSecond: 10_000_000 });
  const desk = () => lounge.updates.desk;
  const asked = async () => {
    await desk().checkNow(supervisorActor, { requestKey: requestKey() });
    await expect.poll(async () => (await desk().state()).checking).toBe(false);
    return await desk().state();
  };

  beforeEach(async () => {
    feed = await Feed.open();
    const platform = process.platform === 'win32' ? 'win32' : 'linux';
    feed.publish({ note: { arch: process.arch, platform }, signedBy: [key.privateKey] });
    folder = newFolder('updates');
    spool = join(folder, 'spool');
    mkdirSync(spool);
  });
  afterEach(async () => {
    await lounge.close();
    await feed.close();
  });
  afterAll(removeFolders);

  test('fetches what is offered, waits for a backup, and hands it over once there is one', async () => {
    open(own());
    expect(await asked()).toMatchObject({
      lastCheck: { answer: 'waiting' },
      offered: { version: '1.1.0', waitsFor: 'no_fresh_backup' },
    });
    const made = readRecoveryKey(newRecoveryKey());
    if (!made) throw new Error('no key');
    lounge.db
      .prepare(
        "INSERT INTO backup (only, lounge, recipient_kind, recipient_key, recipient_since) VALUES (1, 'abcd1234', 'office', ?, 0)",
      )
      .run(publicPart(made));
    await lounge.backup.begin();
    expect(await asked()).toMatchObject({ lastCheck: { answer: 'handed_over' }, offered: null });
    expect(readFileSync(join(spool, 'parcel', 'note'), 'utf8')).toContain('version=1.1.0');
  });

  test('takes nothing by day, nor while a supervisor wants none', async () => {
    open(own(), '2026-11-24T09:00:00+07:00');
    expect((await asked()).offered).toEqual({ version: '1.1.0', waitsFor: 'lounge_open' });
    const until = await desk().pause(supervisorActor, { days: 14, requestKey: requestKey() });
    expect(until).toMatchObject({ pausedUntil: '2026-12-08T09:00:00+07:00', offered: { waitsFor: 'paused' } });
    time.pass(15 * 24 * 60);
    expect((await desk().state()).pausedUntil).toBeNull();
  });

  test('goes on with a pause after a restart with a dead clock, and ends it when a supervisor says so', async () => {
    open(own(), '2026-11-24T09:00:00+07:00');
    await desk().pause(supervisorActor, { days: 3, requestKey: requestKey() });
    await lounge.close();
    open(null, '2020-01-01T00:00:00+07:00');
    expect((await desk().state()).pausedUntil).not.toBeNull();
    expect((await desk().resume(supervisorActor, { requestKey: requestKey() })).pausedUntil).toBeNull();
  });

  test('tells which versions ran here, each once, the newest first', async () => {
    open(null);
    const ran = lounge.db.prepare('INSERT INTO run (version, started_at) VALUES (?, 1764000000000)');
    for (const version of ['1.0.0', '1.1.0', '1.1.0', '1.0.0']) ran.run(version);
    const { installed } = await desk().state();
    expect(installed.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0', '1.0.0']);
  });

  test('says who paused it, and does a repeated press once', async () => {
    open(own());
    const once = requestKey();
    await desk().pause(supervisorActor, { days: 1, requestKey: once });
    await desk().pause(supervisorActor, { days: 1, requestKey: once });
    expect(lounge.db.prepare("SELECT actor, detail FROM audit WHERE act = 'updates_paused'").all()).toEqual([
      { actor: 'staff-2', detail: '1 days' },
    ]);
  });

  test.each([
    [null, 'not_set_up', null],
    [{ channel: 'pilot' }, 'settings_wrong', expect.stringContaining('feedUrl')],
    [{ feedUrl: 'https://contoh.go.id', channel: 'pilot', enabled: false }, 'switched_off', null],
  ])('with %j as its settings asks nobody, says why, and works on', async (settings, off, wrong) => {
    open(settings);
    expect(await desk().state()).toMatchObject({ off, wrong, version: '1.0.0' });
    expect(() => desk().checkNow(supervisorActor, { requestKey: requestKey() })).toThrow('UPDATES_OFF');
    expect(feed.asked).toEqual([]);
  });

  test('gives no numbers while its version is tried, and says so', async () => {
    writeFileSync(join(spool, 'trying'), '1.0.0\n');
    open(own(), '2026-11-24T09:00:00+07:00');
    expect((await desk().state()).onProbation).toBe(true);
    expect(lounge.standstill.reasons).toEqual(['new_version']);
    expect((await asked()).offered).toMatchObject({ waitsFor: 'on_probation' });
    expect(existsSync(join(spool, 'parcel'))).toBe(false);
  });

  test('takes nothing while the computer is being shut down', async () => {
    open(own());
    await asked();
    lounge.updates.sessionEnds();
    expect((await desk().state()).offered?.waitsFor).toBe('session_ending');
    time.pass(11);
    expect((await desk().state()).offered?.waitsFor).toBe('no_fresh_backup');
  });
});
