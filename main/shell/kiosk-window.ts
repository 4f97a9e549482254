import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';

export interface WindowSettings {
  readonly preload: string;
  /** An installed kiosk: full screen, above all else, without developer tools, and not to be closed. */
  readonly packaged: boolean;
  /** A window among others, for work on the page. */
  readonly framed: boolean;
}

/** The colour of the page, so that no other is seen before it. */
const paper = '#fff9f2';

export function kioskWindowOptions({ preload, packaged, framed }: WindowSettings): BrowserWindowConstructorOptions {
  return {
    title: 'Anjungan',
    kiosk: !framed,
    frame: framed,
    alwaysOnTop: packaged,
    show: false,
    backgroundColor: paper,
    roundedCorners: false,
    autoHideMenuBar: true,
    width: 540,
    height: 960,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      devTools: !packaged,
      spellcheck: false,
      disableDialogs: true,
      // The voice that reads a number aloud answers a touch, but speaks later.
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}

/** Shows a window once its page is there, and keeps it: a person cannot close an installed kiosk. */
export function keepShown(
  window: BrowserWindow,
  { packaged, quitting }: { packaged: boolean; quitting: () => boolean },
) {
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (packaged && !quitting()) event.preventDefault();
  });
}
