import { join } from 'node:path';
import type { Health } from '../ops/health.ts';
import type { Standstill } from '../ops/standstill.ts';
import { freeBytesAt } from '../store/space-watch.ts';
import { UpdateMemory } from './memory.ts';
import type { Moment } from './moment.ts';
import { PauseFile } from './pause-file.ts';
import { plainAdapter } from './plain-adapter.ts';
import { Schedule } from './schedule.ts';
import { readUpdateSettings } from './settings.ts';
import { SlowNetwork } from './slow-network.ts';
import { Spool } from './spool.ts';
import { Trial } from './trial.ts';
import { readTrustedKeys } from './trusted-keys.ts';
import { UpdateDesk, type UpdateDeskParts } from './update-desk.ts';
import type { Updates, UpdatesParts } from './updates.ts';

export interface UpdaterNeeds {
  readonly version: string;
  /** In the office's own time. */
  readonly iso: (wall: number) => string;
  readonly dataFolder: string;
  /** Folder of the public keys that came with the program. */
  readonly keysFolder: string;
  /** The machine's own; another one on every cloned disk. */
  readonly deviceId: string;
  /** The part about updates of the village's file, where there is one. */
  readonly fromSite: object | null;
  /** Where root's program looks, and what it writes for us; as the system has them where left out. */
  readonly places?: InstallerPlaces | undefined;
  readonly clock: { wall(): number; tick(): number };
  readonly monotonic: () => number;
  readonly timers: { after(ms: number, act: () => void): () => void };
  readonly clockConfirmed: () => boolean;
  /** No service is open, and nobody waits or is served. */
  readonly isLoungeClosed: () => boolean;
  /** Of what would be lost with this machine. */
  readonly backup: { ageMs(): Promise<number | null>; begin(): Promise<void> };
  readonly standstill: Pick<Standstill, 'say'>;
  readonly health: () => Health;
  readonly log: UpdatesParts['log'];
}

/** A lounge has a supervisor besides. */
export interface UpdateNeeds extends UpdaterNeeds, Pick<UpdateDeskParts, 'versions' | 'keys' | 'audit'> {}

export interface InstallerPlaces {
  readonly spool: string;
  readonly blacklist: string;
}

/** How long an announced end of the session counts: another program may have refused it, ms. */
const sessionEndMs = 10 * 60_000;

/** What asks for new versions and hands them over. The lounge is closed when this returns, where this one is on probation. */
export function openUpdater(needs: UpdaterNeeds) {
  const { dataFolder, version, deviceId, clock, monotonic, timers, log } = needs;
  const places = needs.places ?? installerPlaces();
  const folder = join(dataFolder, 'update');
  const spool = new Spool(places.spool);
  const trial = new Trial({ ...needs, spool });
  const pause = new PauseFile(join(dataFolder, 'update-pause'), () => clock.tick());
  const memory = new UpdateMemory({ sequence: join(dataFolder, 'update-sequence'), blacklist: places.blacklist });
  const trusted = readTrustedKeys(needs.keysFolder, log);
  const read = readUpdateSettings(join(dataFolder, 'update.json'), needs.fromSite);
  if (read.found === 'wrong')
    log.error({ wrong: read.wrong }, 'the settings of updates are wrong; no new version is asked for');
  const settings = read.found === 'settings' && read.settings.enabled && trusted.length > 0 ? read.settings : null;
  const quietHours = settings?.quietHours ?? { from: 0, until: 0 };
  let sessionEndsUntil = 0;

  const moment = async (): Promise<Moment> => ({
    minuteOfDay: minuteOf(needs.iso(clock.wall())),
    quietHours,
    isLoungeClosed: needs.isLoungeClosed(),
    backupAgeMs: await needs.backup.ageMs(),
    freeBytes: freeBytesAt(dataFolder),
    isSessionEnding: monotonic() < sessionEndsUntil,
    isOnProbation: trial.isOn,
    hasInstaller: spool.isThere(),
    isPaused: pause.left() > 0,
    isClockBelieved: needs.clockConfirmed(),
  });

  let network: SlowNetwork | null = null;
  const open = async (): Promise<Updates> => {
    const { Updates: Made } = await import('./updates.ts');
    const { feedUrl, channel, bytesPerSecond } = settings ?? { feedUrl: '', channel: '', bytesPerSecond: 0 };
    network = new SlowNetwork({ folder, bytesPerSecond, againMs: 5_000, timers, monotonic });
    return new Made({
      machine: {
        version,
        platform: process.platform === 'win32' ? 'win32' : 'linux',
        arch: process.arch,
        channel,
        deviceId,
      },
      feedUrl,
      trusted,
      memory,
      spool,
      adapter: plainAdapter(folder, version),
      network,
      wall: () => clock.wall(),
      log,
    });
  };
  const schedule =
    settings &&
    new Schedule({
      open,
      moment,
      backUp: () => needs.backup.begin(),
      timers,
      clock,
      monotonic,
      random: Math.random,
      log,
    });
  schedule?.start();

  return {
    read,
    hasKeys: trusted.length > 0,
    schedule,
    trial,
    pause,
    memory,
    moment,
    /** The system says that it is about to end the session. */
    sessionEnds: () => {
      sessionEndsUntil = monotonic() + sessionEndMs;
    },
    close: () => {
      trial.close();
      schedule?.close();
      network?.close();
    },
  };
}

/** The same, with what a supervisor sees of it and decides about it. */
export function openUpdates(needs: UpdateNeeds) {
  const { sessionEnds, close, ...parts } = openUpdater(needs);
  return { desk: new UpdateDesk({ ...needs, ...parts }), sessionEnds, close };
}

function installerPlaces(): InstallerPlaces {
  if (process.platform !== 'win32')
    return { spool: '/var/spool/anjungan-update', blacklist: '/var/lib/anjungan-update/blacklist' };
  const shared = process.env['ProgramData'] ?? 'C:\\ProgramData';
  return {
    spool: join(shared, 'Anjungan', 'update-spool'),
    blacklist: join(shared, 'AnjunganUpdate', 'blacklist.txt'),
  };
}

/** @param iso in the lounge's own time */
function minuteOf(iso: string): number {
  return Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16));
}
