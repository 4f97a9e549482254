import type { Cancel, Timers } from '../../../main/printing/timers.ts';
import {
  LinkLost,
  NotConnected,
  type Transport,
  type TransportEvents,
} from '../../../main/printing/transports/transport.ts';
import type { Cable } from './cable.ts';
import type { Wire } from './wire.ts';

interface CableTransportParts {
  readonly cable: Cable;
  readonly events: TransportEvents;
  readonly timers: Timers;
  /** Asked before bytes leave; false: the program is dead by now. */
  readonly leaving: (bytes: Uint8Array) => boolean;
}

/** All in milliseconds, as over TCP. */
const connectLimit = 3000;
const firstRetry = 250;
const slowestRetry = 5000;

/** What `TcpTransport` is on a network, on a cable without sockets. */
export class CableTransport implements Transport {
  readonly proof = 'replies';
  readonly #its: CableTransportParts;
  readonly #rejects = new Set<(error: Error) => void>();
  #wire: Wire | null = null;
  /** Until its connection stands. */
  #dialled: Wire | null = null;
  #started = false;
  #over = false;
  #retry = firstRetry;
  #cancel: Cancel = () => undefined;

  constructor(parts: CableTransportParts) {
    this.#its = parts;
  }

  get isOpen(): boolean {
    return this.#wire !== null;
  }

  start(): void {
    if (this.#started || this.#over) return;
    this.#started = true;
    this.#connectIn(0);
  }

  async write(bytes: Uint8Array): Promise<void> {
    const wire = this.#wire;
    if (wire === null) throw new NotConnected('No connection to the printer');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#rejects.add(reject);
    if (this.#its.leaving(bytes)) {
      wire.send(bytes, () => {
        this.#rejects.delete(reject);
        resolve();
      });
    }
    await promise;
  }

  drop(reason: string): void {
    if (this.#over || !this.#started) return;
    this.#wire?.hangUp();
    this.#lose(reason);
  }

  close(): Promise<void> {
    this.#over = true;
    this.#cancel();
    for (const wire of [this.#wire, this.#dialled]) wire?.hangUp();
    this.#wire = null;
    return Promise.resolve();
  }

  /** The program is dead: not even its promises are kept. */
  kill(): void {
    this.#rejects.clear();
    void this.close();
  }

  hear(wire: Wire, bytes: Buffer): void {
    if (this.#wire !== wire) return;
    this.#retry = firstRetry;
    this.#its.events.received(bytes);
  }

  broken(wire: Wire, reason: string): void {
    if (this.#wire === wire) this.#lose(reason);
  }

  #connectIn(ms: number): void {
    const { cable, timers } = this.#its;
    this.#cancel = timers.after(ms, () => {
      const dialled = cable.dial(this);
      if (dialled === 'refused') this.#cancel = timers.after(cable.latency, () => this.#lose('ECONNREFUSED'));
      else if (dialled === 'no answer') this.#cancel = timers.after(connectLimit, () => this.#lose('no answer'));
      else {
        this.#dialled = dialled;
        this.#cancel = timers.after(2 * cable.latency, () => this.#connected(dialled));
      }
    });
  }

  #connected(wire: Wire): void {
    this.#dialled = null;
    if (!wire.isOpen) return this.#lose('ECONNRESET');
    this.#wire = wire;
    this.#its.events.opened();
    if (this.#its.cable.printer.manners.hangsUp) wire.break('ended by the printer');
  }

  #lose(reason: string): void {
    this.#wire = null;
    this.#cancel();
    const rejects = [...this.#rejects];
    this.#rejects.clear();
    for (const reject of rejects) reject(new LinkLost(reason));
    this.#connectIn(this.#retry);
    this.#retry = Math.min(this.#retry * 2, slowestRetry);
    this.#its.events.lost(reason);
  }
}
