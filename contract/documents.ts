import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, bilingual, day, instant, mutationErrors, requestKey } from './base.ts';
import { letterCategories, letterFile, signingLevels } from './letters.ts';
import { atCounter } from './principal.ts';
import { closedReason, priority } from './queue.ts';
import { pin, pinErrors } from './staff.ts';
import { mandates } from './village.ts';

/** Requests for letters, from the kiosk to the register. */

export const requestStates = [
  'submitted',
  'checking',
  'incomplete',
  'awaiting_signature',
  'awaiting_camat',
  'ready',
  'collected',
  'rejected',
  'cancelled',
  'expired',
] as const;
export const requestState = z.enum(requestStates);
export type RequestState = z.infer<typeof requestState>;

/** What moves a request from one state to another; `file` makes it, and `undo` takes the last of them back. */
export const requestSteps = [
  'file',
  'check',
  'ask',
  'resume',
  'approve',
  'signed',
  'camat_signed',
  'hand_over',
  'reject',
  'cancel',
  'expire',
  'undo',
] as const;
export const requestStep = z.enum(requestSteps);
export type RequestStep = z.infer<typeof requestStep>;

/** Steps that a person at a counter takes; the others have a procedure of their own. */
export const deskSteps = [
  'check',
  'ask',
  'resume',
  'signed',
  'camat_signed',
  'hand_over',
  'reject',
  'cancel',
  'undo',
] as const;
export type DeskStep = (typeof deskSteps)[number];

/** What is wrong with a value; `contract/letter-fields.ts` finds it on both sides. */
export const valueProblems = [
  'missing',
  'unknown_field',
  'too_long',
  'bad_signs',
  'not_a_number',
  'too_small',
  'too_big',
  'no_such_date',
  'in_future',
  'no_such_time',
  'not_a_choice',
  'nik_length',
  'nik_not_digits',
  'nik_province',
  'nik_date',
  'nik_serial',
  'kk_length',
  'kk_not_digits',
  'phone',
] as const;
export const valueProblem = z.enum(valueProblems);
export type ValueProblem = z.infer<typeof valueProblem>;

/** Values by `section.field`; see `FieldType` in letters.ts for how each is written. */
export const letterValues = z
  .record(z.string().max(90), z.string().max(600))
  .refine((values) => Object.keys(values).length <= 300, 'too many values');
export type LetterValues = z.infer<typeof letterValues>;

/**
 * Two groups of four of Crockford's base 32 ("7K2M-9QXD"); signs that look alike are taken for each other, hyphens and
 * spaces left out. What a scanner reads from the paper is good too: `ANJ2:7K2M9QXD`, or a ticket's `ANJ1:…`.
 */
export const trackingCode = z.string().min(8).max(60);

/** A letter in the list that a resident chooses from. */
export const letterCard = z.object({
  id: z.string(),
  kind: z.enum(['letter', 'redirect']),
  name: bilingual,
  category: z.enum(letterCategories),
  purpose: bilingual,
  words: z.array(z.string()),
  /** Its place among those of every day; null: not among them. */
  everyday: z.int().nullable(),
  /** `desk`: only a clerk fills it in. */
  offered: z.enum(['kiosk', 'desk']),
});
export type LetterCard = z.infer<typeof letterCard>;

/** A letter with its people's fields put in, and only the requirements that this village asks for. */
export const letterInfo = z.object({
  definition: letterFile,
  /** The queue service its people stand in. */
  queueService: z.string(),
  /** Staff help to send the papers of a redirect. */
  assisted: z.boolean(),
});
export type LetterInfo = z.infer<typeof letterInfo>;

const fileErrors = {
  LETTER_UNKNOWN: { status: 404, message: 'There is no such letter here' },
  LETTER_AT_DESK: { status: 409, message: 'This letter is filled in at the desk' },
  /** By field, what is wrong with it. */
  VALUES_WRONG: {
    status: 422,
    message: 'Some answers cannot be',
    data: z.object({ wrong: z.array(z.object({ field: z.string(), problem: valueProblem })) }),
  },
  MATCH_OVER: { status: 409, message: 'The person has to be found again' },
  TICKET_ELSEWHERE: { status: 409, message: 'Whoever has this number does not stand at your counter' },
  TICKET_TAKEN: { status: 409, message: 'This number has a request already' },
} as const;

