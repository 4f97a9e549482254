import { implement, ORPCError } from '@orpc/server';
import { maintenance as contract } from '../../contract/maintenance.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Maintenance } from './maintenance.ts';
import type { PinDoor } from './pin-door.ts';
import type { Visit } from './visit.ts';

export interface MaintenanceContext {
  readonly visit: Visit;
}

/** The contract behind the PIN: what is not marked as open answers nobody before it. */
export function maintenanceRouter(its: Maintenance, door: PinDoor, report: (error: unknown) => void) {
  const api = implement(contract)
    .$context<MaintenanceContext>()
    .use(async ({ context, procedure, next }) => {
      const { meta, errorMap } = procedure['~orpc'];
      const word = (code: string, data: unknown = null) => {
        const declared = (errorMap as Record<string, { status?: number; message?: string } | undefined>)[code];
        const { status = 500, message = code } = declared ?? {};
        return new ORPCError(code, { defined: true, status, message, data });
      };
      if (!meta.open && !context.visit.isUnlocked) throw word('PIN_FIRST');
      try {
        return await next();
      } catch (error) {
        if (error instanceof ORPCError) throw error;
        if (error instanceof DomainError) throw word(error.code, error.data);
        report(error);
        throw word('INTERNAL_SERVER_ERROR');
      }
    });
  return api.router({
    door: api.door.handler(() => ({ isPinSet: door.isPinSet, waitSeconds: door.waitSeconds })),
    unlock: api.unlock.handler(({ input, context }) => context.visit.unlock(input.pin)),
    leave: api.leave.handler(({ context }) => {
      // Its own answer goes first.
      setImmediate(() => context.visit.leave());
    }),
    state: api.state.handler(() => its.state()),
    stay: api.stay.handler(({ context }) => context.visit.stay()),
    log: api.log.handler(() => its.log()),
    selfTest: api.selfTest.handler(async function* ({ signal }) {
      yield* its.selfTest(signal ?? new AbortController().signal);
    }),
    backups: api.backups.handler(() => [...its.backups()]),
    restore: api.restore.handler(({ input, context }) =>
      context.visit.busy(() => its.restore(input.id, input.recoveryKey)),
    ),
    act: api.act.handler(({ input }) => its.act(input.what)),
  });
}
