/**
 * The hub, as `main/headless.ts` opens it, which can also say how late its own loop is and back itself up on demand.
 * `node tests/bench/loop-hub.ts DATA PRINTER` prints one line with its address and tokens.
 */
import { call } from '@orpc/server';
import { openHub } from '../../main/hub.ts';
import { FileKey } from '../../main/store/key.ts';
import { key } from '../doubles/lounge/front-desk.ts';
import { callerOf, silentLog, supervisorActor } from '../doubles/lounge/in-process.ts';
import { earlyToday, files } from './bench-lounge.ts';
import { answerAboutDelays } from './delays.ts';

export interface BackupDone {
  readonly backup: { readonly ms: number; readonly bytes: number };
}

const [data, printer] = process.argv.slice(2) as [string, string];
const hub = await openHub({
  options: { data, port: 0, printer, paper: undefined, now: undefined },
  files: { ...files, releasedAt: 0 },
  key: new FileKey(data),
  time: earlyToday(),
  log: { ...silentLog, error: (about, message) => console.error(message, about) },
});

const reader = await call(
  hub.lounge.router.integrations.add,
  { name: 'Papan kabupaten', scopes: ['statistics:read'], requestKey: key() },
  { context: { caller: callerOf(supervisorActor) } },
);

const { backup } = hub.lounge.router;
const as = { context: { caller: callerOf(supervisorActor) } };
const { recoveryKey } = await call(backup.newRecoveryKey, { requestKey: key() }, as);
await call(backup.adoptRecoveryKey, { lastGroup: recoveryKey.slice(-4), requestKey: key() }, as);
await hub.lounge.backup.made();

/** Copied, checked, sealed and read back, as every night. */
async function makeBackup(): Promise<BackupDone> {
  const began = performance.now();
  await hub.lounge.backup.begin();
  const ms = performance.now() - began;
  const { problem, lastGood } = await call(backup.state, undefined, as);
  if (problem !== null || lastGood === null) throw new Error(`there is no backup: ${problem}`);
  return { backup: { ms, bytes: lastGood.bytes } };
}

answerAboutDelays();
process.on('message', (order) => {
  if (order !== 'backup') return;
  makeBackup().then(
    (done) => process.send?.(done),
    (error: unknown) => {
      // Whoever waits for it hears that this process has ended.
      console.error(error);
      process.exit(1);
    },
  );
});

process.on('SIGTERM', () => void hub.close().finally(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
const url = `http://127.0.0.1:${hub.port}/`;
console.log(JSON.stringify({ ready: true, url, token: hub.tokens.rest, readerToken: reader.token }));
