/**
 * The hub, as `main/headless.ts` opens it, which can also say how late its own loop is and back itself up on demand.
 * `node tests/bench/loop-hub.ts DATA PRINTER` prints one line with its address and tokens.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { call } from '@orpc/server';
import { openHub } from '../../main/hub.ts';
import { FileKey } from '../../main/store/key.ts';
import { key } from '../doubles/lounge/front-desk.ts';
import { callerOf, silentLog, supervisorActor } from '../doubles/lounge/in-process.ts';
import type { BackupDone, BackupStart } from './backup.ts';
import { earlyToday, files } from './bench-lounge.ts';
import { answerAboutDelays } from './delays.ts';

const [data, printer] = process.argv.slice(2) as [string, string];
const fileKey = new FileKey(data);
const hub = await openHub({
  options: { data, port: 0, printer, paper: undefined, now: undefined },
  files: { ...files, releasedAt: 0 },
  key: fileKey,
  time: earlyToday(),
  log: { ...silentLog, error: (about, message) => console.error(message, about) },
});

const reader = await call(
  hub.lounge.router.integrations.add,
  { name: 'Papan kabupaten', scopes: ['statistics:read'], requestKey: key() },
  { context: { caller: callerOf(supervisorActor) } },
);

answerAboutDelays();
process.on('message', (order) => {
  if (order !== 'backup') return;
  const start: BackupStart = {
    path: join(data, 'lounge.db'),
    key: fileKey.obtain(true),
    into: join(data, 'backup.db'),
  };
  const worker = new Worker(new URL('./backup.ts', import.meta.url), { workerData: start });
  worker.once('message', (done: BackupDone) => process.send?.(done));
  worker.once('error', (error) => {
    // Whoever waits for it hears that this process has ended.
    console.error(error);
    process.exit(1);
  });
});

process.on('SIGTERM', () => void hub.close().finally(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
const url = `http://127.0.0.1:${hub.port}/`;
console.log(JSON.stringify({ ready: true, url, token: hub.tokens.rest, readerToken: reader.token }));
