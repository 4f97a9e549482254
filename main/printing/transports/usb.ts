import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cancel, Timers } from '../timers.ts';
import { BadPrinterUri, LinkLost, NotConnected, type Transport, type TransportEvents } from './transport.ts';

/** All in milliseconds. */
const firstRetry = 250;
const slowestRetry = 5000;
/** How soon the device is asked again for what it did not take, or may have said, while an answer is due. */
const busyPoll = 15;
const idlePoll = 250;
/** An answer is due for so long after something was written. */
const answerDue = 2000;
/** As much as the kernel's driver takes at once. */
const chunk = 8192;

/**
 * Reads `usb:/dev/usb/lp0`, or `usb:` for the first printer that is plugged in.
 * @returns the device, or null for the first
 * @throws BadPrinterUri for anything else
 */
export function parseUsbUri(uri: string): string | null {
  const [, path] = /^usb:(\/dev\/[\w./-]+)?$/i.exec(uri) ?? [];
  if (!/^usb:/i.test(uri) || (path === undefined && uri.length > 4) || path?.includes('..'))
    throw new BadPrinterUri(`Not a printer address: ${uri} (expected usb: or usb:/dev/usb/lp0)`);
  return path ?? null;
}

/**
 * A printer on a USB cable, by Linux's `usblp` driver. The device is opened without waiting (`O_NONBLOCK`), so that no
 * call here ever hangs until somebody brings paper, and no thread has to be kept for it; what the kernel does not take
 * yet is offered again. It is never created: a missing printer must not become a file in which slips are "printed".
 */
export class UsbTransport implements Transport {
  readonly #path: string | null;
  readonly #folder: string;
  readonly #events: TransportEvents;
  readonly #timers: Timers;
  #device: FileHandle | null = null;
  #opening: Promise<void> | null = null;
  #reading: Promise<void> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #closed = false;
  #retry = firstRetry;
  #idleFor = 0;
  #cancelRetry: Cancel = () => undefined;
  #cancelRead: Cancel = () => undefined;
  /** Ends the waiting of a write that the device does not take. */
  #wakeWrite: () => void = () => undefined;

  /**
   * @param folder where the kernel puts printers
   * @throws BadPrinterUri
   */
  constructor(uri: string, events: TransportEvents, timers: Timers, folder = '/dev/usb') {
    this.#path = parseUsbUri(uri);
    this.#folder = folder;
    this.#events = events;
    this.#timers = timers;
  }

  get isOpen(): boolean {
    return this.#device !== null;
  }

  start(): void {
    if (this.#device !== null || this.#opening !== null || this.#closed) return;
    this.#opening = this.#open().finally(() => {
      this.#opening = null;
    });
  }

  write(bytes: Uint8Array): Promise<void> {
    const device = this.#device;
    if (device === null) return Promise.reject(new NotConnected('No printer on the USB cable'));
    // One after the other: the kernel takes parts, and the parts of two writes must not mix.
    const written = this.#writing.then(() => this.#send(device, bytes));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  drop(reason: string): void {
    if (this.#device !== null) this.#lose(this.#device, reason);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelRetry();
    const device = this.#forget();
    await this.#opening;
    await this.#writing;
    await this.#reading;
    // The kernel throws away what has not left for the printer yet: whoever closes has waited for its proof.
    await device?.close().catch(() => undefined);
    await this.#forget()?.close();
  }

  async #open(): Promise<void> {
    try {
      const path = this.#path ?? (await this.#first());
      const device = await open(path, constants.O_RDWR | constants.O_NONBLOCK);
      if (!(await device.stat()).isCharacterDevice()) {
        await device.close();
        throw new Error(`${path} is not a device`);
      }
      if (this.#closed) return await device.close();
      this.#device = device;
      this.#retry = firstRetry;
      this.#idleFor = 0;
      this.#events.opened();
      this.#planRead(device);
    } catch (error) {
      this.#failed(text(error));
    }
  }

  async #first(): Promise<string> {
    const names = await readdir(this.#folder).catch((): string[] => []);
    const [first] = names
      .filter((name) => /^lp\d+$/.test(name))
      .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
    if (first === undefined) throw new Error('no printer is plugged in');
    return join(this.#folder, first);
  }

  async #send(device: FileHandle, bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length; ) {
      if (this.#device !== device)
        throw sent === 0 ? new NotConnected('The printer was unplugged') : new LinkLost('unplugged');
      try {
        const { bytesWritten } = await device.write(bytes, sent, Math.min(chunk, bytes.length - sent));
        sent += bytesWritten;
        this.#idleFor = 0;
        this.#planRead(device);
      } catch (error) {
        if (!isBusy(error)) {
          this.#lose(device, text(error));
          throw new LinkLost(text(error));
        }
        await this.#pause();
      }
    }
  }

  async #pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#timers.after(busyPoll, resolve);
    this.#wakeWrite = () => {
      cancel();
      resolve();
    };
    await promise;
  }

  #planRead(device: FileHandle): void {
    this.#cancelRead();
    if (this.#device !== device || this.#reading !== null) return;
    const wait = this.#idleFor < answerDue ? busyPoll : idlePoll;
    this.#cancelRead = this.#timers.after(wait, () => {
      this.#idleFor += wait;
      this.#reading = this.#read(device).finally(() => {
        this.#reading = null;
        this.#planRead(device);
      });
    });
  }

  async #read(device: FileHandle): Promise<void> {
    const buffer = Buffer.alloc(1024);
    try {
      const { bytesRead } = await device.read(buffer, 0, buffer.length, null);
      if (this.#device === device && bytesRead > 0) this.#events.received(buffer.subarray(0, bytesRead));
    } catch (error) {
      if (!isBusy(error)) this.#lose(device, text(error));
    }
  }

  #lose(device: FileHandle, reason: string): void {
    if (this.#device !== device || this.#closed) return;
    this.#forget();
    void Promise.all([this.#reading, this.#writing])
      .then(() => device.close())
      .catch(() => undefined);
    this.#failed(reason);
  }

  #failed(reason: string): void {
    if (this.#closed) return;
    const pause = this.#retry * (0.75 + Math.random() / 2);
    this.#retry = Math.min(this.#retry * 2, slowestRetry);
    this.#cancelRetry = this.#timers.after(pause, () => this.start());
    this.#events.lost(reason);
  }

  #forget(): FileHandle | null {
    const device = this.#device;
    this.#device = null;
    this.#cancelRead();
    this.#wakeWrite();
    return device;
  }
}

/** Nothing to read now, or no room to write. */
function isBusy(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN';
}

function text(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
