import { join } from 'node:path';
import { Bureau } from '../ops/bureau.ts';
import type { Log } from '../ops/log.ts';
import { workerFile } from '../ops/worker-file.ts';
import type { Store } from '../store/open.ts';
import type { Asks } from './asks.ts';
import { BackupStore } from './backup-store.ts';
import { Backups, type BackupsParts } from './backups.ts';
import { LastBackupFile } from './last-backup.ts';
import { mountedPlaces } from './mounted-places.ts';
import { Rounds, type RoundsParts } from './rounds.ts';
import { isSecondPlaceThere } from './second-place.ts';

export interface BackupNeeds
  extends Omit<BackupsParts, 'rounds' | 'choices' | 'store' | 'mounted'>,
    Pick<RoundsParts, 'version' | 'clockConfirmed'> {
  readonly store: Store;
  readonly log: Log;
}

const lookMs = 10 * 60_000;

/** Builds everything that makes backups. No thread and no connection is opened before the first is due. */
export function openBackup({ store, log, dataFolder, version, clockConfirmed, ...needs }: BackupNeeds) {
  const { clock, iso } = needs;
  const choices = new BackupStore(store.db);
  const folder = join(dataFolder, 'backups');
  const bureau = new Bureau<Asks>({
    name: 'backup',
    file: workerFile(import.meta.url, 'backup-worker'),
    start: store.reader,
    log,
    refusals: { busy: 'BACKUP_FAILED', failed: 'BACKUP_FAILED' },
    mostWaiting: 2,
    heapMb: 256,
    patienceMs: 30 * 60_000,
  });
  const last = new LastBackupFile(join(folder, 'last.json'));
  const rounds = new Rounds({ bureau, choices, last, dataFolder, folder, version, clock, clockConfirmed, iso, log });
  const look = setInterval(() => void rounds.look(), lookMs).unref();
  return {
    backups: new Backups({ ...needs, rounds, choices, store, dataFolder, mounted: mountedPlaces }),
    rounds,
    /** The folder of the second copies; null where there is none, or it is not there now. */
    secondPlace: async () => {
      const path = choices.choices()?.secondPath ?? null;
      return path !== null && (await isSecondPlaceThere(path)) ? path : null;
    },
    close: async () => {
      clearInterval(look);
      await rounds.close();
    },
  };
}
