import type { HelpState, LoungeSnapshot } from '../contract/lounge.ts';
import type { PrintJobSnapshot } from '../contract/printing.ts';
import type { IssuedTicket, Priority, QueueSnapshot, Ticket } from '../contract/queue.ts';
import { Connection, type Subscribe } from './client/connection.ts';
import { dialHub, dialPort } from './client/dial.ts';

export { CallError } from './client/call-error.ts';
export type { Subscribe } from './client/connection.ts';

/**
 * What a kiosk's screens may ask. A call is answered within 5 s or fails with a `CallError`.
 * `queue.watch()` and `lounge.watch()` give the same function every time, so they may stand in a render;
 * `printing.watchJob(id)` makes one per call: keep it (`useMemo` over the id).
 */
export interface KioskClient {
  queue: {
    take(input: { serviceId: string; priority: Priority | null; requestKey: string }): Promise<IssuedTicket>;
    /** @throws CallError TICKET_UNKNOWN */
    ticket(input: { id: string }): Promise<Ticket>;
    /** A ticket of today. @throws CallError TICKET_UNKNOWN */
    byNumber(input: { number: string }): Promise<Ticket>;
    watch(): Subscribe<QueueSnapshot>;
  };
  lounge: {
    watch(): Subscribe<LoungeSnapshot>;
    /** Base64. */
    logo(): Promise<{ png: string | null }>;
    answerClock(input: { right: boolean; requestKey: string }): Promise<{ clockConfirmed: boolean }>;
    callForHelp(input: { requestKey: string }): Promise<{ id: string }>;
    endHelp(input: { id: string; requestKey: string }): Promise<{ state: HelpState }>;
  };
  printing: {
    watchJob(id: string): Subscribe<PrintJobSnapshot>;
    /**
     * What the person saw of a slip of unknown fate; one that has not come is printed again, as the job that is returned.
     * @throws CallError QUESTION_OVER, and what else stands in the way of a new paper
     */
    answerSlip(input: { id: string; came: boolean; requestKey: string }): Promise<{ printJobId: string | null }>;
  };
}

/** The link of this page, over a MessagePort in an Electron window and a WebSocket elsewhere. Made once per page. */
export const connect = (): Connection =>
  new Connection(window.anjungan === undefined ? dialHub(window) : dialPort(window, window.anjungan));

export function kioskClient(connection: Connection): KioskClient {
  const watchQueue = connection.stream((client, signal) => client.queue.watch(undefined, { signal }));
  const watchLounge = connection.stream((client, signal) => client.lounge.watch(undefined, { signal }));
  return {
    queue: {
      take: (input) => connection.call((client, signal) => client.queue.take(input, { signal })),
      ticket: (input) => connection.call((client, signal) => client.queue.ticket(input, { signal })),
      byNumber: (input) => connection.call((client, signal) => client.queue.byNumber(input, { signal })),
      watch: () => watchQueue,
    },
    lounge: {
      watch: () => watchLounge,
      logo: () => connection.call((client, signal) => client.lounge.logo(undefined, { signal })),
      answerClock: (input) => connection.call((client, signal) => client.lounge.answerClock(input, { signal })),
      callForHelp: (input) => connection.call((client, signal) => client.lounge.callForHelp(input, { signal })),
      endHelp: (input) => connection.call((client, signal) => client.lounge.endHelp(input, { signal })),
    },
    printing: {
      watchJob: (id) => connection.stream((client, signal) => client.printing.watchJob({ id }, { signal })),
      answerSlip: (input) => connection.call((client, signal) => client.printing.answerSlip(input, { signal })),
    },
  };
}
