import type { HelpState, LoungeSnapshot } from '../contract/lounge.ts';
import type { PrintJobSnapshot } from '../contract/printing.ts';
import type { IssuedTicket, Priority, QueueSnapshot } from '../contract/queue.ts';
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
    watch(): Subscribe<QueueSnapshot>;
  };
  lounge: {
    watch(): Subscribe<LoungeSnapshot>;
    answerClock(input: { right: boolean; requestKey: string }): Promise<{ clockConfirmed: boolean }>;
    callForHelp(input: { requestKey: string }): Promise<{ id: string }>;
    endHelp(input: { id: string; requestKey: string }): Promise<{ state: HelpState }>;
  };
  printing: { watchJob(id: string): Subscribe<PrintJobSnapshot> };
}

/** The client of this page, over a MessagePort in an Electron window and a WebSocket elsewhere. Made once per page. */
export function createClient(): KioskClient {
  return kioskClient(
    new Connection(window.anjungan === undefined ? dialHub(window) : dialPort(window, window.anjungan)),
  );
}

export function kioskClient(connection: Connection): KioskClient {
  const watchQueue = connection.stream((client, signal) => client.queue.watch(undefined, { signal }));
  const watchLounge = connection.stream((client, signal) => client.lounge.watch(undefined, { signal }));
  return {
    queue: {
      take: (input) => connection.call((client, signal) => client.queue.take(input, { signal })),
      watch: () => watchQueue,
    },
    lounge: {
      watch: () => watchLounge,
      answerClock: (input) => connection.call((client, signal) => client.lounge.answerClock(input, { signal })),
      callForHelp: (input) => connection.call((client, signal) => client.lounge.callForHelp(input, { signal })),
      endHelp: (input) => connection.call((client, signal) => client.lounge.endHelp(input, { signal })),
    },
    printing: {
      watchJob: (id) => connection.stream((client, signal) => client.printing.watchJob({ id }, { signal })),
    },
  };
}
