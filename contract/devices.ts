import { z } from 'zod';
import { base, instant, mutationErrors, requestKey } from './base.ts';
import { deviceKinds } from './principal.ts';

export const deviceKind = z.enum(deviceKinds);

/** What one display is to show and how loud, where it differs from the lounge's others. */
export const displaySetting = z.object({
  /** 0 to 1; null: as loud as the lounge. */
  volume: z.number().min(0).max(1).nullable(),
  /** Ids of the counters that it shows and calls for; null: all. */
  counters: z.array(z.string().max(64)).min(1).max(40).nullable(),
  language: z.enum(['id', 'en']),
});
export type DisplaySetting = z.infer<typeof displaySetting>;

/** A machine of the lounge, as the supervisor sees it. */
export const device = z.object({
  id: z.string(),
  kind: deviceKind,
  name: z.string(),
  /** Null: the hub's own. */
  pairedAt: instant.nullable(),
  lastSeenAt: instant.nullable(),
  connected: z.boolean(),
  lockedSeconds: z.int().nullable(),
  /** Null: it is no display. */
  display: displaySetting.nullable(),
});
export type Device = z.infer<typeof device>;

/** What the supervisor's screen shows a joining machine: where, whom to trust, and the code. */
export const pairing = z.object({
  /** Eight characters of Crockford's base 32 in two groups: `7Q4K-M2XV`. */
  code: z.string(),
  expiresAt: instant,
  /** Where the joining machine finds the hub, best first; `https://…` when the LAN is on, else loopback. */
  addresses: z.array(z.string()),
  /** SHA-256 of the hub's public key (SPKI), base64url; null on loopback. */
  fingerprint: z.string().nullable(),
});
export type Pairing = z.infer<typeof pairing>;

const supervise = base.meta({ roles: ['supervisor'] }).errors(mutationErrors);
const unknown = { DEVICE_UNKNOWN: { status: 404, message: 'There is no such device' } } as const;

export const devices = {
  list: base.meta({ roles: ['supervisor'] }).output(z.array(device)),

  /** Makes a code for one machine; it dies after five minutes, five wrong tries, or its use. One at a time. */
  beginPairing: supervise
    .input(z.object({ kind: deviceKind, name: z.string().trim().min(1).max(40), requestKey }))
    .output(pairing),
  endPairing: supervise.input(z.object({ requestKey })).output(z.object({})),

  /** Its token dies and its connections close within a second. */
  revoke: supervise
    .errors(unknown)
    .input(z.object({ id: z.string().max(64), requestKey }))
    .output(z.object({})),
  rename: supervise
    .errors(unknown)
    .input(z.object({ id: z.string().max(64), name: z.string().trim().min(1).max(40), requestKey }))
    .output(z.object({})),
  /** Holds on that display at once. */
  setDisplay: supervise
    .errors({ ...unknown, NOT_A_DISPLAY: { status: 409, message: 'Only a display can be set so' } })
    .input(z.object({ id: z.string().max(64), ...displaySetting.shape, requestKey }))
    .output(z.object({})),
  /** Ends the lock that wrong PINs brought. */
  unlock: supervise
    .errors(unknown)
    .input(z.object({ id: z.string().max(64), requestKey }))
    .output(z.object({})),
};
