import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Contract } from '../../contract/index.ts';
import type { Actor } from '../../contract/principal.ts';
import type { ApiContext } from '../api.ts';

/** The part of Electron's MessagePortMain used here. */
export interface FramePort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(frame: string): void;
  start(): void;
  close(): void;
}

/** Nothing a screen sends is larger; the same limit as over HTTP. */
const maxFrameLength = 64 * 1024;

/** Serves the router to the windows of this machine, each over a port of its own. Frames are strings. */
export class PortServer {
  readonly #handler: RPCHandler<ApiContext>;
  readonly #report: (error: unknown) => void;

  constructor(router: Router<Contract, ApiContext>, report: (error: unknown) => void) {
    this.#handler = new RPCHandler(router);
    this.#report = report;
  }

  /** Serves until either side closes the port; that ends every call and stream on it. */
  serve(port: FramePort, principal: Actor): void {
    const events = new EventTarget();
    let open = true;
    const close = () => {
      if (!open) return;
      open = false;
      events.dispatchEvent(new Event('close'));
      port.close();
    };
    this.#handler.upgrade(
      {
        addEventListener: events.addEventListener.bind(events),
        postMessage: (frame: unknown) => {
          if (!open) return;
          if (typeof frame === 'string') return port.postMessage(frame);
          // The contract has no files, so this is a fault of ours.
          this.#report(new TypeError('a frame must be a string'));
          close();
        },
      },
      { context: { principal } },
    );
    port.on('message', ({ data }) => {
      if (!open) return;
      if (isFrame(data)) {
        events.dispatchEvent(new MessageEvent('message', { data }));
        return;
      }
      this.#report(new TypeError('a window sent something that is not a frame'));
      close();
    });
    port.on('close', close);
    port.start();
  }
}

/**
 * Whether a message is a call, or the end of one. The handler drops the promise of what it does with a message, so one
 * that it cannot read would end the program as an unhandled rejection.
 */
export function isFrame(message: unknown): message is string {
  if (typeof message !== 'string' || message.length > maxFrameLength) return false;
  let frame: unknown;
  try {
    frame = JSON.parse(message);
  } catch {
    return false;
  }
  if (!isObject(frame) || typeof frame['i'] !== 'string') return false;
  const { t: type, p: payload } = frame;
  if (type === 4) return true; // aborted
  return (
    (type === undefined || type === 1) &&
    isObject(payload) &&
    typeof payload['u'] === 'string' &&
    /^\/[\w/-]*$/.test(payload['u']) &&
    (payload['m'] === undefined || typeof payload['m'] === 'string') &&
    // Headers announce files and streams; no screen sends one.
    (payload['h'] === undefined || (isObject(payload['h']) && Object.keys(payload['h']).length === 0))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
