import { join } from 'node:path';
import type { BackupFile, BackupProblem, SecondProblem } from '../../contract/backup.ts';
import type { Bureau } from '../ops/bureau.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Log } from '../ops/log.ts';
import { type Asks, diskFull } from './asks.ts';
import type { BackupChoices, BackupStore, Recipient } from './backup-store.ts';
import { isDue } from './due.ts';
import type { LastBackup, LastBackupFile } from './last-backup.ts';
import { fingerprintOf } from './recovery-key.ts';
import { isSecondPlaceThere } from './second-place.ts';
import { backupName, backupsIn, keepNewest, sequenceOf } from './shelf.ts';

export interface RoundsParts {
  readonly bureau: Pick<Bureau<Asks>, 'ask' | 'close'>;
  readonly choices: Pick<BackupStore, 'choices'>;
  readonly last: LastBackupFile;
  readonly dataFolder: string;
  /** Of the backups. */
  readonly folder: string;
  readonly version: string;
  readonly clock: { wall(): number; tick(): number };
  readonly clockConfirmed: () => boolean;
  readonly iso: (wall: number) => string;
  readonly log: Log;
}

/** What failed is tried again after this, ms. */
const againMs = 3_600_000;
/** What the lounge itself needs of its disk, bytes. */
const keepFree = 500_000_000;

/** Makes the backups: when one is due or asked for, one at a time, and a second copy of the newest. */
export class Rounds {
  readonly #its: RoundsParts;
  #running: Promise<void> | null = null;
  #problem: Exclude<BackupProblem, 'no_key'> | null = null;
  #secondProblem: SecondProblem | null = null;
  #notBefore = 0;
  #closed = false;

  constructor(parts: RoundsParts) {
    this.#its = parts;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  get problem(): BackupProblem | null {
    return this.#its.choices.choices()?.recipient ? this.#problem : 'no_key';
  }

  get secondProblem(): SecondProblem | null {
    return this.#secondProblem;
  }

  /** The newest that was checked and is still here, and its age in ms. */
  async lastGood(): Promise<(LastBackup & { readonly ageMs: number }) | null> {
    const { last, clock } = this.#its;
    const kept = last.read();
    if (!kept || !(await this.kept()).some(({ name }) => name === kept.name)) return null;
    return { ...kept, ageMs: clock.tick() - kept.tick };
  }

  /** Newest first. */
  async kept(): Promise<BackupFile[]> {
    const choices = this.#its.choices.choices();
    return choices ? backupsIn(this.#its.folder, choices.lounge) : [];
  }

  /** From time to time: makes a backup if one is due, or the second copy that is missing. Never throws. */
  async look(): Promise<void> {
    const { clock, clockConfirmed, iso, choices } = this.#its;
    if (this.#closed || this.#running || !choices.choices()?.recipient) return;
    await this.#alone(async () => {
      const last = await this.lastGood();
      const hour = clockConfirmed() ? Number(iso(clock.wall()).slice(11, 13)) : null;
      if (isDue(last?.ageMs ?? null, hour) && clock.tick() >= this.#notBefore) await this.#make();
      await this.#copyOn();
    });
  }

  /** Makes a backup now, after the one that is being made. Never throws. */
  begin(): Promise<void> {
    return this.#alone(async () => {
      await this.#make();
      await this.#copyOn();
    });
  }

  /** When nothing is being made any more. */
  async made(): Promise<void> {
    await this.#running;
  }

  /** What is being made is broken off, and leaves nothing half. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#its.bureau.close();
    await this.#running;
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    while (this.#running) await this.#running;
    if (this.#closed) return;
    const { log } = this.#its;
    const done = work()
      .catch((error: unknown) => {
        if (!this.#closed) log.error({ err: error }, 'a backup failed');
      })
      .finally(() => {
        this.#running = null;
      });
    this.#running = done;
    await done;
  }

  async #make(): Promise<void> {
    const { choices, clock, log } = this.#its;
    const chosen = choices.choices();
    if (!chosen?.recipient) return;
    try {
      await this.#makeFor(chosen, chosen.recipient);
      this.#problem = null;
    } catch (error) {
      if (this.#closed) return;
      this.#problem = isDiskFull(error) ? 'disk_full' : 'failed';
      this.#notBefore = clock.tick() + againMs;
      log.error({ problem: this.#problem, err: error }, 'there is no new backup; it is tried again');
    }
  }

  async #makeFor({ lounge, secondPath }: BackupChoices, { publicKey }: Recipient): Promise<void> {
    const { bureau, last, dataFolder, folder, version, clock, clockConfirmed, iso } = this.#its;
    const [newest] = await backupsIn(folder, lounge);
    // A restored lounge has its newer backups at the second place, perhaps; none of them is written over.
    const [second] = secondPath === null ? [] : await backupsIn(secondPath, lounge).catch(() => []);
    const before = [newest?.name, second?.name, last.read()?.name].map(
      (name) => (name && sequenceOf(name, lounge)) || 0,
    );
    const sequence = Math.max(...before) + 1;
    const at = clock.wall();
    const tick = clock.tick();
    const made = iso(at);
    const name = backupName(lounge, sequence, made.slice(0, 10));
    const { bytes } = await bureau.ask({
      kind: 'make',
      dataFolder,
      into: join(folder, name),
      facts: {
        lounge,
        sequence,
        made,
        clockConfirmed: clockConfirmed(),
        version,
        recipient: fingerprintOf(publicKey),
      },
      publicKey,
      keepFree,
    });
    last.write({ name, bytes, at, tick });
    await keepNewest(folder, lounge);
  }

  async #copyOn(): Promise<void> {
    const { choices, log } = this.#its;
    const chosen = choices.choices();
    const before = this.#secondProblem;
    try {
      this.#secondProblem = chosen?.secondPath ? await this.#copyTo(chosen.secondPath, chosen.lounge) : null;
    } catch (error) {
      if (this.#closed) return;
      this.#secondProblem = isDiskFull(error) ? 'disk_full' : 'failed';
    }
    if (this.#secondProblem !== null && this.#secondProblem !== before)
      log.warn({ problem: this.#secondProblem }, 'the second copy of the backup is missing; it is tried again');
  }

  async #copyTo(second: string, lounge: string): Promise<SecondProblem | null> {
    const { bureau, folder } = this.#its;
    if (!(await isSecondPlaceThere(second))) return 'gone';
    const [newest] = await this.kept();
    if (!newest) return null;
    const there = await backupsIn(second, lounge);
    if (!there.some(({ name, bytes }) => name === newest.name && bytes === newest.bytes))
      await bureau.ask({ kind: 'copy', from: join(folder, newest.name), folder: second, name: newest.name });
    await keepNewest(second, lounge);
    return null;
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof DomainError && error.code === diskFull;
}
