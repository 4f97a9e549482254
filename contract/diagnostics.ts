import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, instant } from './base.ts';
import { printerCondition } from './printing.ts';

/** In the order in which a technician goes through them; the number on the screen is the place here. */
export const diagnosticSteps = [
  'storage',
  'database',
  'clock',
  'network',
  'hub',
  'printer',
  'sound',
  'display',
  'touch',
  'update',
] as const;
export const diagnosticStep = z.enum(diagnosticSteps);
export type DiagnosticStep = z.infer<typeof diagnosticStep>;

/** `not_here`: this machine has no such part. `ask`: only the person before it can say. */
export const stepVerdict = z.enum(['good', 'attention', 'bad', 'not_here', 'ask']);
export type StepVerdict = z.infer<typeof stepVerdict>;

/** Every sentence that a step can end with. In brackets: the figures that fill it. */
export const findings = [
  // Of any step.
  'not_here',
  'step_late', // seconds
  'step_failed',
  'storage_ok', // megabytes
  'storage_low', // megabytes
  'storage_full', // megabytes
  'storage_unwritable',
  'database_ok', // megabytes
  'database_none',
  'database_damaged',
  'database_locked',
  'database_unopenable',
  'key_missing',
  'key_sealed', // it is there, and only the program itself can read it
  'clock_ok',
  'clock_unconfirmed',
  'clock_off', // minutes, against the hub
  'network_ok', // networks, and the address where it is of a private network
  'network_no_gateway', // networks
  'network_none',
  'network_needed', // none, on a machine that is nothing without
  'hub_ok', // port
  'hub_open', // port
  'hub_silent', // port
  'hub_no_address',
  'hub_port_taken', // port
  'hub_key_unusable',
  'hub_lan_failed',
  'hub_reached', // milliseconds
  'hub_unreachable',
  'hub_turned_away',
  'hub_port_free', // port
  'printer_ready', // printers
  'printer_paper_low',
  'printer_paper_out',
  'printer_cover_open',
  'printer_cutter_jammed',
  'printer_head_hot',
  'printer_unreachable',
  'printer_needs_check',
  'printer_none',
  'printer_at_hub',
  'sound_ask',
  'sound_heard',
  'sound_silent',
  'display_ask',
  'display_whole',
  'display_flawed',
  'touch_ask',
  'touch_whole', // marks
  'touch_missed', // touched, marks
  'update_current', // hours since the answer
  'update_waiting', // version
  'update_stale', // days since the answer
  'update_unreachable',
  'update_not_asked',
  'update_not_set_up',
] as const;
export const finding = z.enum(findings);
export type Finding = z.infer<typeof finding>;

export const stepFinding = z.object({
  step: diagnosticStep,
  verdict: stepVerdict,
  /** Which sentence of the catalogue says it. */
  finding,
  /** What the sentence is filled with; never personal. */
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type StepFinding = z.infer<typeof stepFinding>;

/** What a machine found out about itself: for a screen, and as a file without personal data. */
export const diagnosticReport = z.object({
  at: instant,
  version: z.string(),
  /** System, its version and the processor: `linux 6.1.0 x64`. */
  platform: z.string(),
  uptimeSeconds: z.int(),
  /** How many rows the lounge has, by what they are. */
  counts: z.record(z.string(), z.int()),
  steps: z.array(stepFinding),
});
export type DiagnosticReport = z.infer<typeof diagnosticReport>;

/** What must be true of a hub that works. */
export const healthSign = z.enum(['migrated', 'store', 'port', 'page']);
export type HealthSign = z.infer<typeof healthSign>;

/** `low`: no letters are asked for any more; `full`: no numbers are given any more. */
export const storageRoom = z.enum(['ok', 'low', 'full']);
export type StorageRoom = z.infer<typeof storageRoom>;

/** What `GET /api/health` answers to whoever may know; to everybody else `healthy` alone. */
export const healthReport = z.object({
  healthy: z.boolean(),
  /** Which signs are missing; none where it is healthy. */
  missing: z.array(healthSign),
  version: z.string(),
  uptimeSeconds: z.int(),
  /** Why nobody gets a number just now; see `main/ops/standstill.ts`. */
  standstill: z.array(z.string()),
  /** Of the hub's own kiosk. */
  printer: printerCondition,
  clockConfirmed: z.boolean(),
  /** Hours since the newest good backup; null: there is none. */
  backupAgeHours: z.number().nullable(),
  /** Null: the disk does not say. */
  storage: storageRoom.nullable(),
});
export type HealthReport = z.infer<typeof healthReport>;

const supervise = base.meta({ roles: ['supervisor'] });

export const diagnostics = {
  /** Goes through the steps of the hub's machine and tells each as it is known, in order; the same run for all who ask meanwhile. */
  run: supervise.output(eventIterator(stepFinding)),
  /** The newest run; begins one where there was none yet. */
  report: supervise.output(diagnosticReport),
};
