import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type updater from 'electron-updater';

/** How electron-updater meets the program around it. */
export type AppAdapter = NonNullable<ConstructorParameters<typeof updater.DebUpdater>[1]>;

/**
 * The same with and without Electron: it looks for new versions and fetches them, and has no way to end this program or
 * to start another one.
 * @param folder its own; made where it is not there
 */
export function plainAdapter(folder: string, version: string): AppAdapter {
  const appUpdateConfigPath = join(folder, 'updater.yml');
  mkdirSync(folder, { recursive: true });
  writeFileSync(appUpdateConfigPath, 'updaterCacheDirName: fetched\n');
  const nothing = () => undefined;
  return {
    version,
    name: 'anjungan',
    isPackaged: true,
    appUpdateConfigPath,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: nothing,
    quit: nothing,
    onQuit: nothing,
  };
}
