import { closeSync, openSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Lounge, openLounge } from './lounge.ts';
import { machineTime, timeStartingAt } from './ops/clock.ts';
import { makeLog } from './ops/log.ts';
import { StartError } from './ops/start-error.ts';
import { programFiles } from './program-files.ts';
import { FileKey } from './store/key.ts';
import { Assets } from './transport/assets.ts';
import { type Loopback, serveLoopback } from './transport/loopback.ts';
import { Sessions } from './transport/sessions.ts';

/** The same lounge without windows: a hub in a cupboard, a machine without Electron, tests. */

const usage = 'npm start -- --headless [--port P] [--data DIR] [--printer tcp://HOST:PORT] [--now ISO]';

interface Options {
  readonly port: number;
  readonly data: string;
  readonly printer: string | undefined;
  readonly now: number | undefined;
}

function readOptions(args: string[]): Options {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        headless: { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        printer: { type: 'string' },
        now: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new StartError(`${(error as Error).message.split('\n', 1)[0]} Usage: ${usage}`);
  }
  const port = Number(values['port'] ?? 4780);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`--port must be a number from 0 to 65535. Usage: ${usage}`);
  const now = values['now'] === undefined ? undefined : Date.parse(String(values['now']));
  if (now !== undefined && Number.isNaN(now))
    throw new StartError(`--now must be a moment such as 2026-11-24T09:00:00+07:00. Usage: ${usage}`);
  const printer = values['printer'] as string | undefined;
  if (printer !== undefined && !/^tcp:\/\/[^/\s:]+:\d{1,5}$/.test(printer))
    throw new StartError(`--printer must look like tcp://192.168.1.50:9100. Usage: ${usage}`);
  return { port, printer, now, data: (values['data'] as string | undefined) ?? defaultDataFolder() };
}

function defaultDataFolder(): string {
  if (process.platform === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Anjungan');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'anjungan');
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const log = makeLog();
  const files = programFiles(import.meta.dirname);
  const lounge = openLounge({
    files,
    dataFolder: options.data,
    key: new FileKey(options.data),
    time: options.now === undefined ? machineTime : timeStartingAt(options.now),
    printer: options.printer,
    log,
  });
  const sessions = new Sessions(lounge.db, lounge.clock, lounge.kiosk);
  const server = await serveLoopback({
    port: options.port,
    router: lounge.router,
    sessions,
    assets: new Assets(files.renderer, files.sounds),
    version: files.version,
    report: (error) => log.error({ err: error }, 'a request failed'),
  }).catch(async (error: unknown) => {
    await lounge.close();
    throw error;
  });
  closeOnSignals(lounge, server);
  tellReady(server.port, sessions.tokens, options.data);
}

/** One line, the only one on standard output that begins with a brace. A service manager's log never gets a token. */
function tellReady(port: number, tokens: Sessions['tokens'], dataFolder: string): void {
  const page = `http://127.0.0.1:${port}/kiosk`;
  const ready = { ready: true, pid: process.pid, url: `${page}#token=${tokens.page}`, token: tokens.rest };
  if (process.env['INVOCATION_ID'] === undefined) {
    console.log(JSON.stringify(ready));
    return;
  }
  const file = join(dataFolder, 'ready.json');
  const handle = openSync(file, 'w', 0o600);
  writeSync(handle, `${JSON.stringify(ready)}\n`);
  closeSync(handle);
  console.log(JSON.stringify({ ready: true, pid: process.pid, url: page, tokenFile: file }));
}

function closeOnSignals(lounge: Lounge, server: Loopback): void {
  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    server
      .close()
      .then(() => lounge.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
  // Whoever started this program went away.
  process.on('disconnect', close);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? `anjungan: ${error.message}` : error);
  process.exit(1);
});
