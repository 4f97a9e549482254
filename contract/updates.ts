import { z } from 'zod';
import { base, instant, mutationErrors, requestKey } from './base.ts';

/** New versions of the program: what this machine knows of them, and when it may take one. */

/** A supervisor may hold back new versions for so many days: elections, a day of mass registration. */
export const longestPauseDays = 14;

/** Why nothing is asked for at all. */
export const updatesOff = z.enum([
  /** There is no settings file; new versions are brought by hand. */
  'not_set_up',
  'switched_off',
  'settings_wrong',
  /** The program came without a key by which a release could be told from a forgery. */
  'no_keys',
]);
export type UpdatesOff = z.infer<typeof updatesOff>;

/** How the last question to the server ended. */
export const updateAnswer = z.enum([
  'handed_over',
  'waiting',
  'up_to_date',
  'failed_here',
  'later_stage',
  'not_for_this_machine',
  /** An older release than one that was offered before. */
  'old_release',
  /** Nobody of ours signed it, or somebody changed it. */
  'not_genuine',
  'damaged',
  'disk_full',
  'no_release',
  'unreachable',
]);
export type UpdateAnswer = z.infer<typeof updateAnswer>;

/** What a version that is offered waits for. */
export const updateWait = z.enum([
  'to_be_fetched',
  'to_be_installed',
  'no_installer',
  'paused',
  'on_probation',
  'disk_full',
  'session_ending',
  'lounge_open',
  'clock_doubted',
  'outside_quiet_hours',
  'no_fresh_backup',
]);
export type UpdateWait = z.infer<typeof updateWait>;

export const updateState = z.object({
  version: z.string(),
  /** Versions in the order in which they came to this machine, the newest first. */
  installed: z.array(z.object({ version: z.string(), at: instant })),
  off: updatesOff.nullable(),
  /** What is wrong in the settings file, for a technician. */
  wrong: z.string().nullable(),
  channel: z.string().nullable(),
  /** Name of the server. */
  server: z.string().nullable(),
  quietHours: z.object({ from: z.string(), until: z.string() }).nullable(),
  /** This version has not proved itself yet: the lounge gives no numbers. */
  onProbation: z.boolean(),
  checking: z.boolean(),
  lastCheck: z.object({ at: instant, answer: updateAnswer }).nullable(),
  offered: z.object({ version: z.string(), waitsFor: updateWait }).nullable(),
  pausedUntil: instant.nullable(),
  /** Versions that failed here and were taken back. */
  failed: z.array(z.string()),
});
export type UpdateState = z.infer<typeof updateState>;

const supervise = base.meta({ roles: ['supervisor'] });
const off = { UPDATES_OFF: { status: 409, message: 'This machine asks no server for new versions' } } as const;

export const updates = {
  state: supervise.output(updateState),

  /** Asks the server now; `state` says how it goes. Installing still waits for the night. */
  checkNow: supervise
    .errors({ ...mutationErrors, ...off })
    .input(z.object({ requestKey }))
    .output(updateState),

  /** Nothing is fetched or installed for so many days from now. */
  pause: supervise
    .errors(mutationErrors)
    .input(z.object({ days: z.int().min(1).max(longestPauseDays), requestKey }))
    .output(updateState),

  resume: supervise.errors(mutationErrors).input(z.object({ requestKey })).output(updateState),
};
