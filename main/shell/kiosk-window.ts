import type { BrowserWindow, BrowserWindowConstructorOptions, WebPreferences } from 'electron';

export interface WindowSettings {
  readonly preload: string;
  /** Installed: without developer tools, and above all else where it has the whole screen. */
  readonly packaged: boolean;
  /** A window among others: for work on the page, or at a counter, whose computer has other work to do. */
  readonly framed: boolean;
  /** Of a framed window, in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** The colour of the page, so that no other is seen before it. */
const paper = '#fff9f2';

const upright = { width: 540, height: 960 };

/** What no page of ours may ever do. */
const lockedPreferences = {
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
  // Hidden for minutes, a page would be run once a minute only: the voice would be late, and the heartbeat silent.
  backgroundThrottling: false,
} as const satisfies WebPreferences;

export function kioskWindowOptions(settings: WindowSettings): BrowserWindowConstructorOptions {
  const { preload, packaged, framed, size = upright } = settings;
  return {
    title: 'Anjungan',
    kiosk: !framed,
    frame: framed,
    alwaysOnTop: packaged && !framed,
    show: false,
    backgroundColor: paper,
    roundedCorners: false,
    autoHideMenuBar: true,
    ...size,
    webPreferences: {
      preload,
      ...lockedPreferences,
      devTools: !packaged,
      // The voice that reads a number aloud answers a touch, but speaks later; a call answers nobody's touch.
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}

/** A window that nobody sees and that stays awake all the same: its page draws a letter for paper. */
export const letterWindowOptions = {
  title: 'Surat',
  show: false,
  skipTaskbar: true,
  focusable: false,
  webPreferences: { ...lockedPreferences, devTools: false },
} as const satisfies BrowserWindowConstructorOptions;

/** Shows a window once its page is there. Where it is to be kept, a person cannot close it: an installed kiosk. */
export function keepShown(window: BrowserWindow, { kept, quitting }: { kept: boolean; quitting: () => boolean }) {
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (kept && !quitting()) event.preventDefault();
  });
}
