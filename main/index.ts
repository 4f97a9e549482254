import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  Menu,
  MessageChannelMain,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  session,
} from 'electron';
import { type Hub, openHub } from './hub.ts';
import { makeLog } from './ops/log.ts';
import { StartError } from './ops/start-error.ts';
import { readOptions } from './options.ts';
import { programFiles } from './program-files.ts';
import { tellReady } from './ready.ts';
import { appScheme, serveApp } from './shell/app-protocol.ts';
import { keepShown, kioskWindowOptions } from './shell/kiosk-window.ts';
import { Lockdown } from './shell/lockdown.ts';
import { developmentPage, kioskPage } from './shell/page.ts';
import { Ports } from './shell/ports.ts';
import { Power } from './shell/power.ts';
import { ProtectedKey } from './shell/protected-key.ts';
import { Recovery } from './shell/recovery.ts';
import { FileKey } from './store/key.ts';
import { securityHeaders } from './transport/assets.ts';
import { PortServer } from './transport/message-port.ts';

/** Electron's entry: the lounge with the kiosk's window. */

const usage = 'anjungan [--port P] [--data DIR] [--printer tcp://HOST:PORT] [--paper 80|58] [--now ISO]';
const log = makeLog();
const packaged = app.isPackaged;
const devServer = packaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const page = devServer === undefined ? kioskPage : developmentPage(devServer);

let hub: Hub | null = null;
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
  const closed = hub?.close() ?? Promise.resolve();
  closed.then(() => app.exit(code), die);
}

/** All that must come before Electron is ready; null when another copy runs on this data folder. */
function prepare(dataFolder: string): Lockdown | null {
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

function openWindow({ lounge, assets }: Hub, preload: string): void {
  serveApp(session.defaultSession, { assets, headers: securityHeaders });
  const window = new BrowserWindow(kioskWindowOptions({ preload, packaged, framed: devServer !== undefined }));
  keepShown(window, { packaged, quitting: () => quitting });
  const contents = window.webContents;
  const server = new PortServer(lounge.router, (error) => log.error({ err: error }, 'a port failed'));
  new Ports({
    contents,
    page,
    makeChannel: () => new MessageChannelMain(),
    serve: (port) => server.serve(port, lounge.kioskCaller),
    log,
  });
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
}

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(1), {
    usage,
    defaultData: () => app.getPath('userData'),
    foreignFlags: true,
    movableClock: !packaged,
  });
  const lockdown = prepare(options.data);
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
  const key = process.platform === 'win32' ? new ProtectedKey(options.data, safeStorage) : new FileKey(options.data);
  hub = await openHub({ options, files, key, log });
  power = new Power(powerSaveBlocker, powerMonitor);
  lockdown.lockSession(session.defaultSession);
  openWindow(hub, files.preload);
  tellReady(hub, options.data);
}

start().catch(die);
