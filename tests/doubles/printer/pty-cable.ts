import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A printer's stand-in on a cable, USB or serial, instead of a network: a character device of the kernel's (a terminal
 * without a screen), opened without waiting like `usblp`'s, with `socat` between it and the stand-in.
 */
export class PrinterCable {
  /** Stands for `/dev/usb`, or `/dev`. */
  readonly folder = mkdtempSync(join(tmpdir(), 'anjungan-cable-'));
  readonly #printer: { readonly uri: string };
  #socat: ChildProcess | null = null;

  /** @param printer at `tcp://HOST:PORT` */
  constructor(printer: { readonly uri: string }) {
    this.#printer = printer;
  }

  async plugIn(name = 'lp0'): Promise<void> {
    const device = join(this.folder, name);
    const address = this.#printer.uri.replace('tcp://', '');
    this.#socat = spawn('socat', [`PTY,link=${device},rawer`, `TCP:${address},nodelay,sndbuf=8192`], {
      stdio: 'ignore',
    });
    while (!existsSync(device)) await sleep(5);
  }

  /** Whatever is on its way is gone, and so is the device. */
  async pull(): Promise<void> {
    const socat = this.#socat;
    this.#socat = null;
    if (socat === null || socat.exitCode !== null) return;
    const gone = once(socat, 'exit');
    socat.kill('SIGTERM');
    await gone;
  }

  async end(): Promise<void> {
    await this.pull();
    rmSync(this.folder, { recursive: true });
  }
}
