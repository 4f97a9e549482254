import type { CounterClient } from '../client/staff-client.ts';
import type { Act } from './desk.ts';
import type { CancelReason, ChosenReason, Need, PauseReason } from './words.ts';

/** An act with all that the hub must know of it. */
export type Order =
  | { act: 'open'; takeOver: boolean }
  | { act: 'pause'; reason: PauseReason }
  | { act: 'callTicket'; ticketId: string; reason: ChosenReason }
  | { act: 'callBack'; ticketId: string }
  | { act: 'callSpare'; serviceId: string; spare: number }
  | { act: 'transfer' | 'nextMatter'; serviceId: string }
  | { act: 'setNeed'; ticketId: string; need: Need | null }
  | { act: 'cancel'; ticketId: string; reason: CancelReason }
  | { act: 'done' | 'doneAndNext'; files: number }
  | { act: Exclude<Act, OrderWithDetails> };

type OrderWithDetails =
  | 'open'
  | 'pause'
  | 'callTicket'
  | 'callBack'
  | 'callSpare'
  | 'transfer'
  | 'nextMatter'
  | 'setNeed'
  | 'cancel'
  | 'done'
  | 'doneAndNext';

export interface Result {
  /** Whom the hub has at the counter now. */
  readonly current: string | null;
  /** The number of a following ticket. */
  readonly followed: string | null;
}

/** @throws CallError */
export async function send(counters: CounterClient['counters'], counterId: string, order: Order): Promise<Result> {
  const outcome = await ask(counters, counterId, order);
  return {
    current: outcome.current?.ticketId ?? null,
    followed: outcome.next?.number ?? null,
  };
}

type Outcome = Awaited<ReturnType<CounterClient['counters']['recall']>> &
  Partial<Pick<Awaited<ReturnType<CounterClient['counters']['nextMatter']>>, 'next'>>;

function ask(counters: CounterClient['counters'], counterId: string, order: Order): Promise<Outcome> {
  switch (order.act) {
    case 'open':
      return counters.open({ counterId, takeOver: order.takeOver });
    case 'pause':
      return counters.pause({ counterId, reason: order.reason });
    case 'callTicket':
      return counters.callTicket({ counterId, ticketId: order.ticketId, reason: order.reason });
    case 'callBack':
      return counters.callBack({ counterId, ticketId: order.ticketId });
    case 'callSpare':
      return counters.callSpare({ counterId, serviceId: order.serviceId, spare: order.spare });
    case 'transfer':
      return counters.transfer({ counterId, serviceId: order.serviceId });
    case 'nextMatter':
      return counters.nextMatter({ counterId, serviceId: order.serviceId });
    case 'setNeed':
      return counters.setNeed({ counterId, ticketId: order.ticketId, need: order.need });
    case 'cancel':
      return counters.cancel({ counterId, ticketId: order.ticketId, reason: order.reason });
    case 'done':
      return counters.done({ counterId, files: order.files });
    case 'doneAndNext':
      return counters.doneAndNext({ counterId, files: order.files });
    default:
      return counters[order.act]({ counterId });
  }
}
