import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { Entry } from '../doubles/electron/journal.ts';
import type { Pull } from '../doubles/electron/levers.ts';

const root = join(import.meta.dirname, '..', '..');
const double = join(root, 'tests', 'doubles', 'electron');
/** A Chromium on a busy machine of two cores; shorter where a test is meant to fail. */
const patienceMs = Number(process.env['ANJUNGAN_SHELL_PATIENCE_MS'] ?? 60_000);

export interface Ready {
  readonly url: string;
  readonly token: string;
}

export function makeFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'anjungan-shell-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

interface Setting {
  readonly packaged?: boolean;
  /** The folder of the program, when it is not the checkout's. */
  readonly program?: string;
  /** Of the double: `ELECTRON_DOUBLE_…`. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The built program under the double of Electron. */
export class Kiosk {
  readonly #process: ChildProcess;
  readonly #journal: string;
  #browser: Browser | null = null;
  stdout = '';
  stderr = '';

  /** @param folder the data folder; the journal lies beside it */
  constructor(folder: string, flags: string[] = [], { packaged = false, program = root, env = {} }: Setting = {}) {
    if (!existsSync(join(program, 'out', 'main', 'index.js'))) throw new Error('nothing is built: npm run build');
    this.#journal = `${folder}-journal-${process.hrtime.bigint()}`;
    this.#process = spawn(
      process.execPath,
      [
        '--import',
        join(double, 'register.ts'),
        join(double, 'entry.ts'),
        program,
        '--data',
        folder,
        '--port',
        '0',
        ...flags,
      ],
      {
        cwd: program,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          ...process.env,
          ELECTRON_DOUBLE_JOURNAL: this.#journal,
          ELECTRON_DOUBLE_SCREEN: '768x1366',
          ...(packaged && { ELECTRON_DOUBLE_PACKAGED: '1' }),
          ...env,
        },
      },
    );
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
  }

  /** What the double was asked to do. */
  entries(what: string): Entry[] {
    if (!existsSync(this.#journal)) return [];
    // Without the end, which is being written.
    const lines = readFileSync(this.#journal, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Entry).filter((entry) => entry.what === what);
  }

  /** Waits until the double was asked that, `times` in all. */
  async entry(what: string, times = 1): Promise<Entry> {
    await this.until(() => this.entries(what).length >= times, `${times} × "${what}" in the journal`);
    return this.entries(what)[times - 1] as Entry;
  }

  /** Electron brings an event. @returns what the program did about it */
  async pull(lever: Pull): Promise<Entry> {
    const before = this.entries('pulled').length;
    this.#process.send(lever);
    return this.entry('pulled', before + 1);
  }

  async until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!(await holds())) {
      if (performance.now() > end || this.#process.exitCode !== null)
        throw new Error(`did not come: ${what}; exit ${this.#process.exitCode}\n${this.stdout}\n${this.stderr}`);
      await sleep(25);
    }
  }

  async ready(): Promise<Ready> {
    await this.until(() => /^\{.*\}$/m.test(this.stdout), 'the ready line');
    return JSON.parse(/^\{.*\}$/m.exec(this.stdout)?.[0] ?? '') as Ready;
  }

  /** The page of the window, once it has its port. */
  async page(): Promise<Page> {
    await this.entry('port given');
    const browser = await this.#connect();
    await this.until(() => this.pagesOf(browser).length > 0, 'a page');
    const page = this.pagesOf(browser).at(-1) as Page;
    page.setDefaultTimeout(patienceMs);
    return page;
  }

  pagesOf(browser: Browser): Page[] {
    return browser.contexts().flatMap((context) => context.pages());
  }

  async pages(): Promise<Page[]> {
    return this.pagesOf(await this.#connect());
  }

  async #connect(): Promise<Browser> {
    this.#browser ??= await chromium.connectOverCDP((await this.entry('chromium'))['endpoint'] as string);
    return this.#browser;
  }

  async rest(path: string, init: { method?: string; body?: object } = {}): Promise<{ status: number; body: unknown }> {
    const { url, token } = await this.ready();
    const response = await fetch(new URL(`/api${path}`, url), {
      method: init.method ?? 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(init.body && { body: JSON.stringify(init.body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** @returns the exit code; null when a signal ended it */
  async ended(): Promise<number | null> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await once(this.#process, 'exit');
    return this.#process.exitCode;
  }

  /** Whatever still runs. */
  async clear(): Promise<void> {
    await this.#browser?.close().catch(() => undefined);
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#process.kill('SIGKILL');
    await this.ended();
    rmSync(this.#journal, { force: true });
  }
}

/** Programs that still have this folder on their command line. */
export function programsOn(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return list.split('\n').filter((line) => line.includes(`--user-data-dir=${folder}`));
}

/** A finger: down and up in the middle of what is found. */
export async function touch(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  // A screen turns, and takes no touch that was meant for the one before.
  await sleep(600);
  const box = await target.boundingBox();
  if (!box) throw new Error(`nothing to touch: ${target.toString()}`);
  const cdp = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await cdp.detach();
}
