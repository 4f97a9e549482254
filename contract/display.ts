import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, bilingual, checkedOnce, instant, mutationErrors, requestKey } from './base.ts';
import { counterState, pauseReason } from './counters.ts';
import { atCounter } from './principal.ts';
import { call } from './queue.ts';

/** What a display can say of its loudspeaker. */
export const soundStates = ['on', 'blocked', 'no_device', 'failed'] as const;
export const soundState = z.enum(soundStates);
export type SoundState = z.infer<typeof soundState>;

/** What a public screen shows: numbers and counters, never a name, a class or a word that somebody typed about a person. */
export const displaySnapshot = z.object({
  at: instant,
  timeZone: z.string(),
  name: bilingual,
  /** Counters in their order, with who is called or served there. */
  counters: z.array(
    z.object({
      id: z.string(),
      name: bilingual,
      state: counterState,
      pauseReason: pauseReason.nullable(),
      number: z.string().nullable(),
    }),
  ),
  /** Latest call of each counter today, newest first. */
  calls: z.array(call),
  /** The calls of the last two minutes (at most sixteen: more cannot be spoken in that time), oldest first: what a display has yet to announce is among them. */
  announcements: z.array(call),
  /** Numbers that were called, did not come and may still be called back, newest first; at most twelve. */
  missed: z.array(z.string()),
  /** The supervisor's running text, a line each. */
  texts: z.array(bilingual),
  /** The lounge's next break today. */
  nextBreak: z.object({ from: instant, to: instant }).nullable(),
  /** What the display that watches is set to show: ids of counters, null: all. */
  shows: z.object({ counters: z.array(z.string()).nullable(), language: z.enum(['id', 'en']) }),
  sound: z.object({
    /** 0 to 1; of the display that watches, where it has one of its own, else the lounge's. */
    volume: z.number(),
    mutedUntil: instant.nullable(),
    /** English after Indonesian. */
    english: z.boolean(),
  }),
});
export type DisplaySnapshot = z.infer<typeof displaySnapshot>;

/** What a display said of its loudspeaker last. */
export const soundReport = z.object({
  device: z.string(),
  sound: soundState,
  /** `callSeq` of the call it spoke last. */
  lastSpoken: z.int().nullable(),
  seconds: z.int(),
});
export type SoundReport = z.infer<typeof soundReport>;

export const display = {
  watch: base.meta({ roles: ['display', 'kiosk', ...atCounter] }).output(eventIterator(checkedOnce(displaySnapshot))),

  /** A display says whether it can be heard and what it last spoke; kept in memory only. */
  report: base
    .meta({ roles: ['display', 'kiosk'] })
    .input(z.object({ sound: soundState, lastSpoken: z.int().nullable() }))
    .output(z.strictObject({})),

  /** Which displays can be heard. */
  sounds: base.meta({ roles: ['supervisor'] }).output(z.array(soundReport)),

  /** Silence for prayer or a speech; it ends by itself. Null ends it now. */
  mute: base
    .meta({ roles: [...atCounter, 'integration'], scope: 'display:write' })
    .errors(mutationErrors)
    .route({ method: 'POST', path: '/display/mute', summary: 'Mute the voice for some minutes, or end that' })
    .input(z.object({ minutes: z.int().min(1).max(180).nullable(), requestKey }))
    .output(z.object({ mutedUntil: instant.nullable() })),
};
