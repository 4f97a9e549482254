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
  madeBy: z.object({ id: z.string(), name: z.string() }),
  /** Null while nobody has used the token that is good now. Exact while the hub runs, to the hour over a restart. */
  lastUsedAt: instant.nullable(),
});
export type Integration = z.infer<typeof integration>;

const nameTaken = { NAME_TAKEN: { status: 409, message: 'Another program has this name' } } as const;
const unknown = { INTEGRATION_UNKNOWN: { status: 404, message: 'There is no such token' } } as const;
const supervise = base.meta({ roles: ['supervisor'] }).errors(mutationErrors);

export const integrations = {
  list: base.meta({ roles: ['supervisor'] }).output(z.array(integration)),

  /**
   * The token is given this once; the lounge keeps only its hash. A repeated request key gives the same program another
   * token in its place; INTEGRATION_UNKNOWN when it was turned away meanwhile.
   */
  add: supervise
    .errors({ ...unknown, ...nameTaken })
    .input(
      z.object({
        name: z.string().trim().min(2).max(60),
        scopes: z.array(scope).min(1).max(scopes.length),
        requestKey,
      }),
    )
    .output(z.object({ id: z.uuid(), token: z.string() })),

  /** The same program, another token, given this once; with the old one die its connections. A repeated key gives yet another. */
  replaceToken: supervise
    .errors(unknown)
    .input(z.object({ id: z.uuid(), requestKey }))
    .output(z.object({ token: z.string() })),

  /** Its token dies and its connections close within a second. */
  revoke: supervise
    .errors(unknown)
    .input(z.object({ id: z.uuid(), requestKey }))
    .output(z.object({})),
};
