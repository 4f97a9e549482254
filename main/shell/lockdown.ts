import type { App, Session, WebContents } from 'electron';
import type { Log } from '../ops/log.ts';
import { mayNavigate, type WindowPage } from './page.ts';

/**
 * Closes every way out of the kiosk's page, for every session and every page that will ever be made. What Electron asks
 * nobody about, it allows.
 */
export class Lockdown {
  readonly #page: WindowPage;
  readonly #log: Log;
  readonly #locked = new WeakSet<Session>();

  /** Before the first session and window. */
  constructor(app: App, page: WindowPage, log: Log) {
    this.#page = page;
    this.#log = log;
    app.on('session-created', (session) => this.lockSession(session));
    app.on('web-contents-created', (_event, contents) => this.#lockContents(contents));
    app.on('certificate-error', (event, _contents, url, error, _certificate, callback) => {
      event.preventDefault();
      log.warn({ to: placeOf(url), error }, 'a certificate was not believed');
      callback(false);
    });
  }

  #lockContents(contents: WebContents): void {
    const stay = (event: { readonly url: string; preventDefault(): void }) => {
      if (mayNavigate(event.url, this.#page)) return;
      event.preventDefault();
      this.#log.warn({ to: placeOf(event.url) }, 'a page tried to go elsewhere');
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', (event) => {
      // Our pages have no frames; the main frame is judged by `will-navigate`.
      if (event.isMainFrame) return;
      event.preventDefault();
      this.#log.warn({ to: placeOf(event.url) }, 'a frame tried to load');
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      this.#log.warn({ to: placeOf(url) }, 'a page tried to open a window');
      return { action: 'deny' };
    });
  }

  /** Again for a session that must not depend on an event; once is enough. */
  lockSession(session: Session): void {
    if (this.#locked.has(session)) return;
    this.#locked.add(session);
    session.on('will-download', (event) => event.preventDefault());
    session.setPermissionRequestHandler((_contents, permission, callback) => {
      this.#log.warn({ permission }, 'a page asked for a permission');
      callback(false);
    });
    session.setPermissionCheckHandler(() => false);
    session.setDevicePermissionHandler(() => false);
    session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
    session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
    // Every class stays protected.
    session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  }
}

/** Enough to find the cause; a path or query could carry what a resident typed. */
function placeOf(url: string): string {
  return URL.canParse(url) ? `${new URL(url).protocol}//${new URL(url).host}` : 'not a URL';
}
