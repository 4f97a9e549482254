import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { Lockdown } from './lockdown.ts';
import { programPage } from './page.ts';

const kioskPage = programPage('kiosk');

type Handler = (...args: unknown[]) => unknown;

let warnings: object[];
let handlers: Map<string, Handler>;
let contents: EventEmitter & { setWindowOpenHandler(handler: Handler): void };
let session: EventEmitter;
let app: EventEmitter;

beforeEach(() => {
  warnings = [];
  handlers = new Map();
  app = new EventEmitter();
  new Lockdown(app as App, kioskPage, {
    info: () => undefined,
    warn: (data) => warnings.push(data),
    error: () => undefined,
  });
  const keep = (name: string) => (handler: Handler) => handlers.set(name, handler);
  contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: keep('open') });
  session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    setBluetoothPairingHandler: keep('bluetooth'),
    setUSBProtectedClassesHandler: keep('usb'),
  });
  app.emit('session-created', session as Session);
  app.emit('web-contents-created', {}, contents as unknown as WebContents);
});

const emit = (target: EventEmitter, name: string, details: object) => {
  let prevented = false;
  target.emit(name, { ...details, preventDefault: () => (prevented = true) });
  return prevented;
};

describe('a page', () => {
  it.each(['will-navigate', 'will-redirect'])('goes nowhere by %s but to itself', (name) => {
    expect(emit(contents, name, { url: 'https://example.com/?nik=3510' })).toBe(true);
    expect(emit(contents, name, { url: kioskPage.url })).toBe(false);
    // Nothing that a resident typed reaches the log.
    expect(warnings).toEqual([{ to: 'https://example.com' }]);
  });

  it('loads no frame, not even of its own', () => {
    expect(emit(contents, 'will-frame-navigate', { url: kioskPage.url, isMainFrame: false })).toBe(true);
    expect(emit(contents, 'will-frame-navigate', { url: kioskPage.url, isMainFrame: true })).toBe(false);
  });

  it('attaches no webview, opens no window, downloads nothing', () => {
    expect(emit(contents, 'will-attach-webview', {})).toBe(true);
    expect(emit(session, 'will-download', {})).toBe(true);
    expect(handlers.get('open')?.({ url: 'not a URL' })).toEqual({ action: 'deny' });
  });
});

describe('a permission', () => {
  const answered = (name: string, ...args: unknown[]) => {
    let answer: unknown;
    handlers.get(name)?.(...args, (given: unknown) => (answer = given));
    return answer;
  };

  it('is refused when asked for, when checked, and for every device', () => {
    expect(answered('request', contents, 'media')).toBe(false);
    expect(handlers.get('check')?.(contents, 'geolocation')).toBe(false);
    expect(handlers.get('device')?.({ deviceType: 'hid' })).toBe(false);
    expect(answered('display', {})).toBeNull();
    expect(answered('bluetooth', {})).toEqual({ confirmed: false });
    expect(handlers.get('usb')?.({ protectedClasses: ['audio'] })).toEqual(['audio']);
  });
});

it('a certificate that Chromium does not believe is never believed', () => {
  let trusted: unknown;
  let prevented = false;
  const event = { preventDefault: () => (prevented = true) };
  app.emit(
    'certificate-error',
    event,
    contents,
    'https://hub:4781/x',
    'net::ERR_CERT_AUTHORITY_INVALID',
    {},
    (answer: boolean) => {
      trusted = answer;
    },
  );
  expect([prevented, trusted]).toEqual([true, false]);
});
