import type { QueueSnapshot } from '../../contract/queue.ts';
import type { Api } from '../api.ts';
import type { Live } from '../ops/live.ts';
import type { Board } from './board.ts';
import type { Closing } from './closing.ts';
import type { Tickets } from './tickets.ts';

export interface QueueDomain {
  readonly tickets: Tickets;
  readonly board: Board;
  readonly closing: Closing;
  readonly live: Live<QueueSnapshot>;
}

/** The queue's part of the API. */
export function queueRouter(api: Api['queue'], { tickets, board, closing, live }: QueueDomain) {
  return api.router({
    services: api.services.handler(() => board.services()),
    take: api.take.handler(({ input, context }) => tickets.take(context.by, input)),
    ticket: api.ticket.handler(({ input }) => board.ticket(input.id)),
    byNumber: api.byNumber.handler(({ input }) => board.byNumber(input.number)),
    unserved: api.unserved.handler(() => closing.unserved()),
    endDay: api.endDay.handler(({ input, context }) => closing.endDay(context.by, input)),
    voidRun: api.voidRun.handler(({ input, context }) => closing.voidRun(context.by, input)),
    watch: api.watch.handler(({ signal }) => live.watch(signal)),
  });
}
