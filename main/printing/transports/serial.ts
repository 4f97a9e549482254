import type { Cancel, Timers } from '../timers.ts';
import type { Dial, Wire, WireEvents } from './mending.ts';
import { LinkLost, NotConnected, reasonOf } from './transport.ts';

/** As much of the binding's open port as is used. */
interface Port {
  read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }>;
  /** Resolves when the system has taken every byte. */
  write(bytes: Buffer): Promise<void>;
  /** Throws away what has not left. */
  flush(): Promise<void>;
  /** Waits until everything has left. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** How long the last bytes may take to leave for the printer before the cable is let go, ms. */
const farewell = 2000;

/**
 * A printer on a serial cable: 8 data bits, no parity, 1 stop bit. It may say XOFF while its buffer is full, which the
 * system obeys by itself; the printer must be set to that, because many a cable does not carry the wires for the other
 * way. The system sees an adapter being pulled, but not the cable behind it: the printer's silence tells.
 * @param baud bits a second; must be what the printer is set to
 */
export function dialSerial({ device, baud }: { readonly device: string; readonly baud: number }): Dial {
  return (events, timers) => new SerialWire(device, baud, events, timers);
}

class SerialWire implements Wire {
  readonly #events: WireEvents;
  readonly #timers: Timers;
  readonly #opening: Promise<void>;
  #port: Port | null = null;
  #over = false;
  #writing: Promise<void> = Promise.resolve();
  #reading: Promise<void> = Promise.resolve();

  constructor(path: string, baud: number, events: WireEvents, timers: Timers) {
    this.#events = events;
    this.#timers = timers;
    this.#opening = this.#open(path, baud);
  }

  write(bytes: Uint8Array): Promise<void> {
    // The system's binding takes one write at a time.
    const written = this.#writing.then(() => this.#send(Buffer.from(bytes)));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async cut(): Promise<void> {
    this.#over = true;
    await this.#opening;
    // Bytes that a printer does not take would hold the closing back for half a minute.
    await this.#port?.flush().catch(() => undefined);
    await this.#letGo();
  }

  async end(): Promise<void> {
    this.#over = true;
    let cancel: Cancel = () => undefined;
    const late = new Promise<boolean>((resolve) => {
      cancel = this.#timers.after(farewell, () => resolve(false));
    });
    await this.#opening;
    const left = this.#port?.drain().then(
      () => true,
      () => false,
    );
    const hasLeft = await Promise.race([left, late]);
    cancel();
    // Throwing away what seems to have left can still reach the last bytes inside the system.
    await (hasLeft ? this.#letGo() : this.cut());
  }

  async #letGo(): Promise<void> {
    await this.#port?.close().catch(() => undefined);
    await Promise.all([this.#writing, this.#reading]);
  }

  async #open(path: string, baudRate: number): Promise<void> {
    try {
      // Loaded for those who need it: a machine that cannot load it must still open its lounge.
      const { SerialPort } = await import('serialport');
      const port: Port = await SerialPort.binding.open({ path, baudRate, xon: true });
      this.#port = port;
      if (this.#over) return;
      this.#events.opened();
      this.#reading = this.#read(port);
    } catch (error) {
      this.#events.ended(reasonOf(error));
    }
  }

  async #send(bytes: Buffer): Promise<void> {
    if (this.#port === null || this.#over) throw new NotConnected('The serial port is closed');
    try {
      await this.#port.write(bytes);
    } catch (error) {
      this.#events.ended(reasonOf(error));
      throw new LinkLost(reasonOf(error));
    }
  }

  async #read(port: Port): Promise<void> {
    try {
      while (!this.#over) {
        const { buffer, bytesRead } = await port.read(Buffer.alloc(1024), 0, 1024);
        if (bytesRead > 0) this.#events.received(buffer.subarray(0, bytesRead));
      }
    } catch (error) {
      this.#events.ended(reasonOf(error));
    }
  }
}
