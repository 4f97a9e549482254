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
  screen,
  session,
} from 'electron';
import type { StepFinding } from '../contract/diagnostics.ts';
import type { DeviceKind } from '../contract/principal.ts';
import { type Hub, openHub } from './hub.ts';
import { openMaintenanceDesk } from './maintenance-desk.ts';
import { makeLog } from './ops/log.ts';
import { StartError } from './ops/start-error.ts';
import { readOptions, type StartOptions } from './options.ts';
import { type PairedMachine, readPairing } from './paired-machine.ts';
import { openPairedUpdates } from './paired-updates.ts';
import { isShut } from './printing/transports/windows.ts';
import { systemWinspool } from './printing/transports/winspool.ts';
import { type ProgramFiles, programFiles } from './program-files.ts';
import { tellReady } from './ready.ts';
import { appScheme, serveApp } from './shell/app-protocol.ts';
import { Graphics } from './shell/graphics.ts';
import { Heartbeat } from './shell/heartbeat.ts';
import { forbidZoom, guardKeys } from './shell/keys.ts';
import { keepShown, kioskWindowOptions, letterWindowOptions } from './shell/kiosk-window.ts';
import { Lockdown } from './shell/lockdown.ts';
import { MaintenanceWindow } from './shell/maintenance-window.ts';
import { developmentPage, letterPageUrl, ownPage, programPage, type WindowPage } from './shell/page.ts';
import { Ports } from './shell/ports.ts';
import { Power } from './shell/power.ts';
import { ProtectedKey } from './shell/protected-key.ts';
import { Recovery } from './shell/recovery.ts';
import { SetUpNotice } from './shell/set-up-notice.ts';
import { WholeScreen } from './shell/whole-screen.ts';
import { WindowOutlet } from './shell/window-outlet.ts';
import { FileKey } from './store/key.ts';
import { Assets, securityHeaders } from './transport/assets.ts';
import { type FramePort, PortServer } from './transport/message-port.ts';
import { watchOver } from './watched.ts';

/** Electron's entry: the lounge with the kiosk's window, or the window of a machine that is paired with a hub elsewhere. */

/** After a start that failed: the disk of the data may come later than the program. */
const startAgainMs = 5 * 60_000;
const usage =
  'anjungan [--port P] [--data DIR] [--printer tcp://HOST:PORT|usb:] [--paper 80|58] [--mode kiosk|counter|display|hub] [--now ISO]';
/** Of a counter's window, in pixels; it may be made larger. */
const counterSize = { width: 1280, height: 800 };
const log = makeLog();
const monotonic = () => performance.now();
const packaged = app.isPackaged;
const devServer = packaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

let hub: Hub | null = null;
let paired: PairedMachine | null = null;
let power: Power | null = null;
let pairedUpdates: ReturnType<typeof openPairedUpdates> | null = null;
/** The screen that a technician opens over the window. */
let maintenance: MaintenanceWindow | null = null;
let quitting = false;

/** What is not here cannot be unwell here: the store and its port are the hub's. */
const elsewhere = { isMigrated: true, isStoreSound: true, isPortOpen: true };

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
  pairedUpdates?.close();
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
  new Graphics({ app, dataFolder, monotonic, giveUp: () => end(1), log });
  return new Lockdown(app, page, log);
}

interface Shown {
  readonly page: WindowPage;
  readonly kind: DeviceKind;
  readonly assets: Assets;
  readonly preload: string;
  /** Serves one port of the page until it closes. */
  readonly serve: (port: FramePort) => void;
  /** Whether a box of the program stands before the window. */
  readonly boxed?: () => boolean;
  /** Where the hub is elsewhere: fetches its pictures. */
  readonly media?: (request: Request) => Promise<Response>;
}

