import { resolve } from 'node:path';
import type { BackupPlace, BackupState } from '../../contract/backup.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { BackupStore, Recipient } from './backup-store.ts';
import {
  fingerprintOf,
  isLastGroup,
  newRecoveryKey,
  publicPart,
  readPublicPart,
  readRecoveryKey,
} from './recovery-key.ts';
import type { RestoreNoteFile } from './restore-note.ts';
import type { Rounds } from './rounds.ts';
import { markSecondPlace } from './second-place.ts';
import { backupsIn } from './shelf.ts';

export interface BackupsParts {
  readonly rounds: Rounds;
  readonly choices: BackupStore;
  readonly store: Pick<Store, 'immediate'>;
  readonly keys: RequestKeys;
  readonly audit: Pick<Audit, 'write'>;
  readonly dataFolder: string;
  readonly restoreNote: Pick<RestoreNoteFile, 'read' | 'remove'>;
  readonly mounted: () => Promise<BackupPlace[]>;
  readonly clock: { wall(): number; tick(): number };
  readonly iso: (wall: number) => string;
}

interface ShownKey {
  readonly to: string;
  readonly requestKey: string;
  readonly recoveryKey: string;
  readonly publicKey: string;
  readonly until: number;
}

const hourMs = 3_600_000;
/** How long a new key waits to be typed back from the paper, ms. */
const shownMs = 10 * 60_000;

/** What a supervisor sees of the backups and decides about them. */
export class Backups {
  readonly #its: BackupsParts;
  /** In memory alone, and soon forgotten: no file and no row of this machine ever holds a recovery key. */
  #shown: ShownKey | null = null;

  constructor(parts: BackupsParts) {
    this.#its = parts;
  }

  async state(): Promise<BackupState> {
    const { rounds, choices, restoreNote, iso } = this.#its;
    const note = restoreNote.read();
    const chosen = choices.choices();
    const last = await rounds.lastGood();
    const kept = await rounds.kept();
    return {
      recipient: chosen?.recipient
        ? {
            kind: chosen.recipient.kind,
            fingerprint: fingerprintOf(chosen.recipient.publicKey),
            since: iso(chosen.recipient.since),
          }
        : null,
      running: rounds.running,
      lastGood: last && { name: last.name, bytes: last.bytes, at: iso(last.at) },
      ageHours: last && Math.round((last.ageMs / hourMs) * 10) / 10,
      problem: rounds.problem,
      second: chosen?.secondPath ? await this.#second(chosen.secondPath, chosen.lounge) : null,
      kept,
      restored: note?.settled ? { made: note.made, at: note.settled } : null,
    };
  }

  /** Begins one now. @throws DomainError NO_RECOVERY_KEY, REQUEST_KEY_REUSED */
  run(by: Actor, { requestKey }: { requestKey: string }): Promise<BackupState> {
    const { rounds, choices, keys, audit } = this.#its;
    const { acted } = keys.once(by, requestKey, ['backup.run'], () => {
      if (!choices.choices()?.recipient) throw new DomainError('NO_RECOVERY_KEY');
      audit.write(by, 'backup_begun', null);
      return {};
    });
    if (acted) void rounds.begin();
    return this.state();
  }

  /** @throws DomainError SECOND_PATH_UNUSABLE, REQUEST_KEY_REUSED */
  async setSecondPath(
    by: Actor,
    { path, requestKey }: { path: string | null; requestKey: string },
  ): Promise<BackupState> {
    const { rounds, choices, keys, audit, dataFolder } = this.#its;
    const body = ['backup.setSecondPath', path];
    // Asked again after a lost answer: what was decided stays so, also when the stick was taken out meanwhile.
    if (
      keys.answered(by, requestKey, body) === undefined &&
      path !== null &&
      !(await markSecondPlace(path, dataFolder))
    )
      throw new DomainError('SECOND_PATH_UNUSABLE');
    const { acted } = keys.once(by, requestKey, body, () => {
      choices.setSecondPath(path && resolve(path));
      audit.write(by, 'backup_second_path', null, path === null ? 'none' : 'set');
      return {};
    });
    if (acted) void rounds.look();
    return this.state();
  }

