import { EventEmitter } from 'node:events';
import type { BrowserContext, Route } from 'playwright-core';
import { theApp } from './app.ts';
import { note } from './journal.ts';
import { planned } from './planned.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const schemes = new Map<string, Electron.Privileges>();

/** A custom scheme is shown to Chromium as a host that exists nowhere: `app://name/x` is `https://name.app.invalid/x`. */
export function toChromium(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  const scheme = protocol.slice(0, -1);
  return schemes.has(scheme) ? `https://${host}.${scheme}.invalid${pathname}${search}${hash}` : url;
}

export function fromChromium(url: string): string {
  const match = /^https:\/\/(.+)\.([a-z]+)\.invalid(\/.*)?$/.exec(url);
  return match && schemes.has(match[2] as string) ? `${match[2]}://${match[1]}${match[3] ?? ''}` : url;
}

/** Before ready, and for the session that is there without asking. */
export const protocolDouble = {
  registerSchemesAsPrivileged: (custom: Electron.CustomScheme[]): void => {
    theApp.onlyBeforeReady('registerSchemesAsPrivileged');
    for (const { scheme, privileges = {} } of custom) {
      if (privileges.bypassCSP) throw new Error(`the double refuses bypassCSP for ${scheme}`);
      schemes.set(scheme, privileges);
      note('scheme', { scheme, privileges });
    }
  },
};

export class SessionDouble extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();
  #check: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null;

  readonly protocol = planned('session.protocol', {
    handle: (scheme: string, handler: Handler): void => {
      if (this.#handlers.has(scheme)) throw new Error(`${scheme} is handled already`);
      this.#handlers.set(scheme, handler);
    },
  }) as unknown as Electron.Protocol;

  setPermissionRequestHandler(_handler: unknown): void {
    note('handler', { name: 'permission request' });
  }

  setPermissionCheckHandler(handler: Parameters<Electron.Session['setPermissionCheckHandler']>[0]): void {
    this.#check = handler;
    note('handler', { name: 'permission check' });
  }

  setDevicePermissionHandler(_handler: unknown): void {
    note('handler', { name: 'device permission' });
  }

  setDisplayMediaRequestHandler(_handler: unknown): void {
    note('handler', { name: 'display media' });
  }

  setBluetoothPairingHandler(_handler: unknown): void {
    note('handler', { name: 'bluetooth pairing' });
  }

  setUSBProtectedClassesHandler(_handler: unknown): void {
    note('handler', { name: 'usb protected classes' });
  }

  /** Answers a page's request for a custom scheme with the handler's own answer. False: another scheme. */
  async answer(route: Route): Promise<boolean> {
    const asked = route.request();
    const url = fromChromium(asked.url());
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) return false;
    const body = asked.postDataBuffer();
    const request = new Request(url, {
      method: asked.method(),
      headers: asked.headers(),
      ...(body && { body: new Uint8Array(body) }),
    });
    const response = await handler(request);
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
    return true;
  }

  /** Gives a page the permissions that the program's handler gives: all, as in Electron, when there is none. */
  async applyPermissions(context: BrowserContext, contents: Electron.WebContents): Promise<void> {
    const allowed = Object.entries(permissions).filter(
      ([name]) =>
        this.#check?.(contents, name as 'media', '', {
          isMainFrame: true,
        } as Electron.PermissionCheckHandlerHandlerDetails) ?? true,
    );
    await context.grantPermissions(allowed.flatMap(([, names]) => names));
  }
}

/** Electron's names and Chromium's. */
const permissions: Readonly<Record<string, readonly string[]>> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  'clipboard-read': ['clipboard-read'],
  midi: ['midi'],
  'storage-access': ['storage-access'],
};

let made: { double: SessionDouble; shown: Electron.Session } | null = null;

function defaultSession(): { double: SessionDouble; shown: Electron.Session } {
  theApp.onlyWhenReady('session.defaultSession');
  if (made === null) {
    const double = new SessionDouble();
    made = { double, shown: planned('session', double) as unknown as Electron.Session };
    theApp.emit('session-created', made.shown);
  }
  return made;
}

export const theSession = (): SessionDouble => defaultSession().double;

export const sessionDouble = {
  get defaultSession(): Electron.Session {
    return defaultSession().shown;
  },
};
