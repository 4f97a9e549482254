import { existsSync } from 'node:fs';
import { defaultDataFolder } from './default-data-folder.ts';
import { type Hub, openHub } from './hub.ts';
import { makeLog } from './ops/log.ts';
import { StartError } from './ops/start-error.ts';
import { readOptions } from './options.ts';
import { programFiles } from './program-files.ts';
import { tellReady } from './ready.ts';
import { FileKey } from './store/key.ts';
import { hubFilePath } from './transport/remote/known-hub.ts';
import { watchOver } from './watched.ts';

/** The same lounge without windows: a hub in a cupboard, a machine without Electron, tests. */

const usage =
  'npm start -- --headless [--port P] [--data DIR] [--printer tcp://HOST:PORT|usb:] [--paper 80|58] [--now ISO]';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), {
    usage,
    defaultData: defaultDataFolder,
    foreignFlags: false,
    movableClock: true,
  });
  // Else a second lounge would begin here, and the window would find a folder that says two things.
  if (existsSync(hubFilePath(options.data)))
    throw new StartError(
      `The machine of ${options.data} is paired with a hub elsewhere, which only Anjungan's own window can show; for a lounge of its own name another folder with --data.`,
    );
  const log = makeLog();
  log.keepIn(options.data);
  const hub = await openHub({
    options,
    files: programFiles(import.meta.dirname),
    key: new FileKey(options.data),
    log,
    showSetUpCode: (code) => console.error(`anjungan: set-up code ${code} makes the first supervisor`),
  });
  closeOnSignals(hub);
  watchOver(options.data, () => hub.health(), log);
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
