import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** A peer on TCP that keeps what it hears, says what a test wants said, and knows no printer's language. */
export class Listener {
  #server: Server | null = null;
  #port = 0;
  #reads = true;
  readonly sockets = new Set<Socket>();
  readonly #heard: Buffer[] = [];
  connections = 0;

  get heard(): Buffer {
    return Buffer.concat(this.#heard);
  }

  get uri(): string {
    return `tcp://127.0.0.1:${this.#port}`;
  }

  get address(): { host: string; port: number } {
    return { host: '127.0.0.1', port: this.#port };
  }

  /** At the port of the last time, if there was one. */
  async arrive(): Promise<void> {
    const server = createServer({ pauseOnConnect: true }, (socket) => this.#greet(socket));
    this.#server = server;
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.#port = address.port;
  }

  /** From now on nothing is read, or everything is again. */
  read(reads: boolean): void {
    this.#reads = reads;
    for (const socket of this.sockets)
      if (reads) socket.resume();
      else socket.pause();
  }

  say(text: string): void {
    for (const socket of this.sockets) socket.write(text);
  }

  async leave(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    for (const socket of this.sockets) socket.destroy();
    if (server === null) return;
    server.close();
    await once(server, 'close');
  }

  #greet(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('data', (bytes) => this.#heard.push(bytes));
    if (this.#reads) socket.resume();
    else socket.pause();
  }
}
