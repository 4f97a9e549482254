import type { BrowserWindow, MessageChannelMain, WebContents } from 'electron';
import type { Log } from '../ops/log.ts';
import type { FramePort } from '../transport/message-port.ts';
import type { WindowPage } from './page.ts';
import { isOwnFrame, Ports } from './ports.ts';

export interface MaintenanceWindowParts {
  /** The window whose page hears the gesture, and its page. */
  readonly host: Pick<BrowserWindow, 'webContents'>;
  readonly hostPage: WindowPage;
  readonly page: WindowPage;
  readonly makeWindow: () => BrowserWindow;
  readonly makeChannel: () => MessageChannelMain;
  /** Serves one port of the maintenance page. */
  readonly serve: (port: FramePort, leave: () => void) => void;
  readonly log: Log;
}

/**
 * Opens the maintenance screen over a full-screen window when its page has heard the gesture. A window of its own: no
 * port of the lounge can end up in it, and none of maintenance in the kiosk's page.
 */
export class MaintenanceWindow {
  readonly #its: MaintenanceWindowParts;
  #window: BrowserWindow | null = null;

  constructor(parts: MaintenanceWindowParts) {
    this.#its = parts;
    const { host, hostPage, log } = parts;
    const { webContents } = host;
    webContents.ipc.on('maintenance', ({ senderFrame }) => {
      if (senderFrame !== null && isOwnFrame(senderFrame, webContents.mainFrame, hostPage)) this.#open(webContents);
      else log.warn({ url: senderFrame?.url ?? null }, 'a foreign frame asked for the maintenance screen');
    });
  }

  /** Whether somebody is at it: then the window below must not come to the front. */
  get isOpen(): boolean {
    return this.#window !== null;
  }

  #open(hostContents: WebContents): void {
    if (this.#window !== null) return;
    const { page, makeWindow, makeChannel, serve, log } = this.#its;
    log.info({}, 'the maintenance screen opens');
    const window = makeWindow();
    this.#window = window;
    const contents = window.webContents;
    const leave = () => window.close();
    new Ports({ contents, page, makeChannel, serve: (port) => serve(port, leave), log });
    contents.on('render-process-gone', leave);
    window.once('ready-to-show', () => {
      window.show();
      window.focus();
      // What a resident had typed is gone before anybody else stands here.
      hostContents.reload();
    });
    window.on('closed', () => {
      this.#window = null;
    });
    window.loadURL(page.url).catch(leave);
  }
}
