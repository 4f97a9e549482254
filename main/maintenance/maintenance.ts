import { statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { StepFinding } from '../../contract/diagnostics.ts';
import type { BackupChoice, LogLine, MachineAct, MachineState } from '../../contract/maintenance.ts';
import type { PrinterCondition } from '../../contract/printing.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Log } from '../ops/log.ts';
import { StartError } from '../ops/start-error.ts';
import { freeBytesAt } from '../store/space-watch.ts';
import { backupsIn } from './found-backups.ts';
import { readLogTail } from './log-tail.ts';

export interface MaintenanceParts {
  readonly dataFolder: string;
  readonly version: string;
  readonly failure: string | null;
  readonly isPaired: boolean;
  readonly hasDesktop: boolean;
  readonly clockConfirmed: () => boolean | null;
  /** Of this machine's own printer; null where no lounge runs here. */
  readonly printer: () => PrinterCondition | null;
  readonly logFile: string;
  readonly selfTest: (signal: AbortSignal) => AsyncIterable<StepFinding>;
  readonly sticks: () => string[];
  /** Lets go of the data folder; the lounge, if one runs, is over. */
  readonly closeLounge: () => Promise<void>;
  /** @throws StartError; then nothing has changed */
  readonly restore: (file: string, recoveryKey: string) => { readonly aside: string | null };
  /** Whether a key opens a backup. @throws StartError */
  readonly tryKey: (file: string, recoveryKey: string) => void;
  readonly act: (what: MachineAct) => Promise<void>;
  readonly log: Log;
}

/** What may be seen and done at a machine once its PIN was given; none of it needs a hub or a whole database. */
export class Maintenance {
  readonly #its: MaintenanceParts;
  #listed: readonly BackupChoice[] = [];
  #isLoungeOver = false;

  constructor(parts: MaintenanceParts) {
    this.#its = parts;
  }

  /** A restore has ended the lounge, whatever came of it: nothing works here before the program starts anew. */
  get isLoungeOver(): boolean {
    return this.#isLoungeOver;
  }

  state(): MachineState {
    const { dataFolder, version, failure, isPaired, hasDesktop, clockConfirmed, printer, logFile } = this.#its;
    const addresses = Object.entries(networkInterfaces()).flatMap(([name, all = []]) =>
      all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => ({ name, address })),
    );
    return {
      version,
      failure,
      isPaired,
      hasDesktop,
      addresses,
      now: new Date().toISOString(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      clockConfirmed: clockConfirmed(),
      printer: printer(),
      freeBytes: freeBytesAt(dataFolder),
      logBytes: statSync(logFile, { throwIfNoEntry: false })?.size ?? 0,
      databaseBytes: statSync(join(dataFolder, 'lounge.db'), { throwIfNoEntry: false })?.size ?? null,
      backups: backupsIn([join(dataFolder, 'backups')]).length,
    };
  }

  log(): Promise<LogLine[]> {
    return readLogTail(this.#its.logFile);
  }

  selfTest(signal: AbortSignal): AsyncIterable<StepFinding> {
    return this.#its.selfTest(signal);
  }

  backups(): readonly BackupChoice[] {
    const { dataFolder, sticks, isPaired } = this.#its;
    this.#listed = isPaired ? [] : backupsIn([join(dataFolder, 'backups'), ...sticks()]);
    return this.#listed;
  }

  /** @throws DomainError BACKUP_GONE, RESTORE_FAILED */
  async restore(id: string, recoveryKey: string): Promise<{ aside: string | null }> {
    const { tryKey, closeLounge, restore, log } = this.#its;
    // A page names no paths: only what it was shown.
    const chosen = this.#listed.find((one) => one.id === id);
    if (!chosen) throw new DomainError('BACKUP_GONE');
    try {
      // A slip of the pen must not end a lounge that runs.
      tryKey(chosen.id, recoveryKey);
      log.warn({ backup: chosen.name }, 'a backup is being restored from the maintenance screen');
      this.#isLoungeOver = true;
      await closeLounge();
      return { aside: restore(chosen.id, recoveryKey).aside };
    } catch (error) {
      if (error instanceof StartError) throw new DomainError('RESTORE_FAILED', { why: error.message });
      throw error;
    }
  }

  /** @throws DomainError ACT_FAILED */
  async act(what: MachineAct): Promise<void> {
    const { act, log, hasDesktop } = this.#its;
    if (what === 'to_desktop' && !hasDesktop) throw new DomainError('ACT_FAILED');
    log.warn({ what }, 'asked for at the maintenance screen');
    try {
      await act(what);
    } catch (error) {
      log.error({ err: error, what }, 'the machine did not do what the maintenance screen asked for');
      throw new DomainError('ACT_FAILED');
    }
  }
}
