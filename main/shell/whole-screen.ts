import type { BrowserWindow, Screen } from 'electron';

/** Of a display that is switched off and on come several pieces of news; the last counts. */
const settleMs = 500;

export interface WholeScreenParts {
  readonly window: BrowserWindow;
  readonly screen: Screen;
  /** Whether a box of the program stands before the window, whose place it must not take. */
  readonly boxed: () => boolean;
  readonly quitting: () => boolean;
}

/** Keeps an installed kiosk's window over the whole of its display and above all others, whatever comes between. */
export class WholeScreen {
  readonly #its: WholeScreenParts;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: WholeScreenParts) {
    this.#its = parts;
    const { window, screen } = parts;
    window.setAlwaysOnTop(true, 'screen-saver');
    const soon = () => this.#soon();
    window.on('leave-full-screen', soon);
    window.on('blur', soon);
    screen.on('display-metrics-changed', soon);
    screen.on('display-removed', soon);
    screen.on('display-added', soon);
    window.on('closed', () => clearTimeout(this.#timer));
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#again(), settleMs).unref();
  }

  #again(): void {
    const { window, screen, boxed, quitting } = this.#its;
    if (quitting() || window.isDestroyed()) return;
    if (boxed()) {
      this.#soon();
      return;
    }
    // A display that turned or went away leaves the window with the size it had.
    const { bounds } = screen.getDisplayMatching(window.getBounds());
    window.setBounds(bounds);
    window.setKiosk(true);
    window.setAlwaysOnTop(true, 'screen-saver');
    window.moveTop();
    window.focus();
  }
}
