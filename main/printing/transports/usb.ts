import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cancel, Timers } from '../timers.ts';
import type { Dial, Wire, WireEvents } from './mending.ts';
import { LinkLost, NotConnected, reasonOf } from './transport.ts';

/** How soon the device is asked again for what it did not take, or may have said, while an answer is due; all in ms. */
const busyPoll = 15;
const idlePoll = 250;
/** An answer is due for so long after something was written. */
const answerDue = 2000;
/** As much as the kernel's driver takes at once. */
const chunk = 8192;

/**
 * A printer on a USB cable, by Linux's `usblp` driver. The device is opened without waiting (`O_NONBLOCK`), so that no
 * call here ever hangs until somebody brings paper, and no thread has to be kept for it; what the kernel does not take
 * yet is offered again. It is never created: a missing printer must not become a file in which slips are "printed".
 * @param device null for the first that is plugged in
 * @param folder where the kernel puts printers
 */
export function dialUsb(device: string | null, folder = '/dev/usb'): Dial {
  return (events, timers) => new UsbWire(() => findPrinter(device, folder), events, timers);
}

/** @throws (rejects) when there is none */
async function findPrinter(device: string | null, folder: string): Promise<string> {
  if (device !== null) return device;
  const names = await readdir(folder).catch((): string[] => []);
  const [first] = names.filter((name) => /^lp\d+$/.test(name)).sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
  if (first === undefined) throw new Error('no printer is plugged in');
  return join(folder, first);
}

class UsbWire implements Wire {
  readonly #events: WireEvents;
  readonly #timers: Timers;
  readonly #opening: Promise<void>;
  #device: FileHandle | null = null;
  #over = false;
  #reading: Promise<void> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #idleFor = 0;
  #cancelRead: Cancel = () => undefined;
  /** Ends the waiting of a write that the device does not take. */
  #wakeWrite: () => void = () => undefined;

  constructor(find: () => Promise<string>, events: WireEvents, timers: Timers) {
    this.#events = events;
    this.#timers = timers;
    this.#opening = this.#open(find);
  }

  write(bytes: Uint8Array): Promise<void> {
    // One after the other: the kernel takes parts, and the parts of two writes must not mix.
    const written = this.#writing.then(() => this.#send(bytes));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async cut(): Promise<void> {
    this.#over = true;
    this.#cancelRead();
    this.#wakeWrite();
    await Promise.all([this.#opening, this.#writing, this.#reading]);
    // The kernel throws away what has not left for the printer yet: whoever closes has waited for its proof.
    await this.#device?.close().catch(() => undefined);
  }

  end(): Promise<void> {
    return this.cut();
  }

  async #open(find: () => Promise<string>): Promise<void> {
    try {
      const path = await find();
      this.#device = await open(path, constants.O_RDWR | constants.O_NONBLOCK);
      if (!(await this.#device.stat()).isCharacterDevice()) throw new Error(`${path} is not a device`);
      if (this.#over) return;
      this.#events.opened();
      this.#planRead(this.#device);
    } catch (error) {
      this.#events.ended(reasonOf(error));
    }
  }

  async #send(bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length; ) {
      if (this.#device === null || this.#over)
        throw sent === 0 ? new NotConnected('The printer was unplugged') : new LinkLost('unplugged');
      try {
        const { bytesWritten } = await this.#device.write(bytes, sent, Math.min(chunk, bytes.length - sent));
        sent += bytesWritten;
        this.#idleFor = 0;
        this.#planRead(this.#device);
      } catch (error) {
        if (!isBusy(error)) {
          this.#events.ended(reasonOf(error));
          throw new LinkLost(reasonOf(error));
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
    if (this.#over) this.#wakeWrite();
    await promise;
  }

  #planRead(device: FileHandle): void {
    this.#cancelRead();
    if (this.#over || this.#reading !== null) return;
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
      if (bytesRead > 0) this.#events.received(buffer.subarray(0, bytesRead));
    } catch (error) {
      if (!isBusy(error)) this.#events.ended(reasonOf(error));
    }
  }
}

/** Nothing to read now, or no room to write. */
function isBusy(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN';
}
