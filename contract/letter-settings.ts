import { z } from 'zod';
import { base, bilingual, instant, requestKey } from './base.ts';
import { letterFile, peopleFile } from './letters.ts';
import { settingsErrors } from './settings.ts';
import { villageFile, villagesFile } from './village.ts';

/** What a supervisor changes of the letters and of the office that issues them. Everything holds at once. */

/** `village`, or a letter as `letter:sku`. */
export const letterSettingsPart = z.string().regex(/^(village|letter:[a-z][a-z0-9_]{1,39})$/);

const wrong = z.object({
  /** `papers[0].body[2].text`; empty for the whole. */
  at: z.string(),
  /** In words that a person can act on, both languages. */
  what: bilingual,
});
export type WrongLetterSetting = z.infer<typeof wrong>;

export const letterSettingsVersion = z.object({
  revision: z.int(),
  part: letterSettingsPart,
  act: z.enum(['saved', 'undone', 'shipped', 'file']),
  at: instant,
  by: z.object({ id: z.string(), name: z.string().nullable() }),
});
export type LetterSettingsVersion = z.infer<typeof letterSettingsVersion>;

export const letterSettingsSnapshot = z.object({
  /** Grows with every change; `save` and `undo` say which one they saw. */
  revision: z.int(),
  unitType: z.enum(['desa', 'kelurahan', 'lounge']),
  village: villageFile,
  letters: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['letter', 'redirect']),
      name: bilingual,
      category: z.string(),
      active: z.boolean(),
      everyday: z.int().nullable(),
      /** The village has its own copy. */
      own: z.boolean(),
      /** Comes with the program, so that the own copy can be given up. */
      shipped: z.boolean(),
    }),
  ),
  /** The sets of questions about people, which letters name. */
  people: peopleFile,
  /** The newest change of each part that can be taken back. */
  undo: letterSettingsVersion.nullable(),
});
export type LetterSettingsSnapshot = z.infer<typeof letterSettingsSnapshot>;

const supervise = base.meta({ roles: ['supervisor'] });
const change = supervise.errors(settingsErrors(wrong));
const unknown = { LETTER_UNKNOWN: { status: 404, message: 'There is no such letter' } } as const;

export const letterSettings = {
  get: supervise.output(letterSettingsSnapshot),
  /** The villages of the regency, to choose the own one from. */
  villages: supervise.output(villagesFile),
  /** A letter as its file has it: without its people's fields put in. */
  letter: supervise
    .errors(unknown)
    .input(z.object({ id: z.string().max(64) }))
    .output(z.object({ revision: z.int(), content: letterFile, own: z.boolean(), shipped: letterFile.nullable() })),
  /** Whether a part could be saved like this; for a letter also how it would look, of a made-up person: a PDF in base64 each. */
  preview: supervise
    .errors({ LETTER_NOT_MADE: { status: 503, message: 'The letter could not be made now' } })
    .input(z.object({ part: letterSettingsPart, content: z.unknown() }))
    .output(
      z.discriminatedUnion('ok', [
        z.object({ ok: z.literal(true), papers: z.array(z.object({ title: z.string(), pdf: z.string() })) }),
        z.object({ ok: z.literal(false), ...wrong.shape }),
      ]),
    ),
  /** A letter that is not there yet is added. */
  save: change
    .input(z.object({ part: letterSettingsPart, content: z.unknown(), revision: z.int(), requestKey }))
    .output(z.object({ revision: z.int() })),
  /** Gives up the village's own copy; one that does not come with the program is no more offered, and is kept. */
  backToShipped: change
    .errors(unknown)
    .input(z.object({ id: z.string().max(64), revision: z.int(), requestKey }))
    .output(z.object({ revision: z.int() })),
  /** Back to what was before the last change that has not been taken back yet. */
  undo: change
    .errors({ NOTHING_TO_UNDO: { status: 409, message: 'There is no earlier version' } })
    .input(z.object({ revision: z.int(), requestKey }))
    .output(z.object({ revision: z.int() })),
  /** Newest first. */
  history: supervise.output(z.array(letterSettingsVersion)),
};
