/**
 * A double of Electron's main process over the machine's Chromium: the built program runs under it unchanged. It has
 * what the program uses, and throws by name on everything else.
 */
import { EventEmitter } from 'node:events';
import { theApp } from './app.ts';
import { note } from './journal.ts';
import { levers } from './levers.ts';
import { planned, unplanned } from './planned.ts';
import { theScreen } from './screen.ts';
import { protocolDouble, sessionDouble } from './session.ts';

export { MessageChannelMain } from './ports.ts';
export { BrowserWindow } from './window.ts';

export const app = planned('app', theApp);
export const protocol = planned('protocol', protocolDouble);
export const session = planned('session', sessionDouble);

export const Menu = planned('Menu', {
  setApplicationMenu: (menu: null): void => {
    if (menu !== null) throw new Error('the double has no menus');
    note('no menu');
  },
});

/** A box that nobody sees: it is there until the program closes it, or a test touches it. */
export const dialog = planned('dialog', {
  showMessageBox: async (
    window: Electron.BaseWindow | Electron.MessageBoxOptions,
    options?: Electron.MessageBoxOptions,
  ): Promise<Electron.MessageBoxReturnValue> => {
    if (options === undefined || !('isVisible' in window)) throw unplanned('box without a window');
    if (!window.isVisible()) throw new Error('the double refuses a box before a window that is not there yet');
    const { signal, ...shown } = options;
    note('message box', { options: shown });
    const box = new EventEmitter();
    levers.set('box', box);
    await new Promise<void>((resolve) => {
      signal?.addEventListener('abort', () => resolve());
      box.once('touched', resolve);
    });
    note('message box closed');
    return { response: shown.cancelId ?? 0, checkboxChecked: false };
  },
});

const blockers = new Set<number>();

export const powerSaveBlocker = planned('powerSaveBlocker', {
  start: (type: 'prevent-app-suspension' | 'prevent-display-sleep'): number => {
    theApp.onlyWhenReady('powerSaveBlocker');
    const id = blockers.size + 1;
    blockers.add(id);
    note('power', { type });
    return id;
  },
  isStarted: (id: number): boolean => blockers.has(id),
  stop: (id: number): boolean => blockers.delete(id),
});

const monitor = new EventEmitter();
levers.set('powerMonitor', monitor);
export const powerMonitor = planned('powerMonitor', monitor);

export const screen = planned('screen', theScreen);

/** On Linux nobody may touch the keyring. */
export const safeStorage = planned('safeStorage', {});
