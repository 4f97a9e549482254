import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, bilingual, instant, mutationErrors, requestKey } from './base.ts';
import { calendarFile, loungeFile, servicesFile } from './catalogue.ts';

/** What is saved together: each is one file, see contract/catalogue.ts. */
export const settingsParts = ['lounge', 'calendar', 'services'] as const;
export const settingsPart = z.enum(settingsParts);
export type SettingsPart = z.infer<typeof settingsPart>;

/** Where something is wrong, and what. */
export const wrongSetting = z.object({
  /** `services[2].counters[0]`; empty for the whole. */
  at: z.string(),
  code: z.enum([
    'missing',
    'unknown_field',
    'wrong_kind',
    'too_short',
    'too_long',
    'too_small',
    'too_big',
    'not_a_choice',
    'bad_form',
    /** Used twice, or kept for something else. */
    'taken',
    /** Names something that is not there. */
    'points_nowhere',
    /** Somebody waits for it, is called or works there today. */
    'in_use',
    /** A number with this letter was given today. */
    'letter_used',
  ]),
  what: bilingual,
});
export type WrongSetting = z.infer<typeof wrongSetting>;

/** What a change does to people who are here now. None of it refuses the change. */
export const consequence = z.object({
  kind: z.enum([
    'closes',
    'opens',
    'closing_moves',
    'quota_reached',
    'order_changes',
    'counter_loses_service',
    'nobody_serves',
    'missed_are_lost',
    'letter_changes',
    'day_changes',
    'letters_lose_line',
  ]),
  what: bilingual,
});
export type Consequence = z.infer<typeof consequence>;

export const previewed = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), consequences: z.array(consequence) }),
  z.object({ ok: z.literal(false), ...wrongSetting.shape }),
]);
export type Previewed = z.infer<typeof previewed>;

/** `name` is null for a file that was changed by hand while the hub stood still. */
const who = z.object({ id: z.string(), name: z.string().nullable() });

export const settingsVersion = z.object({
  revision: z.int(),
  part: settingsPart,
  /** `file`: somebody edited the file while the hub stood still. */
  act: z.enum(['saved', 'undone', 'file']),
  at: instant,
  by: who,
});
export type SettingsVersion = z.infer<typeof settingsVersion>;

/** Ready reasons for "Tutup sekarang"; the hub words them in both languages. */
export const closeReasons = ['system_down', 'no_staff', 'event', 'emergency', 'materials_out'] as const;
export const closeReason = z.enum(closeReasons);
export type CloseReason = z.infer<typeof closeReason>;

const freeReason = z.strictObject({ id: z.string().trim().min(3).max(80), en: z.string().trim().min(3).max(80) });

export const closedService = z.object({
  serviceId: z.string(),
  reason: bilingual,
  /** Null: the rest of the service day. */
  until: instant.nullable(),
  since: instant,
  by: who,
});
export type ClosedService = z.infer<typeof closedService>;

export const settingsSnapshot = z.object({
  at: instant,
  /** Grows with every change; `save` and `undo` say which one they saw. */
  revision: z.int(),
  lounge: loungeFile,
  calendar: calendarFile,
  services: servicesFile,
  /** What `undo` would take back now. */
  undo: settingsVersion.nullable(),
  closedNow: z.array(closedService),
});
export type SettingsSnapshot = z.infer<typeof settingsSnapshot>;

const supervise = base.meta({ roles: ['supervisor'] });
/** Of every change of settings. @param wrong where something is wrong, and what */
export const settingsErrors = <W extends z.ZodType>(wrong: W) => ({
  ...mutationErrors,
  SETTINGS_CHANGED: {
    status: 409,
    message: 'Somebody has changed the settings meanwhile',
    data: z.object({ revision: z.int() }),
  },
  SETTINGS_WRONG: { status: 422, message: 'These settings cannot be', data: wrong },
});
const change = supervise.errors(settingsErrors(wrongSetting));
const revision = z.object({ revision: z.int() });
const serviceIds = z.array(z.string().min(1).max(64)).min(1).max(300);
const unknown = { SERVICE_UNKNOWN: { status: 404, message: 'There is no such service' } } as const;

/** What a supervisor changes. Everything holds at once, without a restart. */
export const settings = {
  get: supervise.output(settingsSnapshot),
  watch: supervise.output(eventIterator(settingsSnapshot)),

  /** Whether a part could be saved as it is here, and what that would do. `content` is a whole file. */
  preview: supervise.input(z.object({ part: settingsPart, content: z.unknown() })).output(previewed),
  save: change
    .input(z.object({ part: settingsPart, content: z.unknown(), revision: z.int(), requestKey }))
    .output(revision),
  /** Back to what was before the last save that has not been taken back yet. */
  undo: change
    .errors({ NOTHING_TO_UNDO: { status: 409, message: 'There is no earlier version' } })
    .input(z.object({ revision: z.int(), requestKey }))
    .output(revision),
  /** Newest first. */
  history: supervise.output(z.array(settingsVersion)),

  /** No numbers until then, or for the rest of today; whoever waits is still called. Null: all services. */
  closeNow: supervise
    .errors({
      ...mutationErrors,
      ...unknown,
      TIME_PAST: { status: 400, message: 'That time has passed, or is more than 30 days away' },
    })
    .input(
      z.object({
        serviceIds: serviceIds.nullable(),
        reason: z.union([closeReason, freeReason]),
        until: instant.nullable(),
        requestKey,
      }),
    )
    .output(z.object({ closed: z.array(z.string()) })),
  reopenNow: supervise
    .errors(mutationErrors)
    .input(z.object({ serviceIds: serviceIds.nullable(), requestKey }))
    .output(z.object({ reopened: z.array(z.string()) })),

  /** Whether the first-start wizard has been through. */
  firstStart: supervise.output(z.object({ done: z.boolean() })),
  finishFirstStart: supervise.errors(mutationErrors).input(z.object({ requestKey })).output(z.object({})),
};
