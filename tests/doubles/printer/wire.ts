import type { Timers } from '../../../main/printing/timers.ts';
import type { CableTransport } from './cable-transport.ts';
import type { Line, PrinterMechanism } from './mechanism.ts';

interface WireParts {
  readonly printer: PrinterMechanism;
  readonly timers: Timers;
  readonly latency: number;
  readonly bytesPerSecond: number | null;
  readonly window: number;
  readonly transport: CableTransport;
  readonly ended: () => void;
}

interface Parcel {
  readonly bytes: Uint8Array;
  readonly taken: () => void;
}

/** How often a slow line hands on what it has carried, ms. */
const beat = 10;

/** One connection between a program and the printer, with the bytes that are on their way. */
export class Wire implements Line {
  readonly #its: WireParts;
  readonly #parcels: Parcel[] = [];
  #transport: CableTransport | null;
  #isOpen = true;
  #isDeaf = false;
  #isEnding = false;
  #isCarrying = false;
  #isDelivering = false;

  constructor(parts: WireParts) {
    this.#its = parts;
    this.#transport = parts.transport;
    parts.printer.connect(this);
  }

  /** Whether the printer's side stands. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Nobody is at its end any more, or nothing gets through: the printer takes another connection. */
  get isAbandoned(): boolean {
    return this.#isDeaf || this.#isEnding;
  }

  /** @param taken the system has the bytes; not told while the printer does not read */
  send(bytes: Uint8Array, taken: () => void): void {
    this.#parcels.push({ bytes, taken });
    this.resume();
  }

  say(bytes: Buffer): void {
    if (this.#isDeaf) return;
    this.#its.timers.after(this.#its.latency, () => this.#transport?.hear(this, bytes));
  }

  /** The printer breaks it off. */
  reset(): void {
    this.break('ECONNRESET');
  }

  break(reason: string): void {
    if (!this.#isOpen) return;
    this.#parcels.length = 0;
    this.#end();
    this.#transport?.broken(this, reason);
  }

  goDeaf(): void {
    this.#isDeaf = true;
    this.resume();
  }

  /** The program's side is closed, or dead: what was taken still arrives, then it ends. */
  hangUp(): void {
    this.#transport = null;
    this.#isEnding = true;
    if (this.#isDeaf || this.#its.printer.manners.swallows) this.#parcels.length = 0;
    if (this.#parcels.length === 0 && !this.#isDelivering) this.#end();
  }

  resume(): void {
    if (this.#isDeaf) for (const { taken } of this.#parcels.splice(0)) taken();
    if (this.#isDeaf) return;
    const { swallows } = this.#its.printer.manners;
    let room = swallows ? this.#its.window : Number.POSITIVE_INFINITY;
    for (const { bytes, taken } of this.#parcels) {
      room -= bytes.length;
      if (room >= 0) taken();
    }
    if (swallows) return;
    if (this.#isCarrying || this.#parcels.length === 0) return;
    this.#isCarrying = true;
    const { timers, latency, bytesPerSecond } = this.#its;
    timers.after(bytesPerSecond === null ? latency : beat, () => {
      this.#isCarrying = false;
      this.#deliver(bytesPerSecond === null ? Number.POSITIVE_INFINITY : Math.ceil((bytesPerSecond * beat) / 1000));
    });
  }

  #deliver(room: number): void {
    let left = room;
    while (this.#isOpen && !this.#isDeaf && left > 0) {
      const [parcel] = this.#parcels;
      if (parcel === undefined) break;
      const piece = parcel.bytes.subarray(0, left);
      const rest = parcel.bytes.subarray(piece.length);
      left -= piece.length;
      if (rest.length === 0) this.#parcels.shift();
      else this.#parcels[0] = { bytes: rest, taken: parcel.taken };
      this.#isDelivering = true;
      this.#its.printer.take(piece, this);
      this.#isDelivering = false;
    }
    if (!this.#isOpen) return;
    if (this.#isEnding && this.#parcels.length === 0) this.#end();
    else this.resume();
  }

  #end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#its.printer.disconnect(this);
    this.#its.ended();
  }
}
