import { z } from 'zod';
import { base, instant, mutationErrors, requestKey } from './base.ts';
import { scopes } from './principal.ts';

export const scope = z.enum(scopes);

/** A program beside the lounge that asks over REST: who made it for what, never its token. */
export const integration = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(scope),
  madeAt: instant,
  lastUsedAt: instant.nullable(),
});
export type Integration = z.infer<typeof integration>;

const unknown = { INTEGRATION_UNKNOWN: { status: 404, message: 'There is no such token' } } as const;
const supervise = base.meta({ roles: ['supervisor'] }).errors(mutationErrors);

export const integrations = {
  list: base.meta({ roles: ['supervisor'] }).output(z.array(integration)),

  /**
   * The token is given this once; the lounge keeps only its hash. A repeated request key gives the same program another
   * token in its place; INTEGRATION_UNKNOWN when it was turned away meanwhile.
   */
  add: supervise
    .errors(unknown)
    .input(
      z.object({
        name: z.string().trim().min(2).max(60),
        scopes: z.array(scope).min(1).max(scopes.length),
        requestKey,
      }),
    )
    .output(z.object({ id: z.uuid(), token: z.string() })),

  /** Its token dies and its connections close within a second. */
  revoke: supervise
    .errors(unknown)
    .input(z.object({ id: z.uuid(), requestKey }))
    .output(z.object({})),
};