function openWindow({ page, kind, assets, preload, serve, boxed = () => false, media }: Shown): {
  window: BrowserWindow;
  heartbeat: Heartbeat;
} {
  serveApp(session.defaultSession, { assets, headers: securityHeaders, media });
  const atCounter = kind === 'counter';
  const framed = devServer !== undefined || atCounter;
  const size = atCounter ? { size: counterSize } : {};
  const window = new BrowserWindow(kioskWindowOptions({ preload, packaged, framed, ...size }));
  const kept = packaged && !framed;
  keepShown(window, { kept, quitting: () => quitting });
  const covered = () => boxed() || maintenance?.isOpen === true;
  if (kept) new WholeScreen({ window, screen, boxed: covered, quitting: () => quitting });
  // Windows ends the session: what is open is closed before it ends the program.
  window.on('session-end', () => end(0));
  const contents = window.webContents;
  // A developer reloads and inspects.
  if (devServer === undefined) guardKeys(contents, atCounter ? 'editing' : 'typing');
  forbidZoom(contents);
  new Ports({ contents, page, makeChannel: () => new MessageChannelMain(), serve, log });
  const recovery = new Recovery({
    contents,
    monotonic,
    quitting: () => quitting,
    giveUp: () => end(1),
    log,
  });
  const heartbeat = new Heartbeat({ contents, page, monotonic, silent: () => recovery.silent() });
  app.on('second-instance', () => window.focus());
  // Recovery hears of a failure by an event; the promise says the same again.
  window.loadURL(page.url).catch(() => undefined);
  return { window, heartbeat };
}

/** Null where neither a lounge nor a pairing could be opened. */
function selfTestOf(dataFolder: string): ((signal: AbortSignal) => AsyncIterable<StepFinding>) | null {
  const [own, machine] = [hub, paired];
  if (own !== null) return (signal) => own.lounge.diagnostics.watch(signal);
  return machine && ((signal) => machine.selfTest(dataFolder, () => null, signal));
}

/** Where a window fills the screen, a technician gets past it; also over the page of a program that could not start. */
function openMaintenance(
  host: BrowserWindow,
  hostPage: WindowPage,
  { files, dataFolder, failure = null }: { files: ProgramFiles; dataFolder: string; failure?: string | null },
): void {
  const desk = openMaintenanceDesk({
    dataFolder,
    files,
    failure,
    isPaired: paired !== null,
    clockConfirmed: () => hub?.lounge.house.snapshot(hub.lounge.kiosk.device).clockConfirmed ?? null,
    printer: () => hub?.lounge.house.snapshot(hub.lounge.kiosk.device).printer ?? null,
    selfTest: selfTestOf(dataFolder),
    closeLounge: async () => {
      const closing = hub;
      hub = null;
      await closing?.close();
    },
    end,
    log,
  });
  const options = kioskWindowOptions({ preload: files.preload, packaged, framed: devServer !== undefined });
  maintenance = new MaintenanceWindow({
    host,
    hostPage,
    page: ownPage('maintenance', devServer),
    makeWindow: () => {
      const window = new BrowserWindow(options);
      guardKeys(window.webContents, 'typing');
      return window;
    },
    makeChannel: () => new MessageChannelMain(),
    serve: desk.serve,
    log,
  });
}

/** Nothing could start: people are sent to the desk, a technician finds the maintenance screen, and it is tried again. */
function showOutOfOrder(error: unknown, files: ProgramFiles, dataFolder: string): void {
  if (quitting || !(error instanceof StartError)) throw error;
  console.error(`anjungan: ${error.message}`);
  const page = ownPage('out-of-order', devServer);
  const assets = new Assets(files.renderer, files.sounds);
  const serve = (port: FramePort) => port.close();
  const { window, heartbeat } = openWindow({ page, kind: 'kiosk', assets, preload: files.preload, serve });
  // Else the supervisor would end the screen on which a technician restores a backup.
  watchOver(dataFolder, () => ({ ...elsewhere, hasPageHeartbeat: heartbeat.beats }), log);
  openMaintenance(window, page, { files, dataFolder, failure: error.message });
  setInterval(() => {
    if (maintenance?.isOpen !== true) end(1);
  }, startAgainMs).unref();
}

/** The first code is there before the window is; later ones come when wrong tries have ended the one before. */
function openNotice({ lounge, port }: Hub, window: BrowserWindow): SetUpNotice {
  const current = () => lounge.staff.setUpCode();
  const notice = new SetUpNotice({ dialog, window, joinUrl: `http://127.0.0.1:${port}/join`, current, log });
  const code = current();
  if (code !== null) notice.show(code);
  return notice;
}

