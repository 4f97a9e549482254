import { createServer, type Server, type Socket } from 'node:net';
import { systemTimers } from '../../../main/printing/timers.ts';
import type { Mark } from './decoder.ts';
import type { Manners } from './manners.ts';
import { type Line, PrinterMechanism } from './mechanism.ts';
import type { Faults } from './sensors.ts';

export type { Faults };

interface Listening {
  readonly host?: string;
  readonly port?: number;
  readonly onCut?: (slip: readonly Mark[]) => void;
}

/** A thermal printer on TCP: the mechanism behind a server that takes anybody's connection. */
export class SimulatedPrinter {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #mechanism: PrinterMechanism;
  #address = { host: '', port: 0 };

  connections = 0;

  private constructor(onCut?: (slip: readonly Mark[]) => void) {
    this.#mechanism = new PrinterMechanism({ timers: systemTimers, onCut });
    this.#server = createServer({ noDelay: true }, (socket) => this.#greet(socket));
  }

  /** Port 0: any free one. */
  static async listen({ host = '127.0.0.1', port = 0, onCut }: Listening = {}): Promise<SimulatedPrinter> {
    const printer = new SimulatedPrinter(onCut);
    printer.#address = { host, port };
    await printer.switchOn();
    return printer;
  }

  get uri(): string {
    return `tcp://${this.#address.host}:${this.#address.port}`;
  }

  get openConnections(): number {
    return this.#sockets.size;
  }

  /** Papers that were cut, oldest first. */
  get slips(): readonly Mark[][] {
    return this.#mechanism.slips;
  }

  /** What is printed and not cut yet. */
  get unfinished(): readonly Mark[] {
    return this.#mechanism.unfinished;
  }

  /** What happened, in words, for a failing test. */
  get log(): readonly string[] {
    return this.#mechanism.log;
  }

  /** Bytes that were no command; a printer skips them, a test should not. */
  get garbage(): readonly string[] {
    return this.#mechanism.garbage;
  }

  /** Bytes that have arrived. */
  get received(): number {
    return this.#mechanism.received;
  }

  /** Makes or mends faults; a mended printer goes on where it stopped. */
  set(faults: Partial<Faults>): void {
    this.#mechanism.set(faults);
  }

  behave(manners: Partial<Manners>): void {
    this.#mechanism.behave(manners);
    for (const socket of this.#sockets) this.#readOrNot(socket);
  }

  /** Cuts every connection with a reset, as a pulled cable or a crash does. */
  reset(): void {
    this.#mechanism.reset();
  }

  async switchOn(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once('error', reject);
    this.#server.listen(this.#address.port, this.#address.host, resolve);
    await promise;
    this.#server.off('error', reject);
    const bound = this.#server.address();
    if (bound !== null && typeof bound === 'object') this.#address = { ...this.#address, port: bound.port };
  }

  /** Power off: connections and buffer are gone; the paper stays. */
  async switchOff(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#mechanism.losePower();
    await closed;
  }

  #greet(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    const line: Line = {
      get isOpen() {
        return !socket.destroyed;
      },
      say: (bytes) => {
        if (socket.writable) socket.write(bytes);
      },
      reset: () => void socket.resetAndDestroy(),
    };
    this.#mechanism.connect(line);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#mechanism.disconnect(line);
    });
    socket.on('data', (bytes) => this.#mechanism.take(bytes, line));
    if (this.#mechanism.manners.hangsUp) socket.end();
    this.#readOrNot(socket);
  }

  #readOrNot(socket: Socket): void {
    if (this.#mechanism.manners.swallows) socket.pause();
    else socket.resume();
  }
}
