import { implement, ORPCError } from '@orpc/server';
import { contract } from '../contract/index.ts';
import type { Actor } from '../contract/principal.ts';
import { DomainError } from './ops/domain-error.ts';

/** What every call carries, whatever it came over. */
export interface ApiContext {
  /** Null: nobody has signed in on this connection. */
  readonly principal: Actor | null;
}

/** The contract behind its gatekeeper. Routers are made from it, so no procedure can be reached around it. */
export function makeApi(report: (error: unknown) => void) {
  return implement(contract)
    .$context<ApiContext>()
    .use(async ({ context, procedure, next }) => {
      const { roles } = procedure['~orpc'].meta;
      const { principal } = context;
      if (!principal) throw known(procedure, 'UNAUTHORIZED');
      // No roles, no entry: a procedure that forgot them is open to nobody.
      if (!roles.includes(principal.role)) throw known(procedure, 'FORBIDDEN');
      try {
        return await next({ context: { by: principal } });
      } catch (error) {
        throw word(procedure, error, report);
      }
    });
}

export type Api = ReturnType<typeof makeApi>;

interface Procedure {
  readonly '~orpc': { readonly errorMap: Readonly<Record<string, { status?: number; message?: string } | undefined>> };
}

function known(procedure: Procedure, code: string, data?: unknown): ORPCError<string, unknown> {
  const declared = procedure['~orpc'].errorMap[code];
  return new ORPCError(code, {
    defined: true,
    status: declared?.status ?? 500,
    message: declared?.message ?? code,
    data: data ?? null,
  });
}

/** A rule's no becomes the contract's error; anything else is reported and stays inside. */
function word(procedure: Procedure, error: unknown, report: (error: unknown) => void): unknown {
  if (error instanceof ORPCError) return error;
  if (error instanceof DomainError && procedure['~orpc'].errorMap[error.code])
    return known(procedure, error.code, error.data);
  if ((error as { code?: string }).code === 'SQLITE_FULL') return known(procedure, 'STORE_FULL');
  report(error);
  return new ORPCError('INTERNAL_SERVER_ERROR', { status: 500, message: 'Something went wrong here', data: null });
}