const requestUnknown = { REQUEST_UNKNOWN: { status: 404, message: 'There is no such request' } } as const;
export const tooOften = {
  TOO_MANY_TRIES: {
    status: 429,
    message: 'Too many tries; the desk helps',
    data: z.object({ retryAt: instant }),
  },
} as const;

export const filedRequest = z.object({
  requestId: z.uuid(),
  /** As it is read: "7K2M-9QXD". */
  tracking: z.string(),
  /** Null where no number is given now; `closed` says why. */
  ticket: z.object({ id: z.uuid(), number: z.string(), peopleAhead: z.int() }).nullable(),
  closed: closedReason.nullable(),
  /** When the letter is promised; null where the desk says it. */
  promisedAt: instant.nullable(),
  /** Of the receipt. */
  printJobId: z.uuid(),
});
export type FiledRequest = z.infer<typeof filedRequest>;

/** What whoever holds the code may know. */
export const trackedRequest = z.object({
  state: requestState,
  since: instant,
  promisedAt: instant.nullable(),
  /** What is missing, in the clerk's words, while it is incomplete. */
  message: z.string().nullable(),
  /** It can be taken back at the kiosk by the last four digits of the phone; else at the desk. */
  cancellable: z.boolean(),
});
export type TrackedRequest = z.infer<typeof trackedRequest>;

/** A request in the desk's list. */
export const requestRow = z.object({
  id: z.uuid(),
  tracking: z.string(),
  letterId: z.string(),
  letterName: bilingual,
  state: requestState,
  /** Empty where it has been purged. */
  applicant: z.string(),
  filedAt: instant,
  since: instant,
  promisedAt: instant.nullable(),
  ticketId: z.uuid().nullable(),
  ticketNumber: z.string().nullable(),
  sensitive: z.boolean(),
});
export type RequestRow = z.infer<typeof requestRow>;

export const requestBoard = z.object({
  at: instant,
  /** Grows with every change; what is shown is asked for again then. */
  revision: z.int(),
  counts: z.partialRecord(requestState, z.int()),
  /** A letter is signed when its signer has said so with an own PIN. */
  signerPin: z.boolean(),
});
export type RequestBoard = z.infer<typeof requestBoard>;

export const requirementState = z.enum(['unchecked', 'ok', 'missing']);
export type RequirementState = z.infer<typeof requirementState>;

export const renderStates = ['queued', 'rendered', 'failed'] as const;
export const issuedLetter = z.object({
  id: z.uuid(),
  paperId: z.string(),
  title: z.string(),
  /** As it stands on the letter. */
  number: z.string(),
  date: day,
  /** `void`: the number is kept with its reason, the letter counts no more. */
  state: z.enum(['issued', 'void']),
  render: z.enum(renderStates),
});
export type IssuedLetter = z.infer<typeof issuedLetter>;

export const requestPage = z.object({
  ...requestRow.shape,
  definition: letterFile,
  forWhom: z.enum(['self', 'other']),
  /** The resident said so at the kiosk. */
  broughtAll: z.boolean(),
  /** The answers of the kiosk, with corrections. Empty when purged. */
  values: letterValues,
  /** Of which fields an older value is kept. */
  corrected: z.array(z.string()),
  /** Filled in from the residents' list, and not yet compared with the KTP by a clerk. */
  unconfirmed: z.array(z.string()),
  /** What a rule warns of and does not refuse. */
  warnings: z.array(
    z.object({ field: z.string(), warning: z.enum(['outside_district', 'birth_date', 'sex', 'century']) }),
  ),
  requirements: z.array(
    z.object({ id: z.string(), state: requirementState, by: z.string().nullable(), at: instant.nullable() }),
  ),
  phone: z.string().nullable(),
  letters: z.array(issuedLetter),
  /** Steps that this person may take now. `approve` is among them only when nothing stands against it. */
  steps: z.array(requestStep),
  /** What still stands against approving. */
  obstacles: z.array(z.enum(['values', 'unconfirmed', 'requirements', 'clock', 'official'])),
  /** Who may sign it, the usual one first. */
  signers: z.array(z.object({ id: z.string(), name: z.string(), position: z.string(), signsAs: z.enum(mandates) })),
  level: z.enum(signingLevels),
  events: z.array(
    z.object({
      step: requestStep,
      state: requestState,
      at: instant,
      /** A person's name, or the device. */
      by: z.string(),
      /** In the words of whoever took the step; null when there are none or they were purged. */
      note: z.string().nullable(),
      undone: z.boolean(),
    }),
  ),
});
export type RequestPage = z.infer<typeof requestPage>;

