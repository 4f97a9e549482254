import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Hub, openHub } from './hub.ts';
import { makeLog } from './ops/log.ts';
import { StartError } from './ops/start-error.ts';
import { readOptions } from './options.ts';
import { programFiles } from './program-files.ts';
import { tellReady } from './ready.ts';
import { FileKey } from './store/key.ts';

/** The same lounge without windows: a hub in a cupboard, a machine without Electron, tests. */

const usage = 'npm start -- --headless [--port P] [--data DIR] [--printer tcp://HOST:PORT] [--paper 80|58] [--now ISO]';

/** The folder that Electron gives the window's program, so that with and without windows it is the same lounge. */
function defaultDataFolder(): string {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'anjungan');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'anjungan');
  return join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'anjungan');
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), {
    usage,
    defaultData: defaultDataFolder,
    foreignFlags: false,
    movableClock: true,
  });
  const hub = await openHub({
    options,
    files: programFiles(import.meta.dirname),
    key: new FileKey(options.data),
    log: makeLog(),
  });
  closeOnSignals(hub);
  tellReady(hub, options.data);
}

function closeOnSignals(hub: Hub): void {
  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    hub.close().then(
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
