import { z } from 'zod';
import { base, instant, mutationErrors, requestKey } from './base.ts';

/**
 * Copies of everything that a lounge knows, for the day when its machine is lost. Each is sealed: it opens with the
 * recovery key alone, which is not on this machine.
 */

/** So many are kept, here and at the second place. */
export const keptBackups = 14;

/** Why there is no new backup. It is tried again by itself, except without a key. */
export const backupProblem = z.enum([
  /** Nobody has made a recovery key: nobody could open a backup. */
  'no_key',
  'disk_full',
  'failed',
]);
export type BackupProblem = z.infer<typeof backupProblem>;

/** Why the newest backup is not at the second place. */
export const secondProblem = z.enum([
  /** The disk or the stick is not there. */
  'gone',
  'disk_full',
  'failed',
]);
export type SecondProblem = z.infer<typeof secondProblem>;

export const backupFile = z.object({ name: z.string(), bytes: z.int() });
export type BackupFile = z.infer<typeof backupFile>;

/** A stick or a further disk that is plugged in. */
export const backupPlace = z.object({ path: z.string(), freeBytes: z.number() });
export type BackupPlace = z.infer<typeof backupPlace>;

export const backupState = z.object({
  /** Who can open what is made from now on. Null: nothing is made. */
  recipient: z
    .object({
      /** `office`: the key in the envelope; `regency`: one key for all offices of the regency. */
      kind: z.enum(['office', 'regency']),
      /** Of the public part; the same stands on the paper. */
      fingerprint: z.string(),
      since: instant,
    })
    .nullable(),
  running: z.boolean(),
  /** The newest that was checked and is still here. */
  lastGood: backupFile.extend({ at: instant }).nullable(),
  /** Hours since then, whatever was done to the clock meanwhile. */
  ageHours: z.number().nullable(),
  problem: backupProblem.nullable(),
  second: z
    .object({
      path: z.string(),
      /** The newest that lies there. */
      newest: z.string().nullable(),
      problem: secondProblem.nullable(),
    })
    .nullable(),
  /** Newest first. */
  kept: z.array(backupFile),
  /** This lounge came out of a backup, and nobody has said yet that what a restore cannot know was looked at. */
  restored: z.object({ made: instant, at: instant }).nullable(),
});
export type BackupState = z.infer<typeof backupState>;

const supervise = base.meta({ roles: ['supervisor'] });

export const backup = {
  state: supervise.output(backupState),

  /** Begins one now; `state` says how it goes. */
  run: supervise
    .errors({ ...mutationErrors, NO_RECOVERY_KEY: { status: 409, message: 'Make a recovery key first' } })
    .input(z.object({ requestKey }))
    .output(backupState),

  /** Where a second copy of each goes: a folder of another disk, of a stick or of the network. Null: nowhere. */
  setSecondPath: supervise
    .errors({
      ...mutationErrors,
      SECOND_PATH_UNUSABLE: { status: 422, message: 'There is no such folder, or nothing can be written there' },
    })
    .input(z.object({ path: z.string().trim().min(1).max(500).nullable(), requestKey }))
    .output(backupState),

  /** Where a second copy could go. */
  places: supervise.output(z.array(backupPlace)),

  /** Somebody looked, after a restore, at who may come in and which numbers are out. */
  restoreChecked: supervise.errors(mutationErrors).input(z.object({ requestKey })).output(backupState),

  /** A new recovery key, to be written down now. It is shown for ten minutes, kept nowhere, and changes nothing yet. */
  newRecoveryKey: supervise
    .input(z.object({ requestKey }))
    .output(z.object({ recoveryKey: z.string(), fingerprint: z.string() })),

  /** What was written down holds from now on: its last group is typed from the paper. Older backups keep their key. */
  adoptRecoveryKey: supervise
    .errors({
      ...mutationErrors,
      RECOVERY_KEY_WRONG: { status: 409, message: 'That is not the last group of the key that was shown' },
    })
    .input(z.object({ lastGroup: z.string().max(20), requestKey }))
    .output(backupState),

  /** What a public key is called in short, for two people to compare on the phone. */
  fingerprint: supervise
    .errors({ PUBLIC_KEY_WRONG: { status: 422, message: 'That is no public key for backups' } })
    .input(z.object({ publicKey: z.string().trim().max(200) }))
    .output(z.object({ fingerprint: z.string() })),

  /** The regency keeps the key: its public part is put in. */
  useRegencyKey: supervise
    .errors({ ...mutationErrors, PUBLIC_KEY_WRONG: { status: 422, message: 'That is no public key for backups' } })
    .input(z.object({ publicKey: z.string().trim().max(200), requestKey }))
    .output(backupState),
};