/** As a lounge without windows does: whoever sets a hub in a cupboard up reads it where the program was started. */
function writeSetUpCode(code: string): void {
  console.error(`anjungan: set-up code ${code} makes the first supervisor`);
}

/** The lounge of this machine, and its own kiosk unless it is a hub only. */
async function openOwnLounge(options: StartOptions, files: ProgramFiles, page: WindowPage): Promise<void> {
  let notice: SetUpNotice | null = null;
  const key = process.platform === 'win32' ? new ProtectedKey(options.data, safeStorage) : new FileKey(options.data);
  const hubOnly = options.mode === 'hub';
  let kiosk: BrowserWindow | null = null;
  const windows = new WindowOutlet({
    // Never the only window, unless there is no other: a kiosk's program ends with the last one.
    makeWindow: () => (kiosk === null && !hubOnly ? null : new BrowserWindow(letterWindowOptions)),
    isShut: (queue) => isShut(queue, systemWinspool),
    url: letterPageUrl(devServer),
  });
  const letterOutlet = process.platform === 'win32' ? windows : undefined;
  let beats = () => true;
  hub = await openHub({
    options,
    files,
    key,
    log,
    letterOutlet,
    showSetUpCode: hubOnly ? writeSetUpCode : (code) => notice?.show(code),
    pageBeats: () => beats(),
  });
  const { lounge, assets } = hub;
  if (hubOnly) {
    // Of the letters that a hidden window draws.
    serveApp(session.defaultSession, { assets, headers: securityHeaders });
    tellReady(hub, options.data);
    const { health } = hub;
    watchOver(options.data, () => health(), log);
    return;
  }
  const server = new PortServer(lounge.router, (error) => log.error({ err: error }, 'a port failed'));
  const serve = (port: FramePort) => server.serve(port, lounge.kioskCaller);
  const { window, heartbeat } = openWindow({
    page,
    kind: 'kiosk',
    assets,
    preload: files.preload,
    serve,
    boxed: () => notice?.stands === true,
  });
  kiosk = window;
  // An installer begun now would be killed half-way.
  window.on('query-session-end', lounge.updates.sessionEnds);
  window.on('session-end', lounge.updates.sessionEnds);
  openMaintenance(window, page, { files, dataFolder: options.data });
  notice = openNotice(hub, kiosk);
  tellReady(hub, options.data);
  beats = () => heartbeat.beats;
  const { health } = hub;
  watchOver(options.data, () => health(), log);
}

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(1), {
    usage,
    defaultData: () => app.getPath('userData'),
    foreignFlags: true,
    movableClock: !packaged,
  });
  log.keepIn(options.data);
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
  // A hub without a window has none for most of its life.
  app.on('window-all-closed', () => {
    if (options.mode !== 'hub') end(0);
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    end(0);
  });
  app.on('child-process-gone', (_event, details) => log.error({ details }, 'a helper process of Electron ended'));

  await app.whenReady();
  const files = programFiles(import.meta.dirname);
  const staysOn = options.mode === 'hub' ? 'prevent-app-suspension' : 'prevent-display-sleep';
  power = new Power(powerSaveBlocker, powerMonitor, staysOn);
  lockdown.lockSession(session.defaultSession);
  if (machine === null)
    return openOwnLounge(options, files, page).catch((error) => showOutOfOrder(error, files, options.data));
  paired = machine;
  machine.lendPrinter();
  const updates = openPairedUpdates({ dataFolder: options.data, files, log });
  pairedUpdates = updates;
  const assets = new Assets(files.renderer, files.sounds);
  const { window, heartbeat } = openWindow({
    page,
    kind,
    assets,
    preload: files.preload,
    serve: (port) => machine.serve(port),
    media: (request) => machine.media(request),
  });
  watchOver(options.data, () => ({ ...elsewhere, hasPageHeartbeat: heartbeat.beats }), log);
  window.on('query-session-end', updates.sessionEnds);
  window.on('session-end', updates.sessionEnds);
  if (kind !== 'counter') openMaintenance(window, page, { files, dataFolder: options.data });
}

start().catch(die);
