import { useEffect } from 'react';
import type { QueueSnapshot } from '../../contract/queue.ts';
import { CallError, type KioskClient } from '../client.ts';
import type { CheckProblem, FlowEvent, FlowState, Wanted } from './flow-state.ts';
import type { Closure } from './menu.ts';
import type { Send } from './use-flow.ts';

/** What the flow wants from the hub: asks for the number while `taking`, passes on what became of a slip, looks a ticket up, and calls for help once. */
export function useEffects(state: FlowState, queue: QueueSnapshot | undefined, client: KioskClient, send: Send): void {
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

  const ticket = state.screen.name === 'ticket' ? state.screen : null;
  const jobId = ticket?.ticket.printJobId ?? null;
  const answer = ticket?.question?.step === 'answering' && ticket.question.retryAt === null ? ticket.question : null;
  useEffect(() => {
    if (answer === null || jobId === null) return;
    const { came, requestKey } = answer;
    client.printing.answerSlip({ id: jobId, came, requestKey }).then(
      ({ printJobId }) => send({ type: 'slipAnswered', requestKey, printJobId }),
      (error: unknown) => send({ type: isUnreachable(error) ? 'slipUnreachable' : 'slipRefused', requestKey }),
    );
  }, [answer, jobId, client, send]);

  const { lookup } = state;
  useEffect(() => {
    if (lookup === null) return;
    ticketOf(lookup, client).then(
      (ticket) => send({ type: 'found', wanted: lookup, ticket }),
      (error: unknown) => send({ type: 'notFound', wanted: lookup, problem: problemOf(error) }),
    );
  }, [lookup, client, send]);

  // Whoever looks at a ticket sees it called: it is asked for anew with every change of the queue.
  const shownId = state.screen.name === 'checked' ? state.screen.ticket.id : null;
  useEffect(() => {
    if (shownId === null || queue === undefined) return;
    client.queue.ticket({ id: shownId }).then(
      (ticket) => send({ type: 'followed', ticket }),
      // The next snapshot comes soon, and a lost link has its own screen.
      () => undefined,
    );
  }, [shownId, queue, client, send]);

  const helpKey = state.help?.state === 'sending' ? state.help.requestKey : null;
  useEffect(() => {
    if (helpKey === null) return;
    client.lounge.callForHelp({ requestKey: helpKey }).then(
      ({ id }) => send({ type: 'helpSent', requestKey: helpKey, id }),
      () => send({ type: 'helpFailed', requestKey: helpKey }),
    );
  }, [helpKey, client, send]);
}

const ticketOf = (wanted: Wanted, { queue }: KioskClient) =>
  'id' in wanted ? queue.ticket({ id: wanted.id }) : queue.byNumber({ number: wanted.number });

const isUnreachable = (error: unknown): boolean => error instanceof CallError && error.code === 'UNREACHABLE';

const problemOf = (error: unknown): CheckProblem => (isUnreachable(error) ? 'unreachable' : 'unknown');

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
