import type { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Real from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDouble } from './app.ts';
import type { ContentsDouble } from './contents.ts';
import * as double from './electron.ts';
import type { FrameDouble } from './frames.ts';
import type { PortDouble } from './ports.ts';
import type { ScreenDouble } from './screen.ts';
import type { SessionDouble } from './session.ts';

/** What the double's D has that the real R has not, or has otherwise. `Own` is the double's business. */
type Misfits<D, R, Own = never> = {
  [K in Exclude<keyof D, Own | keyof EventEmitter>]: K extends keyof R ? (D[K] extends R[K] ? never : K) : K;
}[Exclude<keyof D, Own | keyof EventEmitter>];

/** The compiler names here what does not fit Electron's types. */
function fits<_Misfits extends never>(): void {}

it('has no API that Electron has not', () => {
  fits<Exclude<keyof typeof double, keyof typeof Real>>();
  fits<
    Misfits<AppDouble, Electron.App, 'commandLine' | 'sandboxed' | 'chromium' | 'onlyBeforeReady' | 'onlyWhenReady'>
  >();
  fits<Misfits<AppDouble['commandLine'], Electron.CommandLine>>();
  fits<Misfits<double.BrowserWindow, Electron.BrowserWindow>>();
  fits<Misfits<ContentsDouble, Electron.WebContents, 'ipc' | 'answer' | 'askedToOpen'>>();
  fits<Misfits<FrameDouble, Electron.WebFrameMain>>();
  fits<Misfits<SessionDouble, Electron.Session, 'answer' | 'applyPermissions'>>();
  fits<Misfits<typeof double.session, typeof Real.session>>();
  fits<Misfits<typeof double.protocol, Electron.Protocol>>();
  fits<Misfits<double.MessageChannelMain, Electron.MessageChannelMain>>();
  fits<Misfits<PortDouble, Electron.MessagePortMain, 'entangle' | 'hand' | 'arrive' | 'send'>>();
  fits<Misfits<typeof double.Menu, typeof Real.Menu>>();
  fits<Misfits<typeof double.dialog, typeof Real.dialog>>();
  fits<Misfits<ScreenDouble, Electron.Screen>>();
  fits<Misfits<typeof double.powerSaveBlocker, Electron.PowerSaveBlocker>>();
});

it('throws by name on what nobody planned', () => {
  const { app, session, safeStorage, powerMonitor } = double as unknown as Record<string, Record<string, () => void>>;
  expect(() => app?.['setLoginItemSettings']?.()).toThrow('app.setLoginItemSettings');
  expect(() => session?.['fromPartition']?.()).toThrow('session.fromPartition');
  expect(() => safeStorage?.['encryptString']?.()).toThrow('safeStorage.encryptString');
  expect(() => powerMonitor?.['getSystemIdleTime']?.()).toThrow('powerMonitor.getSystemIdleTime');
  expect(() => double.app.getPath('downloads')).toThrow("app.getPath('downloads')");
});

describe('a window', () => {
  let folder: string;
  let preload: string;
  const safe = { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anjungan-double-'));
    preload = join(folder, 'preload.cjs');
    writeFileSync(preload, '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is not made before Electron is ready, or without the sandbox for all', async () => {
    const make = () => new double.BrowserWindow({ webPreferences: { ...safe, preload } });
    expect(make).toThrow('before the ready event');
    double.app.enableSandbox();
    await double.app.whenReady();
    expect(make().webContents).toBeDefined();
    expect(() => double.app.enableSandbox()).toThrow('after the ready event');
    expect(() => double.protocol.registerSchemesAsPrivileged([])).toThrow('after the ready event');
  });

  it.each([
    ['nodeIntegration', { nodeIntegration: true }],
    ['contextIsolation', { contextIsolation: false }],
    ['sandbox', { sandbox: false }],
    ['webviewTag', { webviewTag: true }],
    ['webSecurity', { webSecurity: false }],
    ['nodeIntegrationInSubFrames', { nodeIntegrationInSubFrames: true }],
    ['allowRunningInsecureContent', { allowRunningInsecureContent: true }],
  ])('with an unsafe %s is refused', (name, preferences) => {
    expect(() => new double.BrowserWindow({ webPreferences: { ...safe, preload, ...preferences } })).toThrow(name);
  });

  it('without a safe option spelled out is refused', () => {
    expect(() => new double.BrowserWindow({ webPreferences: { preload } })).toThrow('contextIsolation');
  });

  it.each(['preload.mjs', 'esm.cjs'])('with a preload that is a module is refused: %s', (name) => {
    const path = join(folder, name);
    writeFileSync(path, 'import { ipcRenderer } from "electron";\n');
    expect(() => new double.BrowserWindow({ webPreferences: { ...safe, preload: path } })).toThrow('CommonJS');
  });

  it('may have a box before it once it is there, until the program closes the box', async () => {
    const window = new double.BrowserWindow({
      show: false,
      webPreferences: { ...safe, preload },
    }) as unknown as Electron.BrowserWindow;
    const box = new AbortController();
    const asked = { message: 'x', signal: box.signal };
    await expect(double.dialog.showMessageBox(asked)).rejects.toThrow('box without a window');
    await expect(double.dialog.showMessageBox(window, asked)).rejects.toThrow('not there yet');
    window.show();
    const answer = double.dialog.showMessageBox(window, asked);
    box.abort();
    expect(await answer).toMatchObject({ response: 0 });
  });

  it('has no API that nobody planned', () => {
    const window = new double.BrowserWindow({
      webPreferences: { ...safe, preload },
    }) as unknown as Electron.BrowserWindow;
    expect(() => window.setContentProtection(true)).toThrow('BrowserWindow.setContentProtection');
    expect(() => window.webContents.openDevTools()).toThrow('webContents.openDevTools');
  });
});

describe('a channel', () => {
  it('carries strings in order, from the start of the port on, and tells both ends of the close', async () => {
    const { port1, port2 } = new double.MessageChannelMain();
    const seen: unknown[] = [];
    port2.on('message', ({ data }) => seen.push(data));
    port1.postMessage('one');
    expect(seen).toEqual([]);
    port2.start();
    port1.postMessage('two');
    expect(seen).toEqual(['one', 'two']);
    const closed = new Promise<void>((resolve) => port2.once('close', () => resolve()));
    port1.close();
    await closed;
    expect(() => port1.postMessage({})).toThrow('anything but a string');
  });
});
