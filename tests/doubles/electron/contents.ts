import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page, Request as PageRequest, Route } from 'playwright-core';
import { event, theApp } from './app.ts';
import { Frames } from './frames.ts';
import { inHaste } from './haste.ts';
import { note } from './journal.ts';
import { levers } from './levers.ts';
import { planned } from './planned.ts';
import { fromChromium, theSession, toChromium } from './session.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** Every request and every new page of the one Chromium comes through here. */
class Windows {
  readonly #known = new Map<Page, ContentsDouble>();
  readonly #context: BrowserContext;
  #making = 0;

  constructor(context: BrowserContext) {
    this.#context = context;
    context.on('page', (page) => {
      if (this.#making > 0 || this.#known.has(page)) return;
      void page.opener().then((opener) => {
        const contents = (opener && this.#known.get(opener)) ?? [...this.#known.values()][0];
        contents?.askedToOpen(page);
      });
    });
  }

  async watch(): Promise<void> {
    await this.#context.route('**/*', async (route) => {
      const contents = this.#known.get(pageOf(route) as Page);
      if (contents) await contents.answer(route).catch(() => route.abort().catch(() => undefined));
      // A window that a page opened: Chromium shows it to us only once it has loaded something.
      else await route.fulfill({ contentType: 'text/html', body: '' }).catch(() => undefined);
    });
  }

  /** A page for a window of the program. */
  async make(contents: ContentsDouble): Promise<Page> {
    this.#making += 1;
    const spare = this.#context.pages().find((page) => page.url() === 'about:blank' && !this.#known.has(page));
    const page = spare ?? (await this.#context.newPage());
    this.#known.set(page, contents);
    this.#making -= 1;
    page.on('close', () => this.#known.delete(page));
    return page;
  }
}

function pageOf(route: Route): Page | null {
  try {
    return route.request().frame().page();
  } catch {
    return null;
  }
}

let made: Promise<Windows> | null = null;

async function makeWindows(context: BrowserContext): Promise<Windows> {
  const windows = new Windows(context);
  await windows.watch();
  return windows;
}

/** A page of Chromium. After a crash it is another one. */
export class ContentsDouble extends EventEmitter {
  readonly ipc = new EventEmitter();
  readonly #preload: string;
  #page: Page | null = null;
  #frames: Frames | null = null;
  #cdp: CDPSession | null = null;
  #opening: Promise<void> | null = null;
  #openHandler: OpenHandler | null = null;
  /** What the program itself asked to load; everything else is the page's own idea. */
  #wanted: string | null = null;
  #origin = '';
  #url = '';
  #crashed = false;

  constructor(preload: string) {
    super();
    this.#preload = preload;
    levers.set('contents', this);
  }

  get mainFrame(): Electron.WebFrameMain {
    if (!this.#frames) throw new Error('the page is not there yet');
    return this.#frames.mainFrame;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setIgnoreMenuShortcuts(ignore: boolean): void {
    note('menu shortcuts', { ignored: ignore });
  }

  async setVisualZoomLevelLimits(least: number, most: number): Promise<void> {
    note('zoom limits', { least, most });
  }

  async loadURL(url: string): Promise<void> {
    note('load', { url });
    this.#url = url;
    this.#opening ??= this.#open();
    await this.#opening;
    this.#wanted = toChromium(url);
    this.#origin = new URL(this.#wanted).origin;
    await this.#page?.goto(this.#wanted, { waitUntil: 'load' });
  }

  reload(): void {
    note('reload', { crashed: this.#crashed });
    const reloaded = this.#crashed ? this.#replace() : this.#page?.reload();
    if (!this.#crashed) this.#wanted = toChromium(this.#url);
    reloaded?.catch((error: unknown) => note('reload failed', { error: String(error) }));
  }

  forcefullyCrashRenderer(): void {
    note('killed');
    // It interrupts an endless loop too; a page that has died gives no answer.
    this.#cdp?.send('Page.crash').catch(() => undefined);
  }

  close(): void {
    this.#page?.close().catch(() => undefined);
  }

  async #replace(): Promise<void> {
    const dead = this.#page;
    this.#crashed = false;
    this.#opening = null;
    await this.loadURL(this.#url);
    await dead?.close();
  }

  async #open(): Promise<void> {
    const context = await theApp.chromium();
    made ??= makeWindows(context);
    const page = await (await made).make(this);
    await theSession().applyPermissions(context, this as unknown as Electron.WebContents);
    const cdp = await context.newCDPSession(page);
    const frames = new Frames(cdp);
    frames.on('send', (frame: Electron.WebFrameMain, channel: string, args: unknown[]) => {
      note('ipc', { channel, main: frame === frames.mainFrame });
      this.ipc.emit(channel, event({ senderFrame: frame, sender: this, ports: [] }), ...args);
    });
    frames.on('preload failed', (error: Error) => this.emit('preload-error', event({}), this.#preload, error));
    await frames.prepare(inHaste(readFileSync(this.#preload, 'utf8')));
    this.#page = page;
    this.#frames = frames;
    this.#cdp = cdp;
    page.on('load', () => {
      this.emit('did-finish-load');
      this.emit('ready-to-show');
    });
    page.on('crash', () => this.#gone(page, frames));
    page.on('close', () => {
      frames.endAll();
      if (this.#page === page) this.emit('destroyed');
    });
    page.on('download', (download) => {
      const asked = event({});
      theSession().emit('will-download', asked, {}, this);
      note('download', { prevented: asked.defaultPrevented });
      if (asked.defaultPrevented) void download.cancel();
    });
  }

  #gone(page: Page, frames: Frames): void {
    note('renderer gone');
    if (this.#page !== page) return;
    this.#crashed = true;
    frames.endAll();
    const details = { reason: 'crashed', exitCode: 5 };
    this.emit('render-process-gone', event({}), details);
    theApp.emit('render-process-gone', event({}), this, details);
  }

  /** A page opened a window: as in Electron, it may unless the handler says no. */
  askedToOpen(popup: Page): void {
    const url = fromChromium(popup.url());
    const answer = this.#openHandler?.({ url } as Electron.HandlerDetails).action ?? 'allow';
    note('window.open', { action: answer });
    if (answer === 'deny') void popup.close();
  }

  async answer(route: Route): Promise<void> {
    const request = route.request();
    if (request.isNavigationRequest() && !this.#mayNavigate(request)) return route.abort('aborted');
    if (await theSession().answer(route)) return;
    // A development server; nothing else is reached from here.
    if (new URL(request.url()).origin === this.#origin) return route.continue();
    note('outside', { url: request.url() });
    return route.abort('addressunreachable');
  }

  #mayNavigate(request: PageRequest): boolean {
    const frame = request.frame();
    const isMainFrame = frame.parentFrame() === null;
    if (isMainFrame && request.url() === this.#wanted) {
      this.#wanted = null;
      return true;
    }
    const details = { url: fromChromium(request.url()), isMainFrame, isSameDocument: false };
    const names = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'];
    const prevented = names.some((name) => {
      const asked = event({ ...details });
      this.emit(name, asked);
      return asked.defaultPrevented;
    });
    note('navigation', { ...details, prevented });
    return !prevented;
  }
}

export function showContents(contents: ContentsDouble): Electron.WebContents {
  return planned('webContents', contents) as unknown as Electron.WebContents;
}