/** What everybody may know who stands in the lounge, and a program that was let in for it. */
const atLetters = base.meta({ roles: ['kiosk', ...atCounter, 'integration'], scope: 'letters:read' });
const work = base.meta({ roles: atCounter });
const change = work.errors({
  ...mutationErrors,
  ...requestUnknown,
  /** The request is in another state, or this person may not take that step. */
  STEP_REFUSED: {
    status: 409,
    message: 'This step is not possible now',
    data: z.object({
      why: z.enum([
        'state',
        'role',
        'reason',
        'values',
        'unconfirmed',
        'requirements',
        'clock',
        'official',
        'unprinted',
        'pin',
      ]),
    }),
  },
});
const id = z.uuid();
const note = z.string().trim().min(3).max(400);
const signing = {
  id,
  officialId: z.string().max(60),
  /** The next level signs too, where the letter leaves that to the case ("diketahui camat bila diminta"). */
  knownBy: z.boolean().default(false),
};

/** An entry of a register: the Buku Agenda of what went out. */
export const registerEntry = z.object({
  id: z.uuid(),
  register: z.string(),
  year: z.int(),
  seq: z.int(),
  number: z.string(),
  date: day,
  /** What it is about. */
  subject: z.string(),
  /** For whom; empty when purged. */
  addressee: z.string(),
  state: z.enum(['reserved', 'issued', 'void']),
  reason: z.string().nullable(),
  signedBy: z.string(),
  /** From the Buku Ekspedisi: when it was handed over, and by whom. */
  handedOverAt: instant.nullable(),
  handedOverBy: z.string().nullable(),
});
export type RegisterEntry = z.infer<typeof registerEntry>;

const registerBook = z.enum(['agenda', 'ekspedisi']);
/** Null: the whole year. */
const month = z.int().min(1).max(12).nullable();

