import type { Timers } from '../../../main/printing/timers.ts';
import type { OpenTransport } from '../../../main/printing/transports/transport.ts';
import { CableTransport } from './cable-transport.ts';
import type { PrinterMechanism } from './mechanism.ts';
import { Wire } from './wire.ts';

export interface CableOptions {
  readonly printer: PrinterMechanism;
  readonly timers: Timers;
  /** Milliseconds from end to end. */
  readonly latency?: number;
  /** What the slowest part of the way carries; null: as much as there is. A serial line of 9600 baud carries 960. */
  readonly bytesPerSecond?: number | null;
  /** Bytes that the systems on the way take for a printer that does not read. */
  readonly window?: number;
}

/**
 * The way between programs and one printer that serves one of them at a time, without sockets and on virtual time, with
 * all that happens to cables.
 */
export class Cable {
  readonly printer: PrinterMechanism;
  readonly latency: number;
  readonly #timers: Timers;
  readonly #bytesPerSecond: number | null;
  readonly #window: number;
  readonly #wires = new Set<Wire>();
  #isPlugged = true;
  #isPowered = true;
  #isTaken = false;
  #isDeaf = false;

  constructor({ printer, timers, latency = 1, bytesPerSecond = null, window = 0 }: CableOptions) {
    this.printer = printer;
    this.latency = latency;
    this.#timers = timers;
    this.#bytesPerSecond = bytesPerSecond;
    this.#window = window;
  }

  /** Connections that the printer holds. */
  get connections(): number {
    return this.#wires.size;
  }

  /** The end of one program: what it opens, and what of it stops when the program is killed. */
  end(): CableEnd {
    return new CableEnd(this);
  }

  /** Out of its socket: what is on the way is gone, and the connection with it. */
  pull(): void {
    this.#isPlugged = false;
    this.#breakAll('cable pulled');
  }

  plugIn(): void {
    this.#isPlugged = true;
  }

  /** The printer's plug is pulled: connection and buffer are gone. */
  powerOff(): void {
    this.#isPowered = false;
    this.printer.losePower();
    this.#breakAll('power off');
  }

  powerOn(): void {
    this.#isPowered = true;
  }

  /** Another program takes the printer's only session. */
  steal(): void {
    this.#isTaken = true;
    this.#breakAll('ECONNRESET');
  }

  giveBack(): void {
    this.#isTaken = false;
  }

  /** A switch on the way has forgotten the connection: bytes vanish both ways, and nobody is told. */
  goDeaf(): void {
    this.#isDeaf = true;
    for (const wire of this.#wires) wire.goDeaf();
  }

  /** New connections reach the printer again; the old one never will. */
  hearAgain(): void {
    this.#isDeaf = false;
  }

  /** The printer's manners have changed: it may read again. */
  resume(): void {
    for (const wire of this.#wires) wire.resume();
  }

  /** Everything is as it should be again. */
  mend(): void {
    this.plugIn();
    this.powerOn();
    this.giveBack();
    this.hearAgain();
    this.resume();
  }

  /** An attempt to connect. */
  dial(transport: CableTransport): Wire | 'refused' | 'no answer' {
    if (!this.#isPlugged || !this.#isPowered || this.#isDeaf) return 'no answer';
    const before = [...this.#wires].find((wire) => !wire.isAbandoned);
    if (this.#isTaken || before !== undefined) return 'refused';
    const wire: Wire = new Wire({
      printer: this.printer,
      timers: this.#timers,
      latency: this.latency,
      bytesPerSecond: this.#bytesPerSecond,
      window: this.#window,
      transport,
      ended: () => this.#wires.delete(wire),
    });
    this.#wires.add(wire);
    return wire;
  }

  #breakAll(reason: string): void {
    for (const wire of [...this.#wires]) wire.break(reason);
  }
}

/** One program's end of the cable. */
export class CableEnd {
  readonly #cable: Cable;
  readonly #transports = new Set<CableTransport>();
  #isDead = false;
  /** Told, before they leave, of bytes that are longer than a question: of a slip. */
  onSlip: ((bytes: Uint8Array) => void) | null = null;

  constructor(cable: Cable) {
    this.#cable = cable;
  }

  readonly open: OpenTransport = (_uri, events, timers) => {
    const transport = new CableTransport({
      cable: this.#cable,
      events,
      timers,
      leaving: (bytes) => {
        if (bytes.length > longestQuestion) this.onSlip?.(bytes);
        return !this.#isDead;
      },
    });
    this.#transports.add(transport);
    return transport;
  };

  /** The program is killed: what the system has taken still goes out, and nothing comes in any more. */
  kill(): void {
    this.#isDead = true;
    for (const transport of this.#transports) transport.kill();
  }
}

/** What the link sends beside slips, resynchronising included, is shorter; bytes. */
const longestQuestion = 200;
