import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { stepFinding } from './diagnostics.ts';
import { printerCondition } from './printing.ts';
import { pinErrors } from './staff.ts';

/**
 * What a technician may do who stands before a machine and has its maintenance PIN. It is no part of the lounge: no
 * principal reaches it, only the window that the gesture opens.
 */

/** Whether a procedure answers before the PIN. */
export interface MaintenanceMeta {
  readonly open: boolean;
}

/** How the program or the machine ends. */
export const machineActs = ['restart_program', 'restart_machine', 'shut_down', 'to_desktop'] as const;
export type MachineAct = (typeof machineActs)[number];

const base = oc.$meta<MaintenanceMeta>({ open: false }).errors({
  PIN_FIRST: { status: 401, message: 'The maintenance PIN comes first' },
});
const open = base.meta({ open: true });

const door = z.object({
  /** None was ever set, or its file is damaged: nothing opens. */
  isPinSet: z.boolean(),
  waitSeconds: z.int(),
});
export type MaintenanceDoor = z.infer<typeof door>;

const machineState = z.object({
  version: z.string(),
  /** Why the lounge could not start, in a line for a technician; null where it runs. */
  failure: z.string().nullable(),
  /** Its lounge is on a hub elsewhere: it has no backups. */
  isPaired: z.boolean(),
  /** Where a desktop session waits behind the kiosk. */
  hasDesktop: z.boolean(),
  addresses: z.array(z.object({ name: z.string(), address: z.string() })),
  /** ISO 8601 as the machine believes, and its time zone. */
  now: z.string(),
  timeZone: z.string(),
  /** Whether the lounge believes the clock; null where no lounge runs here. */
  clockConfirmed: z.boolean().nullable(),
  /** The state of its own printer; null where no lounge runs here. */
  printer: printerCondition.nullable(),
  freeBytes: z.number(),
  logBytes: z.number(),
  databaseBytes: z.number().nullable(),
  backups: z.int(),
});
export type MachineState = z.infer<typeof machineState>;

/** How many lines of the log are shown. */
export const shownLogLines = 200;

const logLine = z.object({ at: z.string().nullable(), level: z.enum(['info', 'warn', 'error']), text: z.string() });
export type LogLine = z.infer<typeof logLine>;

const backupChoice = z.object({ id: z.string(), folder: z.string(), name: z.string(), bytes: z.number() });
export type BackupChoice = z.infer<typeof backupChoice>;

export const maintenance = {
  door: open.output(door),

  unlock: open
    .errors({
      PIN_WRONG: pinErrors.PIN_WRONG,
      PIN_SLOW: pinErrors.PIN_SLOW,
      PIN_UNSET: { status: 409, message: 'This machine has no maintenance PIN' },
    })
    .input(z.object({ pin: z.string().max(20) })),

  /** Back to the kiosk; also without a PIN. */
  leave: open,

  state: base.output(machineState),

  /** A person is at work: the screen does not close by itself yet. */
  stay: base,

  /** The newest lines of this machine's log, the newest first. */
  log: base.output(z.array(logLine)),

  /** What the machine finds out about itself, step by step. */
  selfTest: base.output(eventIterator(stepFinding)),

  /** Backups on this machine and on sticks, newest of each place first. */
  backups: base.output(z.array(backupChoice)),

  /** Closes the lounge and puts the backup in its place; what was there is kept aside. The program restarts after that. */
  restore: base
    .errors({
      BACKUP_GONE: { status: 404, message: 'That backup is not there any more' },
      RESTORE_FAILED: { status: 409, message: 'Nothing was restored', data: z.object({ why: z.string() }) },
    })
    .input(z.object({ id: z.string().max(2000), recoveryKey: z.string().max(100) }))
    .output(z.object({ aside: z.string().nullable() })),

  act: base
    .errors({ ACT_FAILED: { status: 500, message: 'The machine did not do it' } })
    .input(z.object({ what: z.enum(machineActs) })),
};
export type MaintenanceContract = typeof maintenance;
