import type { IpcMainEvent, MessageChannelMain, MessagePortMain, WebContents, WebFrameMain } from 'electron';
import type { Log } from '../ops/log.ts';
import type { WindowPage } from './page.ts';

export interface PortParts {
  readonly contents: WebContents;
  readonly page: WindowPage;
  readonly makeChannel: () => MessageChannelMain;
  /** Serves one port until it closes. */
  readonly serve: (port: MessagePortMain) => void;
  readonly log: Log;
}

/** Gives the page of one window a fresh port whenever it asks. It has one at a time: the one before is closed. */
export class Ports {
  readonly #parts: PortParts;
  #current: MessagePortMain | null = null;

  constructor(parts: PortParts) {
    this.#parts = parts;
    // On the window's own channel, so that no other window is heard here.
    parts.contents.ipc.on('port', (event) => this.#answer(event));
  }

  /** Until the page asks again. */
  close(): void {
    this.#current?.close();
    this.#current = null;
  }

  #answer({ senderFrame }: IpcMainEvent): void {
    const { contents, page, makeChannel, serve, log } = this.#parts;
    if (senderFrame === null || !isOwnFrame(senderFrame, contents.mainFrame, page)) {
      log.warn({ url: senderFrame?.url ?? null }, 'a foreign frame asked for a port and got none');
      return;
    }
    this.close();
    const { port1, port2 } = makeChannel();
    this.#current = port1;
    serve(port1);
    senderFrame.postMessage('port', null, [port2]);
  }
}

/** The sender's WebContents says too little: frames within a page share it. */
export function isOwnFrame(sender: WebFrameMain, mainFrame: WebFrameMain, page: WindowPage): boolean {
  return sender === mainFrame && sender.parent === null && sender.origin === page.origin;
}
