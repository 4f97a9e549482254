import { z } from 'zod';
import { base, bilingual, instant, mutationErrors, requestKey } from './base.ts';
import { unitType } from './catalogue.ts';

/**
 * What each office tells the regency once a day about its machine. Nothing about people: numbers of tickets and requests
 * are counts.
 */

/** A state in one word; a later version may know words that this one does not. */
const word = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/);
const count = z.int().min(0).max(999_999);

export const diskClasses = ['good', 'low', 'full', 'unknown'] as const;

/** The body of a status, as it is signed. Names are short: it goes through a QR code too. */
export const statusBody = z.object({
  v: z.literal(1),
  of: z.literal('anjungan'),
  /** The machine's public key (Ed25519, 32 bytes in base64url), by which the status is signed: its enrolment as well. */
  key: z.string().regex(/^[\w-]{43}$/),
  /** The Ministry's code of the village. */
  code: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
  unit: unitType,
  /** Grows with each status of this key, whatever the clock does. */
  seq: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  at: instant,
  version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}(-[\w.]{1,20})?$/),
  /** The worst of the office's printers; see printerConditions. */
  printer: word,
  /** Whether somebody or the past vouches for the clock. */
  clock: z.boolean(),
  /** Hours since the last good backup; null: there is none. */
  backup: count.nullable(),
  /** `full` below 500 MB, `low` below 5 GB. */
  disk: z.enum(diskClasses),
  /** Given on the service day. */
  tickets: count,
  /** Requests for letters that are not finished. */
  waiting: count,
  /** Hours since the program started. */
  up: count,
  /** Why no numbers are given. */
  stands: z.array(word).max(8),
  /** How updating stands, in one word. */
  update: word,
});
export type StatusBody = z.infer<typeof statusBody>;

/** A compact JWS. */
export const statusText = z.string().max(2000);

/** Why this machine cannot report. */
export const fleetProblem = z.enum([
  /** Nobody has said which village this is. */
  'no_village',
  /** The data were made on another machine: a person says first what became of that one. */
  'other_machine',
]);
export type FleetProblem = z.infer<typeof fleetProblem>;

export const fleetState = z.object({
  /** Signs by which the regency knows this machine; in groups of four, to be read out. */
  fingerprint: z.string(),
  /** "Tambakrejo"; null: not said yet. */
  village: z.object({ code: z.string(), name: z.string(), district: z.string() }).nullable(),
  /** Where statuses go by themselves. */
  address: z.string().nullable(),
  problem: fleetProblem.nullable(),
  /** The newest that was made. */
  last: z.object({ text: statusText, body: statusBody }).nullable(),
  /** The newest that the regency's server took over. */
  sentAt: instant.nullable(),
  unsent: z.int(),
  /** Whether the last try to send failed. */
  failing: z.boolean(),
  /** Whether there is a second place for files, that of the backups. */
  secondPlace: z.boolean(),
  /** What is wrong with this machine's site.json, and where; null: nothing, or there is none. */
  siteProblem: bilingual.nullable(),
});
export type FleetState = z.infer<typeof fleetState>;

const supervise = base.meta({ roles: ['supervisor'] });
const cannotReport = {
  CANNOT_REPORT: { status: 409, message: 'This machine cannot report yet', data: z.object({ problem: fleetProblem }) },
} as const;

export const fleet = {
  state: supervise.output(fleetState),

  /** Where the daily status is sent; null: nowhere. */
  setAddress: supervise
    .errors(mutationErrors)
    .input(
      z.object({
        address: z
          .url({ protocol: /^https$/ })
          .max(300)
          .nullable(),
        requestKey,
      }),
    )
    .output(fleetState),

  /** A fresh status, for whoever takes its picture or its file. It is sent as well, where there is an address. */
  makeNow: supervise
    .errors({ ...mutationErrors, ...cannotReport })
    .input(z.object({ requestKey }))
    .output(fleetState),

  /** Puts the newest status as a file beside the backups' second copies. */
  putAtSecondPlace: supervise
    .errors({
      ...mutationErrors,
      ...cannotReport,
      SECOND_PLACE_GONE: { status: 409, message: 'The second place is not there, or cannot be written' },
    })
    .input(z.object({ requestKey }))
    .output(z.object({ name: z.string() })),

  /** `moved`: this machine stands in for the old one. `copy`: the old one works on, so this one gets a key of its own. */
  answerMachine: supervise
    .errors({ ...mutationErrors, NOT_ASKED: { status: 409, message: 'Nobody asked' } })
    .input(z.object({ answer: z.enum(['moved', 'copy']), requestKey }))
    .output(fleetState),
};
