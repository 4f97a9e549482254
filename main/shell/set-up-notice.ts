import type { BrowserWindow, Dialog } from 'electron';
import type { Log } from '../ops/log.ts';

export interface SetUpNoticeParts {
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly window: BrowserWindow;
  /** Where a browser on this machine joins the lounge. */
  readonly joinUrl: string;
  /** The code that is good now; null when there is none. */
  readonly current: () => string | null;
  readonly log: Log;
}

/** How soon a code that is no longer good leaves the screen, ms. */
const lookMs = 1_000;

/**
 * Shows whoever stands at the hub the code that makes its first supervisor, in a box before the kiosk's window. A touch
 * closes it, and it closes by itself when the code is used. The code is on the screen only: never in the log.
 */
export class SetUpNotice {
  readonly #parts: SetUpNoticeParts;
  #box: AbortController | null = null;
  #shown = 0;

  constructor(parts: SetUpNoticeParts) {
    this.#parts = parts;
  }

  /** Whether a box stands before the window. */
  get stands(): boolean {
    return this.#shown > 0;
  }

  /** In place of the code before. Waits until the window is there: a box before a hidden one would stand alone. */
  show(code: string): void {
    this.#box?.abort();
    const box = new AbortController();
    this.#box = box;
    const { window } = this.#parts;
    if (window.isVisible()) this.#open(code, box);
    else window.once('show', () => this.#open(code, box));
  }

  #open(code: string, box: AbortController): void {
    const { dialog, window, current, joinUrl, log } = this.#parts;
    if (box.signal.aborted || current() !== code) return;
    const look = setInterval(() => {
      if (current() !== code) box.abort();
    }, lookMs).unref();
    this.#shown += 1;
    dialog
      .showMessageBox(window, { ...textOf(code, joinUrl), type: 'info', noLink: true, signal: box.signal })
      // Not even the error: nobody knows what it quotes.
      .catch(() => log.error({}, 'the set-up code could not be shown; `npm run staff -- recover` gives one'))
      .finally(() => {
        clearInterval(look);
        this.#shown -= 1;
      });
  }
}

function textOf(code: string, joinUrl: string) {
  return {
    title: 'Anjungan',
    message: `Kode penyiapan / Set-up code: ${code}`,
    detail: [
      `Buka ${joinUrl} di komputer ini dan ketik kode ini untuk menyiapkan supervisor pertama.`,
      'Kode hilang saat kotak ini ditutup; yang baru muncul bila program dijalankan ulang.',
      '',
      `Open ${joinUrl} on this computer and type this code to make the first supervisor.`,
      'The code goes when this box is closed; the next start of the program shows a new one.',
    ].join('\n'),
    buttons: ['Tutup / Close'],
  };
}
