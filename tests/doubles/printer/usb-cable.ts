import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SimulatedPrinter } from './simulator.ts';

/**
 * A simulated printer on a cable instead of a network: a character device of the kernel's (a terminal without a
 * screen), opened without waiting like `usblp`'s, with `socat` between it and the simulator.
 */
export class UsbCable {
  /** Stands for `/dev/usb`. */
  readonly folder = mkdtempSync(join(tmpdir(), 'anjungan-usb-'));
  readonly #printer: SimulatedPrinter;
  #socat: ChildProcess | null = null;

  constructor(printer: SimulatedPrinter) {
    this.#printer = printer;
  }

  async plugIn(name = 'lp0'): Promise<void> {
    const device = join(this.folder, name);
    const address = this.#printer.uri.replace('tcp://', '');
    this.#socat = spawn('socat', [`PTY,link=${device},rawer`, `TCP:${address},nodelay`], { stdio: 'ignore' });
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
