import type { KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemTimers } from '../../main/printing/timers.ts';
import { UpdateMemory } from '../../main/update/memory.ts';
import type { Moment } from '../../main/update/moment.ts';
import { plainAdapter } from '../../main/update/plain-adapter.ts';
import { SlowNetwork } from '../../main/update/slow-network.ts';
import { Spool } from '../../main/update/spool.ts';
import { type Round, Updates } from '../../main/update/updates.ts';
import type { Machine } from '../../main/update/verdict.ts';

export interface Circumstances {
  readonly feedUrl: string;
  readonly trusted: readonly KeyObject[];
  readonly machine?: Partial<Machine>;
  readonly moment?: Partial<Moment>;
  readonly bytesPerSecond?: number;
  readonly highestSequence?: number;
  readonly blacklist?: readonly string[];
  /** Its own, where left out. */
  readonly spoolFolder?: string;
}

/** A night in which everything is right: half past one, closed, backed up. */
export const goodNight: Moment = {
  minuteOfDay: 90,
  quietHours: { from: 60, until: 240 },
  isLoungeClosed: true,
  backupAgeMs: 3_600_000,
  freeBytes: 20_000_000_000,
  isSessionEnding: false,
  isOnProbation: false,
  hasInstaller: true,
  isPaused: false,
  isClockBelieved: true,
};

/** A machine with version 1.0.0 in a folder of its own, with the real electron-updater in it. */
export class OfferedMachine {
  readonly folder = mkdtempSync(join(tmpdir(), 'anjungan-update-'));
  readonly spoolFolder: string;
  readonly memory: UpdateMemory;
  readonly warnings: string[] = [];
  readonly #circumstances: Circumstances;

  constructor(circumstances: Circumstances) {
    this.#circumstances = circumstances;
    this.spoolFolder = circumstances.spoolFolder ?? join(this.folder, 'spool');
    mkdirSync(this.spoolFolder, { recursive: true });
    const files = { sequence: join(this.folder, 'sequence'), blacklist: join(this.folder, 'blacklist') };
    writeFileSync(files.blacklist, (circumstances.blacklist ?? []).map((version) => `${version}\n`).join(''));
    this.memory = new UpdateMemory(files);
    this.memory.sawSequence(circumstances.highestSequence ?? 10);
  }

  /** As a program that has just started. */
  async round(later: Partial<Moment> = {}): Promise<Round> {
    const { feedUrl, trusted, machine, moment } = this.#circumstances;
    const whole: Machine = {
      version: '1.0.0',
      platform: 'linux',
      arch: 'x64',
      channel: 'pilot',
      deviceId: 'village 3510',
      ...machine,
    };
    const updates = new Updates({
      machine: whole,
      feedUrl,
      trusted,
      memory: this.memory,
      spool: new Spool(this.spoolFolder),
      adapter: plainAdapter(this.folder, whole.version),
      network: new SlowNetwork({
        folder: this.folder,
        bytesPerSecond: this.#circumstances.bytesPerSecond ?? 100_000_000,
        againMs: 1,
        timers: systemTimers,
        monotonic: () => performance.now(),
      }),
      wall: () => Date.parse('2026-11-24T01:30:00Z'),
      log: { info: () => {}, warn: (_data, message) => void this.warnings.push(message), error: () => {} },
    });
    return await updates.round(async () => ({ ...goodNight, ...moment, ...later }));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
