import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import type { Log } from '../ops/log.ts';

const windowMs = 60_000;
const endsInWindow = 3;

/** Whether the graphics process ends again and again. @param ends when it ended, monotonic ms, now the last */
export function isGraphicsLoop(ends: readonly number[]): boolean {
  const now = ends.at(-1) ?? 0;
  return ends.filter((at) => now - at < windowMs).length >= endsInWindow;
}

export interface GraphicsParts {
  readonly app: App;
  readonly dataFolder: string;
  readonly monotonic: () => number;
  /** Ends the program, so that its supervisor starts it anew. */
  readonly giveUp: () => void;
  readonly log: Log;
}

/**
 * A graphics driver that dies again and again leaves a black screen. The program then notes that, ends, and draws without
 * the driver from its next start on; a new version of the program brings a new Chromium and tries the driver again.
 */
export class Graphics {
  readonly #its: GraphicsParts;
  readonly #file: string;
  #ends: number[] = [];

  /** Before Electron is ready. */
  constructor(parts: GraphicsParts) {
    this.#its = parts;
    this.#file = join(parts.dataFolder, 'graphics-off');
    const { app, log } = parts;
    if (this.#noted() === app.getVersion()) {
      log.warn({}, 'drawing without the graphics driver: it died again and again');
      app.disableHardwareAcceleration();
    }
    app.on('child-process-gone', (_event, { type, reason }) => {
      if (type === 'GPU' && reason !== 'clean-exit') this.#ended();
    });
  }

  #noted(): string | null {
    try {
      return readFileSync(this.#file, 'utf8').trim();
    } catch {
      return null;
    }
  }

  #ended(): void {
    const { app, monotonic, giveUp, log } = this.#its;
    this.#ends = [...this.#ends, monotonic()].slice(-endsInWindow);
    if (!isGraphicsLoop(this.#ends)) return;
    log.error({}, 'the graphics process dies again and again: the next start draws without the driver');
    try {
      writeFileSync(this.#file, `${app.getVersion()}\n`);
    } catch (error) {
      log.error({ err: error }, 'that could not be noted');
    }
    giveUp();
  }
}
