import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { MaintenanceContract } from '../../contract/maintenance.ts';
import { type Bridge, dialPort } from '../client/dial.ts';

/** What the maintenance screen may ask of its machine. */
export type MaintenanceClient = ContractRouterClient<MaintenanceContract>;

/** The window's one port: when it is gone, so is the window. */
export async function connect(page: Window, bridge: Bridge): Promise<MaintenanceClient> {
  const wire = await dialPort(page, bridge)(AbortSignal.timeout(10_000));
  const events = new EventTarget();
  wire.open({
    frame: (data) => events.dispatchEvent(new MessageEvent('message', { data })),
    closed: () => events.dispatchEvent(new Event('close')),
  });
  return createORPCClient<MaintenanceClient>(
    new RPCLink({
      port: {
        addEventListener: events.addEventListener.bind(events),
        postMessage: (frame: unknown) => wire.send(String(frame)),
      },
    }),
  );
}

/** The code of a refusal, and a number or text of its data. */
export function refusalOf(error: unknown): { code: string; retrySeconds: number; why: string } {
  const code = error instanceof ORPCError ? String(error.code) : 'UNREACHABLE';
  const data = (error instanceof ORPCError ? (error.data ?? {}) : {}) as { retrySeconds?: number; why?: string };
  return { code, retrySeconds: data.retrySeconds ?? 0, why: data.why ?? '' };
}
