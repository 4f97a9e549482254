import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  MessageChannelMain,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  session,
} from 'electron';
import type { DeviceKind } from '../contract/principal.ts';
import { type Hub, openHub } from './hub.ts';
import { makeLog } from './ops/log.ts';
import { StartError } from './ops/start-error.ts';
import { readOptions, type StartOptions } from './options.ts';
import { type PairedMachine, readPairing } from './paired-machine.ts';
import { isShut } from './printing/transports/windows.ts';
import { systemWinspool } from './printing/transports/winspool.ts';
import { type ProgramFiles, programFiles } from './program-files.ts';
import { tellReady } from './ready.ts';
import { appScheme, serveApp } from './shell/app-protocol.ts';
import { keepShown, kioskWindowOptions, letterWindowOptions } from './shell/kiosk-window.ts';
import { Lockdown } from './shell/lockdown.ts';
import { developmentPage, letterPageUrl, programPage, type WindowPage } from './shell/page.ts';
import { Ports } from './shell/ports.ts';
import { Power } from './shell/power.ts';
import { ProtectedKey } from './shell/protected-key.ts';
import { Recovery } from './shell/recovery.ts';
import { SetUpNotice } from './shell/set-up-notice.ts';
import { WindowOutlet } from './shell/window-outlet.ts';
import { FileKey } from './store/key.ts';
import { Assets, securityHeaders } from './transport/assets.ts';
import { type FramePort, PortServer } from './transport/message-port.ts';

/** Electron's entry: the lounge with the kiosk's window, or the window of a machine that is paired with a hub elsewhere. */

const usage = 'anjungan [--port P] [--data DIR] [--printer tcp://HOST:PORT|usb:] [--paper 80|58] [--now ISO]';
/** Of a counter's window, in pixels; it may be made larger. */
const counterSize = { width: 1280, height: 800 };
const log = makeLog();
const packaged = app.isPackaged;
const devServer = packaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

let hub: Hub | null = null;
let paired: PairedMachine | null = null;
let power: Power | null = null;
let quitting = false;

// Electron's own answer is a box that nobody can close.
process.on('uncaughtException', (error) => die(error));
process.on('unhandledRejection', (error) => die(error));

function die(error: unknown): void {
  if (error instanceof StartError) console.error(`anjungan: ${error.message}`);
  else log.error({ err: error }, 'the program ends: nobody expected this');
  app.exit(1);
}

/** Everything is closed once, whoever asks first. */
function end(code: number): void {
  if (quitting) return;
  quitting = true;
  power?.close();
  Promise.all([hub?.close(), paired?.close()]).then(() => app.exit(code), die);
}

/** All that must come before Electron is ready; null when another copy runs on this data folder. */
function prepare(dataFolder: string, page: WindowPage): Lockdown | null {
  // The lock is the folder's: two lounges may run on two folders.
  app.setPath('userData', dataFolder);
  app.setPath('sessionData', join(dataFolder, 'browser'));
  if (!app.requestSingleInstanceLock()) return null;
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([appScheme]);
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  // The keyring of a desktop would ask for a password at an unattended start.
  if (process.platform === 'linux') app.commandLine.appendSwitch('password-store', 'basic');
  Menu.setApplicationMenu(null);
  return new Lockdown(app, page, log);
}

interface Shown {
  readonly page: WindowPage;
  readonly kind: DeviceKind;
  readonly assets: Assets;
  readonly preload: string;
  /** Serves one port of the page until it closes. */
  readonly serve: (port: FramePort) => void;
  /** Where the hub is elsewhere: fetches its pictures. */
  readonly media?: (request: Request) => Promise<Response>;
}

function openWindow({ page, kind, assets, preload, serve, media }: Shown): BrowserWindow {
  serveApp(session.defaultSession, { assets, headers: securityHeaders, media });
  const atCounter = kind === 'counter';
  const framed = devServer !== undefined || atCounter;
  const size = atCounter ? { size: counterSize } : {};
  const window = new BrowserWindow(kioskWindowOptions({ preload, packaged, framed, ...size }));
  keepShown(window, { kept: packaged && !framed, quitting: () => quitting });
  const contents = window.webContents;
  new Ports({ contents, page, makeChannel: () => new MessageChannelMain(), serve, log });
  new Recovery({
    contents,
    monotonic: () => performance.now(),
    quitting: () => quitting,
    giveUp: () => end(1),
    log,
  });
  app.on('second-instance', () => window.focus());
  // Recovery hears of a failure by an event; the promise says the same again.
  window.loadURL(page.url).catch(() => undefined);
  return window;
}

/** The first code is there before the window is; later ones come when wrong tries have ended the one before. */
function openNotice({ lounge, port }: Hub, window: BrowserWindow): SetUpNotice {
  const current = () => lounge.staff.setUpCode();
  const notice = new SetUpNotice({ dialog, window, joinUrl: `http://127.0.0.1:${port}/join`, current, log });
  const code = current();
  if (code !== null) notice.show(code);
  return notice;
}

/** The lounge of this machine, and its own kiosk. */
async function openOwnLounge(options: StartOptions, files: ProgramFiles, page: WindowPage): Promise<void> {
  let notice: SetUpNotice | null = null;
  const key = process.platform === 'win32' ? new ProtectedKey(options.data, safeStorage) : new FileKey(options.data);
  let kiosk: BrowserWindow | null = null;
  const windows = new WindowOutlet({
    // Never the only window: the program ends with the last one.
    makeWindow: () => (kiosk === null ? null : new BrowserWindow(letterWindowOptions)),
    isShut: (queue) => isShut(queue, systemWinspool),
    url: letterPageUrl(devServer),
  });
  const letterOutlet = process.platform === 'win32' ? windows : undefined;
  hub = await openHub({ options, files, key, log, letterOutlet, showSetUpCode: (code) => notice?.show(code) });
  const { lounge, assets } = hub;
  const server = new PortServer(lounge.router, (error) => log.error({ err: error }, 'a port failed'));
  const serve = (port: FramePort) => server.serve(port, lounge.kioskCaller);
  kiosk = openWindow({ page, kind: 'kiosk', assets, preload: files.preload, serve });
  notice = openNotice(hub, kiosk);
  tellReady(hub, options.data);
}

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(1), {
    usage,
    defaultData: () => app.getPath('userData'),
    foreignFlags: true,
    movableClock: !packaged,
  });
  const machine = readPairing(options, log);
  const kind = machine?.kind ?? 'kiosk';
  const page = devServer === undefined ? programPage(kind) : developmentPage(devServer, kind);
  const lockdown = prepare(options.data, page);
  if (lockdown === null) {
    console.error('anjungan: it is already running; its window comes to the front.');
    app.exit(0);
    return;
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0));
  app.on('window-all-closed', () => end(0));
  app.on('before-quit', (event) => {
    event.preventDefault();
    end(0);
  });
  app.on('child-process-gone', (_event, details) => log.error({ details }, 'a helper process of Electron ended'));

  await app.whenReady();
  const files = programFiles(import.meta.dirname);
  power = new Power(powerSaveBlocker, powerMonitor);
  lockdown.lockSession(session.defaultSession);
  if (machine === null) return openOwnLounge(options, files, page);
  paired = machine;
  machine.lendPrinter();
  const assets = new Assets(files.renderer, files.sounds);
  openWindow({
    page,
    kind,
    assets,
    preload: files.preload,
    serve: (port) => machine.serve(port),
    media: (request) => machine.media(request),
  });
}

start().catch(die);
