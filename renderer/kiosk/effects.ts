import { useEffect } from 'react';
import { CallError, type KioskClient } from '../client.ts';
import type { FlowEvent, FlowState } from './flow-state.ts';
import type { Closure } from './menu.ts';
import type { Send } from './use-flow.ts';

/** What the flow wants from the hub: asks for the number while `taking`, and calls for help once. */
export function useEffects(state: FlowState, client: KioskClient, send: Send): void {
  const asking = state.screen.name === 'taking' && state.screen.retryAt === null ? state.screen : null;
  const order = asking?.order ?? null;
  const attempt = asking?.attempt ?? 0;
  useEffect(() => {
    if (order === null || attempt === 0) return;
    const { requestKey } = order;
    client.queue.take(order).then(
      (ticket) => send({ type: 'taken', requestKey, ticket }),
      (error: unknown) => send(refusal(error, requestKey)),
    );
  }, [order, attempt, client, send]);

  const helpKey = state.help?.state === 'sending' ? state.help.requestKey : null;
  useEffect(() => {
    if (helpKey === null) return;
    client.lounge.callForHelp({ requestKey: helpKey }).then(
      ({ id }) => send({ type: 'helpSent', requestKey: helpKey, id }),
      () => send({ type: 'helpFailed', requestKey: helpKey }),
    );
  }, [helpKey, client, send]);
}

function refusal(error: unknown, requestKey: string): FlowEvent {
  const code = error instanceof CallError ? error.code : null;
  switch (code) {
    case 'UNREACHABLE':
      return { type: 'unreachable', requestKey };
    case 'SERVICE_CLOSED':
      return { type: 'closed', requestKey, closure: (error as CallError).data as Closure };
    case 'SERVICE_UNKNOWN':
      return { type: 'closed', requestKey, closure: null };
    default:
      return { type: 'broken', requestKey };
  }
}
