import { implement, ORPCError } from '@orpc/server';
import { contract } from '../contract/index.ts';
import type { Actor, ProcedureMeta } from '../contract/principal.ts';
import type { Caller } from './ops/caller.ts';
import { DomainError } from './ops/domain-error.ts';
import { guarded } from './ops/guarded.ts';

/** What every call carries, whatever it came over. */
export interface ApiContext {
  /** Null: nobody that the lounge knows. */
  readonly caller: Caller | null;
}

/** The contract behind its gatekeeper. Routers are made from it, so no procedure can be reached around it. */
export function makeApi(report: (error: unknown) => void) {
  return implement(contract)
    .$context<ApiContext>()
    .use(async ({ context, procedure, next }) => {
      const { caller } = context;
      if (!caller) throw known(procedure, 'UNAUTHORIZED');
      const by = admit(procedure, caller);
      // Only what changes something has a request key.
      if (procedure['~orpc'].errorMap['REQUEST_KEY_REUSED']) caller.active();
      try {
        const result = await next({ context: { by, caller } });
        return isStream(result.output)
          ? { ...result, output: whileAdmitted(result.output, procedure, caller, by) }
          : result;
      } catch (error) {
        throw word(procedure, error, report);
      }
    });
}

export type Api = ReturnType<typeof makeApi>;

interface Procedure {
  readonly '~orpc': {
    readonly meta: ProcedureMeta;
    readonly errorMap: Readonly<Record<string, { status?: number; message?: string } | undefined>>;
  };
}

/** Who asks now. @throws ORPCError UNAUTHORIZED, FORBIDDEN */
function admit(procedure: Procedure, caller: Caller): Actor {
  const by = caller.actor();
  if (!by) throw known(procedure, 'UNAUTHORIZED');
  // No roles, no entry: a procedure that forgot them is open to nobody.
  const { roles, scope } = procedure['~orpc'].meta;
  if (!roles.includes(by.role)) throw known(procedure, 'FORBIDDEN');
  // A program needs the scope besides, and a procedure that names none is open to no program.
  if (by.role === 'integration' && (!scope || !caller.scopes?.includes(scope))) throw known(procedure, 'FORBIDDEN');
  return by;
}

/** A stream ends at once for whoever may not begin it any more, or for a person when another one sits there. */
function whileAdmitted(stream: AsyncIterator<unknown>, procedure: Procedure, caller: Caller, begunBy: Actor) {
  const { roles } = procedure['~orpc'].meta;
  // What the machine may watch with nobody at it is not about the person.
  const ofDevice = caller.device !== null && roles.includes(caller.device.kind);
  return guarded(stream, {
    onChange: (changed) => caller.onChange(changed),
    refusal: () => {
      try {
        const by = admit(procedure, caller);
        return ofDevice || by.person === begunBy.person ? null : known(procedure, 'FORBIDDEN');
      } catch (error) {
        return error as Error;
      }
    },
  });
}

function isStream(output: unknown): output is AsyncIterator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
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
