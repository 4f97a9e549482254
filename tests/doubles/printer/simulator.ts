import { createServer, type Server, type Socket } from 'node:net';
import { type Command, CommandReader } from './commands.ts';
import { type Mark, Typesetter } from './decoder.ts';
import { automaticStatus, type Faults, isOffline, mended, realtimeStatus } from './sensors.ts';

export type { Faults };

/** How it behaves on the wire; all off by default. */
export interface Manners {
  /** Prints and never says a word. */
  mute: boolean;
  /** Answers DLE EOT and knows no GS r. */
  noFence: boolean;
  /** Takes connections and never reads. */
  swallows: boolean;
  /** Takes connections and ends them. */
  hangsUp: boolean;
  /** Milliseconds a line. */
  slow: number;
  /** Once so many bytes have arrived, from now on: resets the connection, keeps what it has. */
  resetAfter: number | null;
  /** Once so many lines are printed, from now on: the roll ends. */
  paperLines: number | null;
}

const polite: Manners = {
  mute: false,
  noFence: false,
  swallows: false,
  hangsUp: false,
  slow: 0,
  resetAfter: null,
  paperLines: null,
};

/**
 * A thermal printer on TCP that speaks ESC/POS as Epson's reference says: real-time questions are answered out of turn,
 * everything else in its turn, and nothing moves while it is offline; its buffer outlives a connection.
 */
export class SimulatedPrinter {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #faults: Faults = { ...mended };
  readonly #manners: Manners = { ...polite };
  readonly #reader = new CommandReader((what) => void this.garbage.push(what));
  readonly #queue: { command: Command; from: Socket }[] = [];
  readonly #onCut: ((slip: readonly Mark[]) => void) | undefined;
  #typesetter = new Typesetter();
  #realtime: number[] = [];
  #asb = 0;
  #timer: NodeJS.Timeout | null = null;
  #address = { host: '', port: 0 };
  #slip: Mark[] = [];

  /** Papers that were cut, oldest first. */
  readonly slips: Mark[][] = [];
  /** What happened, in words, for a failing test. */
  readonly log: string[] = [];
  /** Bytes that were no command; a printer skips them, a test should not. */
  readonly garbage: string[] = [];
  /** Bytes that have arrived. */
  received = 0;
  connections = 0;

  private constructor(onCut?: (slip: readonly Mark[]) => void) {
    this.#onCut = onCut;
    this.#server = createServer({ noDelay: true }, (socket) => this.#greet(socket));
  }

  /** Port 0: any free one. */
  static async listen({
    host = '127.0.0.1',
    port = 0,
    onCut,
  }: {
    host?: string;
    port?: number;
    onCut?: (slip: readonly Mark[]) => void;
  } = {}): Promise<SimulatedPrinter> {
    const printer = new SimulatedPrinter(onCut);
    printer.#address = { host, port };
    await printer.switchOn();
    return printer;
  }

  get uri(): string {
    return `tcp://${this.#address.host}:${this.#address.port}`;
  }

  /** What is printed and not cut yet. */
  get unfinished(): readonly Mark[] {
    return this.#slip;
  }

  get openConnections(): number {
    return this.#sockets.size;
  }

