import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Hub } from './hub.ts';

/** One line, the only one on standard output that begins with a brace. A service manager's log never gets a token. */
export function tellReady({ port, tokens }: Pick<Hub, 'port' | 'tokens'>, dataFolder: string): void {
  const page = `http://127.0.0.1:${port}/kiosk`;
  const ready = { ready: true, pid: process.pid, url: `${page}#token=${tokens.page}`, token: tokens.rest };
  if (process.env['INVOCATION_ID'] === undefined) {
    console.log(JSON.stringify(ready));
    return;
  }
  const file = join(dataFolder, 'ready.json');
  // Made anew: an old file would keep its old access rights.
  rmSync(file, { force: true });
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, `${JSON.stringify(ready)}\n`);
  closeSync(handle);
  console.log(JSON.stringify({ ready: true, pid: process.pid, url: page, tokenFile: file }));
}