  /** Sticks and further disks that are here now. */
  places(): Promise<BackupPlace[]> {
    return this.#its.mounted();
  }

  /** @throws DomainError REQUEST_KEY_REUSED */
  restoreChecked(by: Actor, { requestKey }: { requestKey: string }): Promise<BackupState> {
    const { keys, audit, restoreNote } = this.#its;
    const { acted } = keys.once(by, requestKey, ['backup.restoreChecked'], () => {
      audit.write(by, 'restore_checked', restoreNote.read()?.id ?? null);
      return {};
    });
    if (acted) restoreNote.remove();
    return this.state();
  }

  /** A new key for the paper. Nothing holds yet; the same request key shows the same one. */
  newRecoveryKey(by: Actor, { requestKey }: { requestKey: string }): { recoveryKey: string; fingerprint: string } {
    const shown = this.#shownTo(by);
    const its = shown?.requestKey === requestKey ? shown : this.#show(by, requestKey);
    return { recoveryKey: its.recoveryKey, fingerprint: fingerprintOf(its.publicKey) };
  }

  /** @throws DomainError RECOVERY_KEY_WRONG, REQUEST_KEY_REUSED */
  adoptRecoveryKey(
    by: Actor,
    { lastGroup, requestKey }: { lastGroup: string; requestKey: string },
  ): Promise<BackupState> {
    return this.#adopt(by, requestKey, ['backup.adoptRecoveryKey', lastGroup], () => {
      const shown = this.#shownTo(by);
      if (!shown || !isLastGroup(lastGroup, shown.recoveryKey)) throw new DomainError('RECOVERY_KEY_WRONG');
      return { kind: 'office', publicKey: shown.publicKey };
    });
  }

  /** @throws DomainError PUBLIC_KEY_WRONG */
  fingerprint({ publicKey }: { publicKey: string }): { fingerprint: string } {
    if (!readPublicPart(publicKey)) throw new DomainError('PUBLIC_KEY_WRONG');
    return { fingerprint: fingerprintOf(publicKey) };
  }

  /** @throws DomainError PUBLIC_KEY_WRONG, REQUEST_KEY_REUSED */
  useRegencyKey(by: Actor, { publicKey, requestKey }: { publicKey: string; requestKey: string }): Promise<BackupState> {
    return this.#adopt(by, requestKey, ['backup.useRegencyKey', publicKey], () => {
      if (!readPublicPart(publicKey)) throw new DomainError('PUBLIC_KEY_WRONG');
      return { kind: 'regency', publicKey };
    });
  }

  async #adopt(
    by: Actor,
    requestKey: string,
    body: unknown,
    find: () => Omit<Recipient, 'since'>,
  ): Promise<BackupState> {
    const { rounds, choices, keys, audit, clock } = this.#its;
    const { acted } = keys.once(by, requestKey, body, () => {
      const recipient = find();
      choices.setRecipient({ ...recipient, since: clock.wall() });
      audit.write(by, 'backup_key_changed', recipient.kind, fingerprintOf(recipient.publicKey));
      return {};
    });
    if (acted) {
      this.#shown = null;
      void rounds.begin();
    }
    return this.state();
  }

  #show(by: Actor, requestKey: string): ShownKey {
    const { store, audit, clock } = this.#its;
    const recoveryKey = newRecoveryKey();
    const key = readRecoveryKey(recoveryKey);
    if (!key) throw new Error('a new recovery key cannot be read');
    this.#shown = {
      to: actorId(by),
      requestKey,
      recoveryKey,
      publicKey: publicPart(key),
      until: clock.tick() + shownMs,
    };
    store.immediate(() => audit.write(by, 'recovery_key_shown', null));
    return this.#shown;
  }

  #shownTo(by: Actor): ShownKey | null {
    if (this.#shown && this.#its.clock.tick() >= this.#shown.until) this.#shown = null;
    return this.#shown?.to === actorId(by) ? this.#shown : null;
  }

  async #second(path: string, lounge: string): Promise<NonNullable<BackupState['second']>> {
    const there = await backupsIn(path, lounge).catch(() => []);
    return { path, newest: there[0]?.name ?? null, problem: this.#its.rounds.secondProblem };
  }
}
