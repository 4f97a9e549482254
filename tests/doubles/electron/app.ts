import { EventEmitter } from 'node:events';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { note } from './journal.ts';
import { levers } from './levers.ts';
import { unplanned } from './planned.ts';
import { takeSingleInstance } from './single-instance.ts';

/** Longer than Chromium takes to end, and shorter than a service manager waits. */
const endLimitMs = 3_000;

export function event<T extends object>(
  details: T,
): T & { preventDefault(): void; readonly defaultPrevented: boolean } {
  let prevented = false;
  return Object.defineProperties(details, {
    preventDefault: { value: () => (prevented = true) },
    defaultPrevented: { get: () => prevented },
  }) as T & { preventDefault(): void; readonly defaultPrevented: boolean };
}

export class AppDouble extends EventEmitter {
  readonly isPackaged = process.env['ELECTRON_DOUBLE_PACKAGED'] === '1';
  readonly #paths = new Map<string, string>();
  readonly #switches: string[] = [];
  #ready = false;
  #sandboxed = false;
  #chromium: Promise<BrowserContext> | null = null;

  /** Arrow functions: they are handed out as they are. */
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => {
      this.onlyBeforeReady('commandLine.appendSwitch');
      this.#switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
      note('switch', { name, value });
    },
  };

  getVersion(): string {
    return process.env['ELECTRON_DOUBLE_VERSION'] ?? '0.0.0';
  }

  disableHardwareAcceleration(): void {
    this.onlyBeforeReady('disableHardwareAcceleration');
    note('no hardware acceleration');
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    if (name === 'userData') return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'anjungan');
    if (name === 'sessionData') return this.getPath('userData');
    throw unplanned(`app.getPath('${name}')`);
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (name !== 'userData' && name !== 'sessionData') throw unplanned(`app.setPath('${name}')`);
    this.onlyBeforeReady('setPath');
    this.#paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    const first = takeSingleInstance(this.getPath('userData'), () => {
      note('second instance');
      this.emit('second-instance', event({}), [], '', undefined);
    });
    note('single instance lock', { first });
    return first;
  }

  enableSandbox(): void {
    this.onlyBeforeReady('enableSandbox');
    this.#sandboxed = true;
    note('sandbox for all');
  }

  get sandboxed(): boolean {
    return this.#sandboxed;
  }

  async whenReady(): Promise<void> {
    // As in Electron: not before the main module has run to its first pause.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#ready) return;
    this.#ready = true;
    this.emit('ready', event({}), {});
  }

  quit(): void {
    const asked = event({});
    this.emit('before-quit', asked);
    if (!asked.defaultPrevented) this.exit(0);
  }

  exit(code = 0): void {
    note('exit', { code });
    const closed = this.#chromium?.then((context) => context.close()).catch(() => undefined) ?? Promise.resolve();
    const late = new Promise((resolve) => setTimeout(resolve, endLimitMs));
    void Promise.race([closed, late]).then(() => process.exit(code));
  }

  /** Every window is a page of one Chromium, whose profile is the session's folder. */
  chromium(): Promise<BrowserContext> {
    this.onlyWhenReady('a window');
    this.#chromium ??= launchChromium(join(this.getPath('sessionData'), 'chromium'), this.#switches);
    return this.#chromium;
  }

  onlyBeforeReady(what: string): void {
    if (this.#ready) throw new Error(`${what} after the ready event`);
  }

  onlyWhenReady(what: string): void {
    if (!this.#ready) throw new Error(`${what} before the ready event`);
  }
}

/** The one behind the proxy that our code imports. */
export const theApp = new AppDouble();
levers.set('app', theApp);
