import { z } from 'zod';
import { base, bilingual, day, instant, mutationErrors, requestKey } from './base.ts';

/**
 * How long personal data is kept (UU 27/2022) and how letters leave the archive (UU 43/2009): what was never issued goes
 * by age, issued letters only by a recorded berita acara.
 */

/** A person is named by NIK, and by the name beside it: the NIK alone is no proof. */
const person = z.object({ nik: z.string().max(30), name: z.string().trim().min(2).max(100) });

/** An issued letter whose time in the archive is over. */
export const disposalRow = z.object({
  letterId: z.uuid(),
  number: z.string(),
  title: z.string(),
  date: day,
  register: z.string(),
});
export type DisposalRow = z.infer<typeof disposalRow>;

export const disposal = z.object({
  id: z.uuid(),
  /** Of the berita acara. */
  minutesNumber: z.string(),
  minutesDate: day,
  letters: z.int(),
  at: instant,
  by: z.string(),
});
export type Disposal = z.infer<typeof disposal>;

export const retentionState = z.object({
  /** Days after which an unfinished request's personal data goes; see village.json. */
  unfinishedDays: z.int(),
  openDays: z.int(),
  letterYears: z.int(),
  /** The last time that anything was looked through. Null: never yet. */
  lastRun: z.object({ at: instant, expired: z.int(), purged: z.int() }).nullable(),
  /** How many requests hold personal data and are not issued. */
  unfinished: z.int(),
  /** Letters that may be proposed for destruction now. */
  due: z.int(),
  disposals: z.array(disposal),
});
export type RetentionState = z.infer<typeof retentionState>;

const supervise = base.meta({ roles: ['supervisor'] });
const clock = {
  CLOCK_UNCONFIRMED: { status: 409, message: 'Nothing is destroyed before a person has confirmed the clock' },
} as const;

export const retention = {
  state: supervise.output(retentionState),
  /** The daftar usul musnah: oldest first. */
  due: supervise
    .input(z.object({ page: z.int().min(0).max(10_000) }))
    .output(z.object({ rows: z.array(disposalRow), total: z.int() })),
  /** All of it, as a CSV file. */
  exportDue: supervise.output(z.object({ name: z.string(), text: z.string() })),
  /**
   * Destroys letters for good, with a berita acara that names them: words, PDF and personal data go, the register keeps
   * number, date and kind. Those that are not due are refused, and then none is destroyed.
   */
  destroy: supervise
    .errors({
      ...mutationErrors,
      ...clock,
      NOT_DUE: {
        status: 409,
        message: 'Some of these letters are not due',
        data: z.object({ ids: z.array(z.uuid()) }),
      },
    })
    .input(
      z.object({
        letterIds: z.array(z.uuid()).min(1).max(1000),
        minutesNumber: z.string().trim().min(3).max(80),
        minutesDate: day,
        /** Who was there: names and offices. */
        witnesses: z.array(z.string().trim().min(3).max(120)).min(2).max(6),
        requestKey,
      }),
    )
    .output(disposal),
  /** The berita acara of what was destroyed, as a PDF in base64. */
  minutes: supervise
    .errors({
      DISPOSAL_UNKNOWN: { status: 404, message: 'There is no such berita acara' },
      LETTER_NOT_MADE: { status: 503, message: 'It could not be made now' },
    })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ name: z.string(), pdf: z.string() })),

  /** How much the office knows of a person, without saying what. */
  find: supervise
    .input(person)
    .output(z.object({ onList: z.boolean(), requests: z.int(), letters: z.int(), what: z.array(bilingual) })),
  /** Everything that the office keeps of one person, as a file for them (UU 27/2022 art. 6-7). Written down. */
  exportPerson: supervise
    .errors({ PERSON_UNKNOWN: { status: 404, message: 'Nothing is known of such a person' } })
    .input(person)
    .output(z.object({ name: z.string(), text: z.string() })),
  /**
   * Forgets a person as far as the law lets: requests that were never issued, and the entry of the residents' list, which
   * the next import does not bring back. Issued letters stay (UU 43/2009). Kept beside the database, so that it holds
   * after an older copy is put back.
   */
  erasePerson: supervise
    .errors({
      ...mutationErrors,
      ...clock,
      PERSON_UNKNOWN: { status: 404, message: 'Nothing is known of such a person' },
      REQUEST_OPEN: { status: 409, message: 'A request of this person is still being worked on' },
    })
    .input(person.extend({ reason: z.string().trim().min(3).max(200), requestKey }))
    .output(z.object({ requests: z.int(), lettersKept: z.int() })),
};
