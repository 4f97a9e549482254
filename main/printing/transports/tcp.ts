import { connect, type Socket } from 'node:net';
import type { Cancel, Timers } from '../timers.ts';
import { BadPrinterUri, LinkLost, NotConnected, type Transport, type TransportEvents } from './transport.ts';

export interface TcpAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * Reads `tcp://HOST:PORT`, e.g. `tcp://192.168.1.87:9100` or `tcp://[fe80::1]:9100`.
 * @throws BadPrinterUri for anything else
 */
export function parseTcpUri(uri: string): TcpAddress {
  const [, v6, name, port = ''] = /^tcp:\/\/(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+)):(\d{1,5})\/?$/i.exec(uri) ?? [];
  const host = v6 ?? name;
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) {
    throw new BadPrinterUri(`Not a printer address: ${uri} (expected tcp://HOST:PORT)`);
  }
  return { host, port: Number(port) };
}

/** All in milliseconds. */
const connectLimit = 3000;
const firstRetry = 250;
const slowestRetry = 5000;
/** A connection that lives this long was a good one: the next loss is mended at once. */
const proven = 5000;
/** How long the peer may take to close its side. */
const farewell = 500;

/**
 * Raw TCP, usually port 9100. One connection is kept, because many printers serve one at a time and opening another
 * steals it; a loss is mended quietly with growing pauses.
 */
export class TcpTransport implements Transport {
  readonly #address: TcpAddress;
  readonly #events: TransportEvents;
  readonly #timers: Timers;
  #socket: Socket | null = null;
  #open = false;
  #closed = false;
  #retry = firstRetry;
  #cancelTimer: Cancel = () => undefined;

  /** @throws BadPrinterUri */
  constructor(uri: string, events: TransportEvents, timers: Timers) {
    this.#address = parseTcpUri(uri);
    this.#events = events;
    this.#timers = timers;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  start(): void {
    if (this.#socket === null && !this.#closed) this.#connect();
  }

  async write(bytes: Uint8Array): Promise<void> {
    const socket = this.#socket;
    if (socket === null || !this.#open) throw new NotConnected('No connection to the printer');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.write(bytes, (error) => (error ? reject(new LinkLost(error.message)) : resolve()));
    await promise;
  }

  drop(reason: string): void {
    const socket = this.#socket;
    if (socket !== null) this.#lose(socket, reason);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelTimer();
    const socket = this.#socket;
    if (socket === null) return;
    this.#forget();
    const ended = new Promise<void>((resolve) => {
      if (socket.closed) resolve();
      else socket.once('close', () => resolve());
    });
    if (socket.connecting) {
      socket.destroy();
    } else {
      // Bytes the system already took still reach the printer; a destroy could take them back.
      socket.end();
      this.#cancelTimer = this.#timers.after(farewell, () => socket.destroy());
      socket.resume();
    }
    await ended;
    this.#cancelTimer();
  }

  #connect(): void {
    const socket = connect({ ...this.#address, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
    this.#socket = socket;
    this.#cancelTimer = this.#timers.after(connectLimit, () => this.#lose(socket, 'no answer'));
    socket.on('connect', () => {
      this.#cancelTimer();
      this.#open = true;
      this.#cancelTimer = this.#timers.after(proven, () => {
        this.#retry = firstRetry;
      });
      this.#events.opened();
    });
    socket.on('data', (bytes) => {
      if (this.#socket !== socket) return;
      this.#retry = firstRetry;
      this.#events.received(bytes);
    });
    // A printer that ends its side and does not read never lets 'close' come: the unsent bytes hold it back.
    socket.on('end', () => this.#lose(socket, 'ended by the printer'));
    socket.on('error', (error: NodeJS.ErrnoException) => this.#lose(socket, error.code ?? error.message));
    socket.on('close', () => this.#lose(socket, 'closed'));
  }

  #lose(socket: Socket, reason: string): void {
    if (this.#socket !== socket || this.#closed) return;
    this.#forget();
    socket.destroy();
    const pause = this.#retry * (0.75 + Math.random() / 2);
    this.#retry = Math.min(this.#retry * 2, slowestRetry);
    this.#cancelTimer = this.#timers.after(pause, () => this.#connect());
    this.#events.lost(reason);
  }

  #forget(): void {
    this.#cancelTimer();
    this.#open = false;
    this.#socket = null;
  }
}
