import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { event, theApp } from './app.ts';
import { ContentsDouble, showContents } from './contents.ts';
import { note } from './journal.ts';
import { levers } from './levers.ts';
import { planned } from './planned.ts';
import { theDisplay } from './screen.ts';
import { theSession } from './session.ts';

let open = 0;

/** A page of Chromium instead of a window. Unsafe options are refused. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: Electron.WebContents;
  readonly #contents: ContentsDouble;
  #visible = false;
  #gone = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    theApp.onlyWhenReady('a BrowserWindow');
    note('window', { options });
    const preload = safePreload(options);
    theSession();
    this.#visible = options.show !== false;
    this.#contents = new ContentsDouble(preload);
    this.webContents = showContents(this.#contents);
    open += 1;
    levers.set('window', this);
    this.#contents.on('ready-to-show', () => this.emit('ready-to-show'));
    this.#contents.on('destroyed', () => this.#closed());
    theApp.emit('web-contents-created', event({}), this.webContents);
    theApp.emit('browser-window-created', event({}), this);
    // biome-ignore lint: a constructor that gives the guarded object
    return planned('BrowserWindow', this);
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }

  show(): void {
    if (this.#visible) return;
    this.#visible = true;
    note('shown');
    this.emit('show');
  }

  setKiosk(on: boolean): void {
    note('kiosk', { on });
  }

  setAlwaysOnTop(on: boolean, level?: string): void {
    note('on top', { on, level });
  }

  getBounds(): Electron.Rectangle {
    return theDisplay;
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    note('bounds', { bounds });
  }

  moveTop(): void {
    note('to the top');
  }

  isDestroyed(): boolean {
    return this.#gone;
  }

  focus(): void {
    note('focused');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  /** As a person would. */
  close(): void {
    const asked = event({});
    this.emit('close', asked);
    if (!asked.defaultPrevented) this.#contents.close();
  }

  #closed(): void {
    this.#gone = true;
    this.emit('closed');
    open -= 1;
    if (open === 0 && !theApp.emit('window-all-closed')) theApp.quit();
  }
}

/** @returns the preload's path; @throws when the options open the window to its page */
function safePreload({ webPreferences = {} }: Electron.BrowserWindowConstructorOptions): string {
  const { preload } = webPreferences;
  const must = {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
  } as const satisfies Electron.WebPreferences;
  const never: (keyof Electron.WebPreferences)[] = [
    'nodeIntegrationInSubFrames',
    'nodeIntegrationInWorker',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'navigateOnDragDrop',
  ];
  for (const [name, value] of Object.entries(must)) {
    if (webPreferences[name as keyof Electron.WebPreferences] !== value)
      throw new Error(`the double refuses a window without ${name}: ${value}`);
  }
  for (const name of never) if (webPreferences[name]) throw new Error(`the double refuses a window with ${name}`);
  if (webPreferences.webSecurity === false) throw new Error('the double refuses a window with webSecurity: false');
  if (!theApp.sandboxed) throw new Error('the double refuses a window without app.enableSandbox()');
  if (preload === undefined) throw new Error('the double has no window without a preload');
  const isModule = !preload.endsWith('.cjs') || /^\s*(import|export)\s/m.test(readFileSync(preload, 'utf8'));
  if (isModule) throw new Error(`the double refuses ${preload}: a sandboxed preload is one CommonJS file`);
  return preload;
}
