import { z } from 'zod';
import { base, instant, mutationErrors, requestKey } from './base.ts';
import { tooOften } from './documents.ts';
import { atCounter } from './principal.ts';

/** The village's own list of its residents: taken over from a file, and asked by letters. */

/** What the list may know of a resident. */
export const residentColumns = [
  'nik',
  'kk',
  'name',
  'birth_place',
  'birth_date',
  'sex',
  'religion',
  'marital_status',
  'occupation',
  'address',
  'rt',
  'rw',
  'hamlet',
] as const;
export type ResidentColumn = (typeof residentColumns)[number];
const column = z.enum(residentColumns);

export const rowProblems = [
  'missing',
  /** A spreadsheet took a number of 16 digits for an amount and rounded it: 3.51016E+15. */
  'digits_lost',
  'nik_length',
  'nik_not_digits',
  'nik_province',
  'nik_date',
  'nik_serial',
  'kk_length',
  'kk_not_digits',
  'no_such_date',
  'in_future',
  'not_a_sex',
  'too_long',
  /** The list has this NIK already, further up. */
  'twice',
] as const;
export type RowProblem = (typeof rowProblems)[number];

/** A file's bytes in base64; some 20,000 people take 4 MB. */
const file = z.string().min(1).max(28_000_000);

export const residentPreview = z.object({
  /** Names what was read, for `commit`; kept for a quarter of an hour, and only the newest. */
  previewId: z.uuid(),
  columns: z.array(column),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** People whom the file does not name; they go only with `whole`. */
  absent: z.int(),
  /** Of rows that cannot be taken; the first thousand. Row numbers as the spreadsheet counts. */
  errors: z.array(z.object({ row: z.int(), column, problem: z.enum(rowProblems) })),
  /** How many rows cannot be taken. */
  wrongRows: z.int(),
});
export type ResidentPreview = z.infer<typeof residentPreview>;

export const residentImport = z.object({
  id: z.uuid(),
  at: instant,
  by: z.string(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
});
export type ResidentImport = z.infer<typeof residentImport>;

export const residentState = z.object({
  people: z.int(),
  /** The newest import that was not taken back. */
  newest: residentImport.nullable(),
  /** It can be taken back now. */
  undoable: z.boolean(),
});
export type ResidentState = z.infer<typeof residentState>;

const supervise = base.meta({ roles: ['supervisor'] });

export const residents = {
  state: supervise.output(residentState),
  /** Reads a list, XLSX or CSV; nothing is changed. */
  preview: supervise
    .errors({
      FILE_UNREADABLE: { status: 422, message: 'This is no list that can be read' },
      FILE_TOO_LARGE: { status: 413, message: 'The list is too large' },
      COLUMNS_UNKNOWN: { status: 422, message: 'No row names the columns NIK and NAMA' },
    })
    .input(z.object({ file }))
    .output(residentPreview),
  /** Takes over what was read. `whole`: whom the file does not name is no longer on the list. */
  commit: supervise
    .errors({
      ...mutationErrors,
      PREVIEW_OVER: { status: 409, message: 'The file has to be read again' },
      /** Nobody can say whom a row that cannot be read means, so nobody can say who is absent. */
      ROWS_WRONG: { status: 409, message: 'A whole list must have no wrong rows' },
    })
    .input(z.object({ previewId: z.uuid(), whole: z.boolean(), requestKey }))
    .output(residentState),
  /** Takes the newest import back. */
  undo: supervise
    .errors({ ...mutationErrors, NOTHING_TO_UNDO: { status: 409, message: 'There is no import to take back' } })
    .input(z.object({ importId: z.uuid(), requestKey }))
    .output(residentState),

  /**
   * Finds whoever asks for a letter, by NIK and one thing more that stands on another paper: the KK's number, or the full
   * name. A NIK alone proves nothing: it holds the date of birth. Never says which of the two was wrong. Five misses of a
   * machine within ten minutes, and the desk helps. An office without a list finds nobody, and that is no miss.
   */
  identify: base
    .meta({ roles: ['kiosk', ...atCounter] })
    .errors(tooOften)
    .input(
      z.object({
        letterId: z.string().max(64),
        nik: z.string().max(30),
        by: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('kk'), kk: z.string().max(30) }),
          z.object({ kind: z.literal('name'), name: z.string().max(100) }),
        ]),
      }),
    )
    .output(
      z.object({
        /** Null: nobody was found; everything is asked. */
        match: z
          .object({
            /** For `documents.file`, once, within the half hour. */
            id: z.uuid(),
            /** Fields of the letter (`applicant.address`) that the hub fills in; their values never leave it. */
            stored: z.array(z.string()),
          })
          .nullable(),
      }),
    ),
  /** Whether a list is there to be asked; the kiosk asks for no KK number else. */
  known: base.meta({ roles: ['kiosk', ...atCounter] }).output(z.object({ known: z.boolean() })),
};
