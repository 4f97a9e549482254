import type { ContractRouterClient } from '@orpc/contract';
import type { DisplaySnapshot, display, SoundState } from '../../contract/display.ts';
import { Connection, type Subscribe } from './connection.ts';
import { dialHub, dialPort } from './dial.ts';

type Hub = ContractRouterClient<{ display: typeof display }>;

/** What a public display may ask. `display.watch()` gives the same function every time, so it may stand in a render. */
export interface DisplayClient {
  display: {
    watch(): Subscribe<DisplaySnapshot>;
    /** @throws CallError; the next report says the same again, so nobody repeats it */
    report(input: { sound: SoundState; lastSpoken: number | null }): Promise<unknown>;
  };
}

/** The client of this page, over a MessagePort in an Electron window and a WebSocket elsewhere. Made once per page. */
export function createDisplayClient(): DisplayClient {
  return displayClient(
    new Connection(window.anjungan === undefined ? dialHub(window) : dialPort(window, window.anjungan)),
  );
}

export function displayClient(connection: Connection): DisplayClient {
  const watch = connection.stream((hub: Hub, signal) => hub.display.watch(undefined, { signal }));
  return {
    display: {
      watch: () => watch,
      report: (input) => connection.call((hub: Hub, signal) => hub.display.report(input, { signal })),
    },
  };
}
