import type { WebContents } from 'electron';
import type { WindowPage } from './page.ts';
import { isOwnFrame } from './ports.ts';

/** The page says that it lives every 5 s (see preload); that it is dead is believed after three times that. */
const deadAfterMs = 15_000;
/** A page that was just loaded, on a slow machine after a power cut. */
const firstWithinMs = 60_000;
const lookMs = 5_000;

export interface HeartbeatParts {
  readonly contents: WebContents;
  readonly page: WindowPage;
  readonly monotonic: () => number;
  /** Hears nothing of the page any more; called once for each silence. */
  readonly silent: () => void;
}

/**
 * Listens to the page of one window. Chromium itself says `unresponsive` only when somebody touches the screen; at an
 * unattended machine nobody may for hours. What beats is the page's own main thread.
 */
export class Heartbeat {
  readonly #its: HeartbeatParts;
  readonly #timer: NodeJS.Timeout;
  #last: number;
  #patience = firstWithinMs;
  #looked: number;

  constructor(parts: HeartbeatParts) {
    this.#its = parts;
    const { contents, page, monotonic } = parts;
    this.#last = this.#looked = monotonic();
    contents.ipc.on('alive', ({ senderFrame }) => {
      if (senderFrame === null || !isOwnFrame(senderFrame, contents.mainFrame, page)) return;
      this.#last = monotonic();
      this.#patience = deadAfterMs;
    });
    this.#timer = setInterval(() => this.look(), lookMs).unref();
  }

  /** Whether the page has been heard of lately. */
  get beats(): boolean {
    return this.#its.monotonic() - this.#last < this.#patience;
  }

  look(): void {
    const now = this.#its.monotonic();
    const slept = now - this.#looked > 2 * lookMs;
    this.#looked = now;
    // The whole machine stood still, or this program did: the page was not heard because nobody listened.
    if (slept) this.#last = now;
    if (this.beats) return;
    this.#last = now;
    this.#patience = firstWithinMs;
    this.#its.silent();
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
