import { deviceIdOf } from './ops/device-id.ts';
import type { Log } from './ops/log.ts';
import { systemTimers } from './printing/timers.ts';
import type { ProgramFiles } from './program-files.ts';
import { type InstallerPlaces, openUpdater } from './update/open.ts';

export interface PairedUpdatesParts {
  readonly dataFolder: string;
  readonly files: Pick<ProgramFiles, 'version' | 'updateKeys' | 'releasedAt'>;
  readonly log: Log;
  /** Of root's program; a test has its own. */
  readonly places?: InstallerPlaces | undefined;
}

/**
 * New versions on a machine that shows a hub elsewhere. It holds nothing that a backup would keep and gives no numbers
 * of its own, so the quiet hours by its own clock decide; its update.json says where to ask.
 */
export function openPairedUpdates({ dataFolder, files, log, places }: PairedUpdatesParts) {
  const wall = () => Date.now();
  return openUpdater({
    dataFolder,
    keysFolder: files.updateKeys,
    deviceId: deviceIdOf(dataFolder),
    fromSite: null,
    places,
    version: files.version,
    iso: localTime,
    clock: { wall, tick: wall },
    monotonic: () => performance.now(),
    timers: systemTimers,
    clockConfirmed: () => wall() >= files.releasedAt,
    isLoungeClosed: () => true,
    backup: { ageMs: async () => 0, begin: async () => undefined },
    standstill: { say: () => undefined },
    // It is up; a page that hangs is started anew by the window's own watch.
    health: () => ({ isMigrated: true, isStoreSound: true, isPortOpen: true, hasPageHeartbeat: true }),
    log,
  });
}

/** YYYY-MM-DDTHH:MM:SS by the machine's own time zone. */
function localTime(wall: number): string {
  return new Date(wall).toLocaleString('sv').replace(' ', 'T');
}
