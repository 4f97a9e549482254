import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { keepShown, kioskWindowOptions, letterWindowOptions } from './kiosk-window.ts';

const settings = { preload: '/p.cjs', packaged: true, framed: false };

const locked = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  disableDialogs: true,
  backgroundThrottling: false,
  devTools: false,
};

describe('the options of the window', () => {
  it('lock every page to what it may do', () => {
    const { webPreferences, ...options } = kioskWindowOptions(settings);
    expect(webPreferences).toEqual({ ...locked, preload: '/p.cjs', autoplayPolicy: 'no-user-gesture-required' });
    expect(options).toMatchObject({ kiosk: true, frame: false, show: false, alwaysOnTop: true, roundedCorners: false });
    expect(letterWindowOptions.webPreferences).toEqual(locked);
  });

  it('have no developer tools when packaged', () => {
    expect(kioskWindowOptions(settings).webPreferences).toMatchObject({ devTools: false, sandbox: true });
    expect(kioskWindowOptions({ ...settings, packaged: false }).webPreferences?.devTools).toBe(true);
  });

  it('let the voice speak without a touch: a call answers nobody’s', () => {
    for (const packaged of [true, false])
      expect(kioskWindowOptions({ ...settings, packaged }).webPreferences?.autoplayPolicy).toBe(
        'no-user-gesture-required',
      );
  });

  it('leave the screen to a developer, and a counter’s computer to its other work', () => {
    const size = { width: 1280, height: 800 };
    expect(kioskWindowOptions(settings)).toMatchObject({ kiosk: true, alwaysOnTop: true });
    expect(kioskWindowOptions({ ...settings, framed: true, size })).toMatchObject({
      kiosk: false,
      frame: true,
      alwaysOnTop: false,
      ...size,
    });
  });
});

describe('the window', () => {
  function make(kept: boolean, quitting = false) {
    let shown = false;
    const window = Object.assign(new EventEmitter(), { show: () => (shown = true) });
    keepShown(window as unknown as BrowserWindow, { kept, quitting: () => quitting });
    let prevented = false;
    return {
      window,
      shown: () => shown,
      close: () => {
        window.emit('close', { preventDefault: () => (prevented = true) });
        return prevented ? 'kept' : 'closed';
      },
    };
  }

  it('is shown once its page is there', () => {
    const { window, shown } = make(true);
    expect(shown()).toBe(false);
    window.emit('ready-to-show');
    expect(shown()).toBe(true);
  });

  it('cannot be closed by a person where it is kept, and can by the program', () => {
    expect(make(true).close()).toBe('kept');
    expect(make(true, true).close()).toBe('closed');
    expect(make(false).close()).toBe('closed');
  });
});
