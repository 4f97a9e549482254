import type { ContractRouterClient } from '@orpc/contract';
import type { DisplaySnapshot, display, SoundState } from '../../contract/display.ts';
import type { MediaItem, media } from '../../contract/media.ts';
import { Connection, type Subscribe } from './connection.ts';
import { dialHub, dialPort } from './dial.ts';

type Hub = ContractRouterClient<{ display: typeof display; media: typeof media }>;

/** What a public display may ask. `display.watch()` and `media.watch()` give the same function every time, so it may stand in a render. */
export interface DisplayClient {
  display: {
    watch(): Subscribe<DisplaySnapshot>;
    /** @throws CallError; the next report says the same again, so nobody repeats it */
    report(input: { sound: SoundState; lastSpoken: number | null }): Promise<unknown>;
  };
  media: {
    watch(): Subscribe<{ items: MediaItem[] }>;
    /** @throws CallError; it is said again later */
    report(input: { unplayable: { name: string; version: string }[] }): Promise<unknown>;
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
  const watchMedia = connection.stream((hub: Hub, signal) => hub.media.watch(undefined, { signal }));
  return {
    media: {
      watch: () => watchMedia,
      report: (input) => connection.call((hub: Hub, signal) => hub.media.report(input, { signal })),
    },
    display: {
      watch: () => watch,
      report: (input) => connection.call((hub: Hub, signal) => hub.display.report(input, { signal })),
    },
  };
}
