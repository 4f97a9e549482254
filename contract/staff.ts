import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, instant, mutationErrors, requestKey } from './base.ts';
import { atCounter, deviceKinds, staffRoles } from './principal.ts';

export const staffRole = z.enum(staffRoles);

/** Six digits; repeated and sequential ones are refused with PIN_WEAK. */
export const pin = z.string().regex(/^\d{6}$/, 'must be six digits');

const personName = z.string().trim().min(2).max(60);
const personId = z.uuid();

/** Who sits at this machine; never a PIN, never another person's data. */
export const session = z.object({
  at: instant,
  device: z.object({ id: z.string(), name: z.string(), kind: z.enum(deviceKinds) }),
  /** The person who signed in here, also while the screen is locked. */
  person: z.object({ id: personId, name: z.string(), role: staffRole }).nullable(),
  /** Locked after idle minutes, or by the person: PIN again. */
  locked: z.boolean(),
  /** Seconds until it locks by itself; null while nobody is signed in, or it is locked. */
  locksInSeconds: z.int().nullable(),
  /** After too many wrong PINs the device itself refuses for a while, also over a restart. */
  deviceLockedSeconds: z.int().nullable(),
  /** No supervisor yet: the one-time code of the hub's own screen makes the first. */
  setUpNeeded: z.boolean(),
  /** The counter this person holds and what stands there: stays visible while locked. */
  counter: z.object({ id: z.string(), number: z.string().nullable(), servingSeconds: z.int().nullable() }).nullable(),
});
export type StaffSession = z.infer<typeof session>;

export const account = z.object({
  id: personId,
  name: z.string(),
  role: staffRole,
  active: z.boolean(),
  lastSignedInAt: instant.nullable(),
});
export type Account = z.infer<typeof account>;

export const pinErrors = {
  PIN_WRONG: { status: 401, message: 'Wrong PIN', data: z.object({ retrySeconds: z.int() }) },
  PIN_SLOW: { status: 429, message: 'Wait before the next try', data: z.object({ retrySeconds: z.int() }) },
  DEVICE_LOCKED: { status: 423, message: 'This device is locked', data: z.object({ seconds: z.int() }) },
} as const;
const weak = { PIN_WEAK: { status: 400, message: 'Repeated or sequential digits are not a PIN' } } as const;
const unknown = { PERSON_UNKNOWN: { status: 404, message: 'There is no such person' } } as const;
const nameTaken = { status: 409, message: 'There is such a name already' } as const;
const last = { LAST_SUPERVISOR: { status: 409, message: 'One active supervisor must remain' } } as const;

const supervise = base.meta({ roles: ['supervisor'] }).errors(mutationErrors);

export const staff = {
  watch: base.meta({ roles: ['kiosk', 'counter', ...atCounter] }).output(eventIterator(session)),

  /** Names to choose from at the sign-in screen. */
  people: base.meta({ roles: ['counter', ...atCounter] }).output(z.array(z.object({ id: personId, name: z.string() }))),

  /**
   * Once, with the code that the hub's own screen shows: the first supervisor and the maintenance PIN. After a recovery
   * an active person of this name gets the new PIN, and the role; the maintenance PIN may then be left as it is.
   */
  setUp: base
    .meta({ roles: ['kiosk', 'counter'] })
    .errors({
      ...mutationErrors,
      ...weak,
      CODE_WRONG: { status: 401, message: 'The set-up code is wrong, was used, or was tried too often' },
      DEVICE_LOCKED: pinErrors.DEVICE_LOCKED,
      MAINTENANCE_PIN_MISSING: { status: 400, message: 'The first supervisor makes the maintenance PIN as well' },
    })
    .input(
      z.object({ code: z.string().min(1).max(20), name: personName, pin, maintenancePin: pin.optional(), requestKey }),
    )
    .output(z.object({ personId })),

  /** Somebody there is not, or who has left, gets PIN_WRONG like a wrong PIN. Whoever was signed in here is signed out. */
  signIn: base
    .meta({ roles: ['counter', ...atCounter] })
    .errors({ ...mutationErrors, ...pinErrors })
    .input(z.object({ personId, pin, requestKey }))
    .output(z.object({ personId })),
  /** The same person again, after a lock. */
  unlock: base
    .meta({ roles: ['counter', ...atCounter] })
    .errors({ ...mutationErrors, ...pinErrors, NOT_SIGNED_IN: { status: 409, message: 'Nobody is signed in here' } })
    .input(z.object({ pin, requestKey }))
    .output(z.object({ personId })),
  /** A counter that the person holds is closed in the same step, unless somebody stands there. */
  signOut: base
    .meta({ roles: ['counter', ...atCounter] })
    .errors(mutationErrors)
    .input(z.object({ requestKey }))
    .output(z.object({})),
  /** As the others here harmless to repeat, also by the locked screen whose first reply was lost. */
  lock: base
    .meta({ roles: ['counter', ...atCounter] })
    .errors(mutationErrors)
    .input(z.object({ requestKey }))
    .output(z.object({})),
  /** Somebody touched key or mouse; at most one a half minute is sent. */
  stay: base.meta({ roles: atCounter }).output(z.object({})),
  changePin: base
    .meta({ roles: atCounter })
    .errors({ ...mutationErrors, ...pinErrors, ...weak })
    .input(z.object({ pin, newPin: pin, requestKey }))
    .output(z.object({})),

  accounts: base.meta({ roles: ['supervisor'] }).output(z.array(account)),
  add: supervise
    .errors({ ...weak, NAME_TAKEN: nameTaken })
    .input(z.object({ name: personName, role: staffRole, pin, requestKey }))
    .output(z.object({ personId })),
  change: supervise
    .errors({ ...unknown, ...last, NAME_TAKEN: nameTaken })
    .input(z.object({ personId, name: personName, role: staffRole, active: z.boolean(), requestKey }))
    .output(account),
  resetPin: supervise
    .errors({ ...unknown, ...weak })
    .input(z.object({ personId, pin, requestKey }))
    .output(z.object({})),
};
