import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Contract } from '../../contract/index.ts';
import type { ApiContext } from '../api.ts';
import type { Caller } from '../ops/caller.ts';
import { BadFrame, isFrame, maySendFiles } from './frames.ts';

/** The part of Electron's MessagePortMain used here. */
export interface FramePort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(frame: string): void;
  start(): void;
  close(): void;
}

/** Serves the router to the windows of this machine, each over a port of its own. Frames are strings. */
export class PortServer {
  readonly #handler: RPCHandler<ApiContext>;
  readonly #report: (error: unknown) => void;

  constructor(router: Router<Contract, ApiContext>, report: (error: unknown) => void) {
    this.#handler = new RPCHandler(router);
    this.#report = report;
  }

  /** Serves until either side closes the port; that ends every call and stream on it. */
  serve(port: FramePort, caller: Caller): void {
    const close = serveFrames(port, {
      upgrade: (framed) => this.#handler.upgrade(framed, { context: { caller } }),
      mayBeLong: () => maySendFiles(caller),
      report: this.#report,
      closed: () => leave(),
    });
    const leave = caller.connect(close);
    port.start();
  }
}

/** What a handler is given for one port. */
type HandlersPort = Parameters<RPCHandler<ApiContext>['upgrade']>[0];

export interface FrameServing {
  /** Has a handler serve what comes out of the frames. */
  readonly upgrade: (port: HandlersPort) => void;
  /** Whether whoever sends may send a whole file. */
  readonly mayBeLong: () => boolean;
  readonly report: (error: unknown) => void;
  readonly closed: () => void;
}

/**
 * Joins a port to a handler, until either side closes it. The port is not started.
 * @returns closes it
 */
export function serveFrames(port: FramePort, { upgrade, mayBeLong, report, closed }: FrameServing): () => void {
  const events = new EventTarget();
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    closed();
    events.dispatchEvent(new Event('close'));
    port.close();
  };
  upgrade({
    addEventListener: events.addEventListener.bind(events),
    postMessage: (frame: unknown) => {
      if (!open) return;
      if (typeof frame === 'string') return port.postMessage(frame);
      // The contract has no files, so this is a fault of ours.
      report(new TypeError('a frame must be a string'));
      close();
    },
  });
  port.on('message', ({ data }) => {
    if (!open) return;
    if (isFrame(data, mayBeLong)) {
      events.dispatchEvent(new MessageEvent('message', { data }));
      return;
    }
    report(new BadFrame());
    close();
  });
  port.on('close', close);
  return close;
}