export const documents = {
  /** What is offered here; empty in a lounge that issues no letters. */
  letters: atLetters
    .route({ method: 'GET', path: '/letters', summary: 'The letters that are issued here' })
    .output(z.array(letterCard)),
  letter: atLetters
    .route({ method: 'GET', path: '/letters/{id}', summary: 'What a letter asks for, and its service standard' })
    .errors({ LETTER_UNKNOWN: fileErrors.LETTER_UNKNOWN })
    .input(z.object({ id: z.string().max(64) }))
    .output(letterInfo),

  /** Files a request; a kiosk only what is offered there. The receipt is printed where it was filed. */
  file: base
    .meta({ roles: ['kiosk', ...atCounter] })
    .errors({ ...mutationErrors, ...fileErrors })
    .input(
      z.object({
        letterId: z.string().max(64),
        forWhom: z.enum(['self', 'other']),
        values: letterValues,
        /** Of `residents.identify`: the hub puts in what its list knows, where no other answer stands. */
        matchId: z.uuid().nullable().default(null),
        /** Fields that get the answer of the one they may be the same as, where the hub alone knows that one. */
        same: z.array(z.string().max(90)).max(40).default([]),
        /** The resident has everything along. */
        broughtAll: z.boolean(),
        /** Where to reach the resident; its last four digits take the request back. */
        phone: z.string().max(30).nullable(),
        priority: priority.nullable(),
        /** A person who is served at a counter needs no number. */
        wantsTicket: z.boolean(),
        /** Of whoever stands at the clerk's counter and asks for it there. */
        ticketId: z.uuid().nullable().default(null),
        requestKey,
      }),
    )
    .output(filedRequest),

  /** By POST: whoever has the code may know the state, so it stands in no address. */
  track: atLetters
    .route({ method: 'POST', path: '/requests/track', summary: 'How far a request is, by its tracking code' })
    .errors({ ...requestUnknown, ...tooOften })
    .input(z.object({ code: trackingCode }))
    .output(trackedRequest),
  /** By whoever filed it. A wrong phone says no more than that the desk helps. */
  withdraw: base
    .meta({ roles: ['kiosk'] })
    .errors({
      ...mutationErrors,
      ...requestUnknown,
      ...tooOften,
      NOT_YOURS: { status: 403, message: 'The desk helps' },
      STEP_REFUSED: { status: 409, message: 'It is too far along to be taken back here' },
    })
    .input(z.object({ code: trackingCode, lastFour: z.string().regex(/^\d{4}$/), requestKey }))
    .output(trackedRequest),

  watch: work.output(eventIterator(requestBoard)),
  /** Newest first within a state; those of today's line and with the oldest promise first while they are open. */
  list: work
    .input(
      z.object({
        states: z.array(requestState).max(requestStates.length),
        /** Part of the applicant's name, a tracking code, or a ticket's number. */
        search: z.string().max(60),
        page: z.int().min(0).max(10_000),
      }),
    )
    .output(z.object({ rows: z.array(requestRow), total: z.int() })),
  /** Reading it is written down. */
  request: work.errors(requestUnknown).input(z.object({ id })).output(requestPage),
  /** The request of whoever stands at the counter with this ticket; null: none. */
  ofTicket: work.input(z.object({ ticketId: id })).output(z.object({ requestId: id.nullable() })),

  correct: change
    .errors({ VALUES_WRONG: fileErrors.VALUES_WRONG })
    .input(z.object({ id, field: z.string().max(90), value: z.string().max(600), requestKey }))
    .output(requestPage),
  /** A clerk has compared these with the KTP: answers that the hub filled in from the residents' list. */
  confirm: change
    .input(z.object({ id, fields: z.array(z.string().max(90)).min(1).max(60), requestKey }))
    .output(requestPage),
  tick: change
    .errors({ REQUIREMENT_UNKNOWN: { status: 404, message: 'This letter asks for no such thing' } })
    .input(z.object({ id, requirementId: z.string().max(60), state: requirementState, requestKey }))
    .output(requestPage),
  /** `ask`, `reject` and `undo` need a note; the kiosk shows that of `ask`. */
  step: change.input(z.object({ id, step: z.enum(deskSteps), note: note.nullable(), requestKey })).output(requestPage),
  /** Gives the numbers, enters the letters into the register and has them made, in one. */
  approve: change.input(z.object({ ...signing, requestKey })).output(requestPage),
  /** "Sudah ditandatangani dan distempel", for several at once; each stands or falls for itself. */
  signedMany: base
    .meta({ roles: ['verifier', 'signer', 'supervisor'] })
    .errors(mutationErrors)
    .input(z.object({ ids: z.array(id).min(1).max(100), requestKey }))
    .output(z.object({ signed: z.array(id), refused: z.array(id) })),

  /** Whose PIN says that a letter is signed. */
  signers: work.output(z.array(z.object({ id: z.uuid(), name: z.string() }))),
  /** As `signedMany`, said by the signer at a clerk's machine. It is an entry in the office's own records, no signature. */
  signWithPin: work
    .errors({ ...mutationErrors, ...pinErrors })
    .input(z.object({ ids: z.array(id).min(1).max(100), personId: z.uuid(), pin, requestKey }))
    .output(z.object({ signed: z.array(id), refused: z.array(id) })),

  /** The letter as it would be made now, a watermark across it and no number on it; a PDF in base64 per paper. */
  preview: work
    .errors({
      ...requestUnknown,
      VALUES_WRONG: fileErrors.VALUES_WRONG,
      LETTER_NOT_MADE: { status: 503, message: 'The letter could not be made now' },
    })
    .input(z.object(signing))
    .output(z.object({ papers: z.array(z.object({ title: z.string(), pdf: z.string() })) })),
  /** An issued letter, a PDF in base64. Reading it is written down. */
  pdf: work
    .errors({
      LETTER_UNKNOWN: fileErrors.LETTER_UNKNOWN,
      LETTER_NOT_MADE: { status: 503, message: 'The letter is being made' },
    })
    .input(z.object({ id }))
    .output(z.object({ title: z.string(), number: z.string(), pdf: z.string() })),

  /**
   * A book of a year or month, latest first: the Buku Agenda by the dates of the letters, the Buku Ekspedisi by when they
   * were handed over.
   */
  register: work
    .input(
      z.object({
        book: registerBook.default('agenda'),
        year: z.int().min(2000).max(2200),
        month: month.default(null),
        register: z.string().max(40).nullable(),
        page: z.int().min(0).max(10_000),
      }),
    )
    .output(z.object({ entries: z.array(registerEntry), total: z.int(), registers: z.array(z.string()) })),
  /** The same as a file, earliest first; that it was made is written down. */
  exportRegister: base
    .meta({ roles: ['verifier', 'supervisor'] })
    .errors({ BOOK_NOT_MADE: { status: 503, message: 'The book could not be made now' } })
    .input(
      z.object({
        book: registerBook,
        year: z.int().min(2000).max(2200),
        month,
        register: z.string().max(40).nullable(),
        format: z.enum(['csv', 'pdf']).default('csv'),
      }),
    )
    .output(
      z.discriminatedUnion('format', [
        z.object({ format: z.literal('csv'), name: z.string(), text: z.string() }),
        /** In base64. */
        z.object({ format: z.literal('pdf'), name: z.string(), pdf: z.string() }),
      ]),
    ),
  /** Keeps the next number for a letter that is made by hand. */
  reserve: base
    .meta({ roles: ['verifier', 'supervisor'] })
    .errors({
      ...mutationErrors,
      LETTER_UNKNOWN: fileErrors.LETTER_UNKNOWN,
      CLOCK_UNCONFIRMED: { status: 409, message: 'No number or date before a person has confirmed the clock' },
    })
    .input(z.object({ letterId: z.string().max(64), subject: z.string().trim().min(3).max(120), requestKey }))
    .output(registerEntry),
  /** The number stays, with its reason; it is never given again. Only of a letter that belongs to no open request. */
  voidNumber: base
    .meta({ roles: ['supervisor'] })
    .errors({
      ...mutationErrors,
      NUMBER_UNKNOWN: { status: 404, message: 'There is no such number' },
      NUMBER_IN_USE: { status: 409, message: 'It is void already, or its request is still open' },
    })
    .input(z.object({ id, reason: note, requestKey }))
    .output(registerEntry),

  /** Periksa keaslian surat: what a letter's code says. It checks the register, and is no electronic signature. */
  verify: atLetters
    .route({ method: 'POST', path: '/letters/verify', summary: 'What the register says of the code on a letter' })
    .errors(tooOften)
    .input(z.object({ token: z.string().min(1).max(1200) }))
    .output(
      z.discriminatedUnion('result', [
        /** Not a code of such a letter, or changed. */
        z.object({ result: z.literal('false') }),
        z.object({ result: z.literal('unknown_issuer') }),
        z.object({
          result: z.literal('issued'),
          number: z.string(),
          kind: z.string(),
          date: day,
          /** "S*** A******". */
          name: z.string(),
          issuer: z.string(),
          /** Null where another office issued it: ask there. Also where this one did, and its register does not know it. */
          now: z.enum(['issued', 'void', 'expired']).nullable(),
          /** Of the regency's list that names the other office; null: this office issued it. */
          listDate: day.nullable(),
        }),
      ]),
    ),
};
