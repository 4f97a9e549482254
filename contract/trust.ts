import { z } from 'zod';
import { base, instant, mutationErrors, requestKey } from './base.ts';

/** Which other offices' letters this one can check: a list that the regency signs, and this office's own key for it. */

/** A compact JWS (EdDSA) of `{ v: 1, list: "anjungan-trust", sequence, date, offices: [{ id, issuer, x }] }`. */
export const trustListFile = z.string().trim().min(20).max(2_000_000);

export const trustState = z.object({
  /** This office's own key, for the regency's list. */
  own: z.object({ id: z.string(), issuer: z.string(), x: z.string() }),
  /** Null: none was taken over yet. */
  list: z
    .object({
      sequence: z.int(),
      date: z.iso.date(),
      takenAt: instant,
      from: z.enum(['file', 'feed']),
      offices: z.int(),
    })
    .nullable(),
  /** Fingerprint of the key that the list must be signed with; null: village.json names none. */
  signer: z.string().nullable(),
  /** Where newer lists come from by themselves; null: only by file. */
  feed: z.string().nullable(),
  /** How the last look at the feed went; null: not yet looked. */
  fed: z.object({ at: instant, result: z.enum(['same', 'taken', 'unreachable', 'wrong']) }).nullable(),
});
export type TrustState = z.infer<typeof trustState>;

const supervise = base.meta({ roles: ['supervisor'] });

export const trust = {
  state: supervise.output(trustState),
  /** Takes over a list from a file. The older of two lists never takes the place of the newer one. */
  take: supervise
    .errors({
      ...mutationErrors,
      NO_SIGNER: { status: 409, message: 'The village names no key of the regency' },
      LIST_FALSE: { status: 422, message: 'This list is not signed by the regency, or was changed' },
      LIST_OLDER: { status: 409, message: 'A newer list is here already' },
    })
    .input(z.object({ list: trustListFile, requestKey }))
    .output(trustState),
};