  /** Makes or mends faults; a mended printer goes on where it stopped. */
  set(faults: Partial<Faults>): void {
    Object.assign(this.#faults, faults);
    this.log.push(`faults ${JSON.stringify(faults)}`);
    this.#reportChange();
    this.#work();
  }

  behave(manners: Partial<Manners>): void {
    Object.assign(this.#manners, manners);
    for (const socket of this.#sockets) this.#readOrNot(socket);
  }

  /** Cuts every connection with a reset, as a pulled cable or a crash does. */
  reset(): void {
    this.log.push('reset');
    for (const socket of this.#sockets) socket.resetAndDestroy();
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
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#queue.length = 0;
    this.#reader.clear();
    this.#typesetter = new Typesetter();
    this.#asb = 0;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.reset();
    await closed;
  }

  #greet(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('data', (bytes) => this.#receive(bytes, socket));
    if (this.#manners.hangsUp) socket.end();
    this.#readOrNot(socket);
  }

  #readOrNot(socket: Socket): void {
    if (this.#manners.swallows) socket.pause();
    else socket.resume();
  }

  #receive(bytes: Buffer, from: Socket): void {
    const limit = this.#manners.resetAfter;
    const taken = limit === null ? bytes : bytes.subarray(0, limit);
    this.received += taken.length;
    for (const command of this.#reader.push(this.#withoutRealtime(taken, from))) this.#queue.push({ command, from });
    this.#work();
    if (limit === null) return;
    this.#manners.resetAfter = limit - taken.length;
    if (this.#manners.resetAfter > 0) return;
    this.#manners.resetAfter = null;
    this.reset();
  }

  /** DLE EOT n and DLE ENQ n are obeyed on arrival and never reach the buffer. */
  #withoutRealtime(bytes: Buffer, from: Socket): Buffer {
    const rest: number[] = [];
    for (const byte of bytes) {
      this.#realtime.push(byte);
      const [dle, kind, n] = this.#realtime;
      if (dle !== 0x10 || (kind !== undefined && kind !== 0x04 && kind !== 0x05)) {
        rest.push(...this.#realtime);
        this.#realtime = [];
      } else if (n !== undefined) {
        this.#realtime = [];
        if (kind === 0x04) this.#say(from, [realtimeStatus(n, this.#faults)]);
      }
    }
    return Buffer.from(rest);
  }

  #reportChange(): void {
    if (this.#asb === 0) return;
    for (const socket of this.#sockets) this.#say(socket, automaticStatus(this.#faults));
  }

  #say(to: Socket, bytes: readonly number[]): void {
    if (!this.#manners.mute && !this.#manners.swallows && to.writable) to.write(Buffer.from(bytes));
  }

  #work(): void {
    while (this.#timer === null && !isOffline(this.#faults)) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#execute(next.command, next.from);
      if (this.#manners.slow > 0 && next.command.name === 'LF') {
        this.#timer = setTimeout(() => {
          this.#timer = null;
          this.#work();
        }, this.#manners.slow);
      }
    }
  }

  #execute(command: Command, from: Socket): void {
    const mark = this.#typesetter.execute(command);
    if (mark !== undefined) this.#print(mark);
    const { name, args } = command;
    if (name === 'GS r') {
      if (!this.#manners.noFence) this.#answer(from, [this.#faults.nearEnd ? 0x03 : 0x00]);
    } else if (name === 'GS a') {
      this.#asb = args[0] ?? 0;
      if (this.#asb !== 0) this.#answer(from, automaticStatus(this.#faults));
    } else if (name === 'GS I') {
      this.#answer(from, [0x5f, ...Buffer.from(args[0] === 66 ? 'EPSON' : 'TM-T82III'), 0x00]);
    } else if (name === 'GS (' && args[0] === 'H'.charCodeAt(0) && args[3] === 0x30) {
      if (!this.#manners.noFence) this.#answer(from, [0x37, 0x22, ...args.subarray(5, 9), 0x00]);
    }
  }

  /** An answer in turn goes to whoever is connected now: the printer does not remember who asked. */
  #answer(from: Socket, bytes: readonly number[]): void {
    const to = from.destroyed ? [...this.#sockets].at(-1) : from;
    if (to !== undefined) this.#say(to, bytes);
  }

  #print(mark: Mark): void {
    this.#slip.push(mark);
    if (mark.kind === 'cut') {
      this.log.push('cut');
      this.slips.push(this.#slip);
      this.#onCut?.(this.#slip);
      this.#slip = [];
    }
    if (mark.kind !== 'line' || this.#manners.paperLines === null) return;
    this.#manners.paperLines -= 1;
    if (this.#manners.paperLines > 0) return;
    this.#manners.paperLines = null;
    this.set({ paperOut: true });
  }
}
