import { RPCHandler } from '@orpc/server/message-port';
import type { StepFinding } from '../contract/diagnostics.ts';
import type { PrinterCondition } from '../contract/printing.ts';
import { restoreBackup, tryRecoveryKey } from './backup/restore.ts';
import { testFromOutside } from './diagnostics/own-outside.ts';
import { foldersOnSticks } from './maintenance/found-backups.ts';
import { machinePower, restartCode } from './maintenance/machine-power.ts';
import { Maintenance } from './maintenance/maintenance.ts';
import { PinDoor } from './maintenance/pin-door.ts';
import { maintenanceRouter } from './maintenance/router.ts';
import { Visit } from './maintenance/visit.ts';
import { type Log, logFilePath } from './ops/log.ts';
import type { ProgramFiles } from './program-files.ts';
import { PinHashes } from './staff/pin-hashes.ts';
import { FileKey } from './store/key.ts';
import { newestVersion, readMigrations } from './store/migrate.ts';
import { type FramePort, serveFrames } from './transport/message-port.ts';

export interface MaintenanceDeskParts {
  readonly dataFolder: string;
  readonly files: ProgramFiles;
  readonly isPaired: boolean;
  /** Why nothing could start; null where it did. */
  readonly failure: string | null;
  readonly clockConfirmed: () => boolean | null;
  readonly printer: () => PrinterCondition | null;
  /** Of the lounge that runs here, or of the machine that is paired; null where nothing could start. */
  readonly selfTest: ((signal: AbortSignal) => AsyncIterable<StepFinding>) | null;
  readonly closeLounge: () => Promise<void>;
  /** Ends the program in good order. */
  readonly end: (code: number) => void;
  readonly log: Log;
}

/** Makes what the maintenance window's page talks to; nothing of it needs the lounge. */
export function openMaintenanceDesk(parts: MaintenanceDeskParts) {
  const { dataFolder, files, log, end } = parts;
  const hashes = new PinHashes();
  const door = new PinDoor({
    dataFolder,
    verify: (hash, pin) => hashes.verify(hash, pin),
    tick: () => performance.now(),
  });
  const its = new Maintenance({
    ...parts,
    version: files.version,
    logFile: logFilePath(dataFolder),
    selfTest: parts.selfTest ?? ((signal) => testFromOutside(dataFolder, new FileKey(dataFolder), log, signal)),
    // Said by whoever starts the program, in the session's own script.
    hasDesktop: process.env['ANJUNGAN_DESKTOP'] === '1',
    sticks: () => foldersOnSticks(process.platform),
    tryKey: tryRecoveryKey,
    restore: (file, recoveryKey) => {
      const newest = newestVersion(readMigrations(files.migrations));
      return restoreBackup({ file, folder: dataFolder, recoveryKey, over: true, newest });
    },
    act: machinePower(end),
  });
  const report = (error: unknown) => log.error({ err: error }, 'the maintenance screen had a fault');
  const handler = new RPCHandler(maintenanceRouter(its, door, report));
  return {
    /** Serves one port; a new port begins before the PIN. @param leave closes the screen */
    serve: (port: FramePort, leave: () => void): void => {
      const visit = new Visit(door, leave);
      serveFrames(port, {
        upgrade: (framed) => handler.upgrade(framed, { context: { visit } }),
        mayBeLong: () => false,
        report,
        closed: () => {
          visit.over();
          if (its.isLoungeOver) end(restartCode);
        },
      });
      port.start();
    },
  };
}
