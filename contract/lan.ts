import { z } from 'zod';
import { base, mutationErrors, requestKey } from './base.ts';

/** A network that the hub is in. */
export const lanInterface = z.object({
  /** As the system calls it: `enp3s0`, `Wi-Fi`. */
  name: z.string(),
  /** IPv4, at this moment. */
  address: z.string(),
});
export type LanInterface = z.infer<typeof lanInterface>;

/** Why the LAN is on but does not answer. It is tried again by itself. */
export const lanProblem = z.enum([
  /** The chosen network has no address: no cable, no Wi-Fi, no router. */
  'no_address',
  /** Another program has the port. */
  'port_taken',
  /** The hub's key is damaged or missing; only a backup helps. */
  'key_unusable',
  'failed',
]);
export type LanProblem = z.infer<typeof lanProblem>;

export const lanState = z.object({
  enabled: z.boolean(),
  /** The chosen network; kept while it is off. */
  interface: z.string().nullable(),
  port: z.int(),
  /** Whether other machines are answered now. */
  running: z.boolean(),
  problem: lanProblem.nullable(),
  /** SHA-256 of the hub's public key (SPKI), base64url; null while it does not run. */
  fingerprint: z.string().nullable(),
  /** `https://…`: the address first, then the names under which the hub may be found; none while it does not run. */
  addresses: z.array(z.string()),
});
export type LanState = z.infer<typeof lanState>;

const supervisor = base.meta({ roles: ['supervisor'] });

/** The lounge's own network: off until a supervisor chooses one. */
export const lan = {
  interfaces: supervisor.output(z.array(lanInterface)),
  get: supervisor.output(lanState),
  /** Takes effect at once; whoever is connected has to come again. */
  set: supervisor
    .errors({
      ...mutationErrors,
      INTERFACE_UNKNOWN: { status: 404, message: 'This machine is in no such network' },
    })
    .input(
      z.object({
        enabled: z.boolean(),
        interface: z.string().min(1).max(100),
        port: z.int().min(1024).max(65_535),
        requestKey,
      }),
    )
    .output(lanState),
};
