import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, bilingual, instant, mutationErrors, requestKey } from './base.ts';
import { deviceDefaults, slipOutlet, unitType } from './catalogue.ts';
import { atCounter } from './principal.ts';
import { printerCondition } from './printing.ts';

/** A resident's call for help. `accepted` only after a person said that they come. */
export const helpState = z.enum(['calling', 'accepted', 'ended']);
export type HelpState = z.infer<typeof helpState>;

/** What a device shows beside the queue: the house, its clock, its printer and a call for help. */
export const loungeSnapshot = z.object({
  at: instant,
  name: bilingual,
  place: bilingual,
  /** Where to go when nobody comes: "meja informasi". */
  desk: bilingual,
  complaints: bilingual,
  timeZone: z.string(),
  unitType,
  /** Changes with the picture, which `logo` gives; null where there is none. */
  logo: z.string().nullable(),
  slipOutlet,
  /** Of the numbers on paper that was printed before; no service has it. */
  spareLetter: z.string(),
  /** How this device looks to the next person. */
  defaults: deviceDefaults,
  /** Unconfirmed: the clock looks wrong and a person is asked; the queue goes on. */
  clockConfirmed: z.boolean(),
  /** Set for a while after a start that followed an unclean stop with people waiting. */
  powerReturnedAt: instant.nullable(),
  printer: printerCondition,
  /** What the hub's disk still takes; people who have a number are called all the same. */
  space: z.enum(['enough', 'no_requests', 'no_tickets', 'reserve']),
  help: z.object({ id: z.uuid(), state: helpState, calledAt: instant }).nullable(),
});
export type LoungeSnapshot = z.infer<typeof loungeSnapshot>;

export const lounge = {
  watch: base.meta({ roles: ['kiosk', 'display', ...atCounter] }).output(eventIterator(loungeSnapshot)),

  /** A PNG, base64. */
  logo: base.meta({ roles: ['kiosk', 'display', ...atCounter] }).output(z.object({ png: z.string().nullable() })),

  answerClock: base
    .meta({ roles: ['kiosk', ...atCounter] })
    .errors(mutationErrors)
    .input(z.object({ right: z.boolean(), requestKey }))
    .output(z.object({ clockConfirmed: z.boolean() })),

  callForHelp: base
    .meta({ roles: ['kiosk'] })
    .errors(mutationErrors)
    .input(z.object({ requestKey }))
    .output(z.object({ id: z.uuid() })),

  answerHelp: base
    .meta({ roles: atCounter })
    .errors({ ...mutationErrors, HELP_UNKNOWN: { status: 404, message: 'There is no such call, or it has ended' } })
    .input(z.object({ id: z.uuid(), requestKey }))
    .output(z.object({ state: helpState })),

  endHelp: base
    .meta({ roles: ['kiosk', ...atCounter] })
    .errors({ ...mutationErrors, HELP_UNKNOWN: { status: 404, message: 'There is no such call, or it has ended' } })
    .input(z.object({ id: z.uuid(), requestKey }))
    .output(z.object({ state: helpState })),
};
