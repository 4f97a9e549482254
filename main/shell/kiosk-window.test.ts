import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { keepShown, kioskWindowOptions } from './kiosk-window.ts';

const settings = { preload: '/p.cjs', packaged: true, framed: false };

describe('the options of the window', () => {
  it('have no developer tools when packaged', () => {
    expect(kioskWindowOptions(settings).webPreferences).toMatchObject({ devTools: false, sandbox: true });
    expect(kioskWindowOptions({ ...settings, packaged: false }).webPreferences?.devTools).toBe(true);
  });

  it('leave the screen to a developer', () => {
    expect(kioskWindowOptions({ ...settings, framed: true })).toMatchObject({ kiosk: false, frame: true });
  });
});

describe('the window', () => {
  function make(packaged: boolean, quitting = false) {
    let shown = false;
    const window = Object.assign(new EventEmitter(), { show: () => (shown = true) });
    keepShown(window as unknown as BrowserWindow, { packaged, quitting: () => quitting });
    let kept = false;
    return {
      window,
      shown: () => shown,
      close: () => {
        window.emit('close', { preventDefault: () => (kept = true) });
        return kept ? 'kept' : 'closed';
      },
    };
  }

  it('is shown once its page is there', () => {
    const { window, shown } = make(true);
    expect(shown()).toBe(false);
    window.emit('ready-to-show');
    expect(shown()).toBe(true);
  });

  it('cannot be closed by a person when packaged, and can by the program', () => {
    expect(make(true).close()).toBe('kept');
    expect(make(true, true).close()).toBe('closed');
    expect(make(false).close()).toBe('closed');
  });
});
