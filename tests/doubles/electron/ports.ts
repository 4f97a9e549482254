import { EventEmitter } from 'node:events';
import { note } from './journal.ts';
import { planned, unplanned } from './planned.ts';

/** Takes what is sent to a port that was handed to a page. */
export interface Carrier {
  frame(data: string): void;
  close(): void;
}

/** Carries strings: CDP has nothing else, and our frames are nothing else. */
export class PortDouble extends EventEmitter {
  #other: PortDouble | null = null;
  #carrier: Carrier | null = null;
  #waiting: string[] | null = [];
  #open = true;

  entangle(other: PortDouble): void {
    this.#other = other;
  }

  /** The port goes to a page: from now on `carrier` is this end. */
  hand(carrier: Carrier): void {
    if (!this.#open) return carrier.close();
    this.#carrier = carrier;
    for (const data of this.#waiting ?? []) carrier.frame(data);
    this.#waiting = null;
  }

  /** Something comes out at this end. */
  arrive(data: string): void {
    if (!this.#open) note('frame lost');
    else if (this.#carrier) this.#carrier.frame(data);
    else if (this.#waiting) this.#waiting.push(data);
    else this.emit('message', { data, ports: [] });
  }

  /** The page sends from the end it was handed. */
  send(data: string): void {
    this.#other?.arrive(data);
  }

  postMessage(message: unknown, transfer: unknown[] = []): void {
    if (typeof message !== 'string' || transfer.length > 0)
      throw unplanned('port.postMessage of anything but a string');
    if (this.#open) this.#other?.arrive(message);
    else note('frame after close');
  }

  start(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    for (const data of waiting ?? []) this.emit('message', { data, ports: [] });
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#carrier?.close();
    const other = this.#other;
    setImmediate(() => {
      this.emit('close');
      other?.close();
    });
  }
}

const inner = new WeakMap<object, PortDouble>();

function port(): { double: PortDouble; shown: Electron.MessagePortMain } {
  const double = new PortDouble();
  const shown = planned('MessagePortMain', double) as unknown as Electron.MessagePortMain;
  inner.set(shown, double);
  return { double, shown };
}

export class MessageChannelMain {
  readonly port1: Electron.MessagePortMain;
  readonly port2: Electron.MessagePortMain;

  constructor() {
    const [one, two] = [port(), port()];
    one.double.entangle(two.double);
    two.double.entangle(one.double);
    this.port1 = one.shown;
    this.port2 = two.shown;
  }
}

/** The double behind a port that our code holds. */
export function doubleOf(shown: Electron.MessagePortMain): PortDouble {
  const double = inner.get(shown);
  if (!double) throw unplanned('a port that no MessageChannelMain made');
  return double;
}
