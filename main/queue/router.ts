import type { QueueSnapshot } from '../../contract/queue.ts';
import type { Api } from '../api.ts';
import type { Live } from '../ops/live.ts';
import type { Board } from './board.ts';
import type { Tickets } from './tickets.ts';

/** The queue's part of the API. */
export function queueRouter(api: Api['queue'], tickets: Tickets, board: Board, live: Live<QueueSnapshot>) {
  return api.router({
    services: api.services.handler(() => board.services()),
    take: api.take.handler(({ input, context }) => tickets.take(context.by, input)),
    ticket: api.ticket.handler(({ input }) => board.ticket(input.id)),
    watch: api.watch.handler(({ signal }) => live.watch(signal)),
  });
}
