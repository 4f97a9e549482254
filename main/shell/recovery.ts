import type { WebContents } from 'electron';
import type { Log } from '../ops/log.ts';

/** What befell a page. */
export type Mishap =
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'unresponsive' | 'silent' }
  | { readonly kind: 'load_failed'; readonly code: number };

/** `kill` ends the page's process, which brings a `gone`. */
export type Cure = 'ignore' | 'kill' | 'reload' | 'give_up';

const windowMs = 60_000;
const reloadsInWindow = 3;
/** Chromium's ERR_ABORTED: somebody meant it. */
const aborted = -3;
/** The program itself is broken: the same page would not start either. */
const hopeless = new Set(['launch-failed', 'integrity-failure']);

/**
 * @param reloads when the page was reloaded before, monotonic ms
 * @param now monotonic ms
 */
export function cureFor(mishap: Mishap, reloads: readonly number[], now: number): Cure {
  if (mishap.kind === 'unresponsive' || mishap.kind === 'silent') return 'kill';
  if (mishap.kind === 'load_failed' && mishap.code === aborted) return 'ignore';
  if (mishap.kind === 'gone' && hopeless.has(mishap.reason)) return 'give_up';
  return reloads.filter((at) => now - at < windowMs).length < reloadsInWindow ? 'reload' : 'give_up';
}

export interface RecoveryParts {
  readonly contents: WebContents;
  readonly monotonic: () => number;
  /** Whether the window is being closed on purpose. */
  readonly quitting: () => boolean;
  /** Ends the program, so that its supervisor starts it anew. */
  readonly giveUp: () => void;
  readonly log: Log;
}

/** Brings the page of one window back when it dies, hangs or does not load. */
export class Recovery {
  readonly #parts: RecoveryParts;
  #reloads: number[] = [];

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
    const { contents, log } = parts;
    contents.on('render-process-gone', (_event, { reason }) => this.#cure({ kind: 'gone', reason }));
    contents.on('unresponsive', () => this.#cure({ kind: 'unresponsive' }));
    contents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
      if (isMainFrame) this.#cure({ kind: 'load_failed', code });
    });
    contents.on('preload-error', (_event, _path, error) => log.error({ err: error }, 'the preload script failed'));
  }

  /** The page is not heard of any more, though Chromium says nothing. */
  silent(): void {
    this.#cure({ kind: 'silent' });
  }

  #cure(mishap: Mishap): void {
    const { contents, monotonic, quitting, giveUp, log } = this.#parts;
    if (quitting()) return;
    const now = monotonic();
    const cure = cureFor(mishap, this.#reloads, now);
    if (cure === 'ignore') return;
    log.error({ mishap, cure }, 'the page had a mishap');
    if (cure === 'give_up') giveUp();
    else if (cure === 'kill') contents.forcefullyCrashRenderer();
    else {
      this.#reloads = [...this.#reloads, now].slice(-reloadsInWindow);
      contents.reload();
    }
  }
}
