import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** RFC 8011, 5.3.7 */
export const jobStates = { processing: 5, stopped: 6, canceled: 7, aborted: 8, completed: 9 } as const;

/** CUPS as a queue's client sees it: a few operations of IPP on a local socket. Jobs outlive a restart of it. */
export class PrintServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'anjungan-cups-'));
  readonly socketPath = join(this.#folder, 'cups.sock');
  #server: Server | null = null;
  readonly #jobs: { state: number; readonly bytes: Buffer }[] = [];
  /** What its printer does with a job that comes in. */
  prints = true;
  printerState = 3;
  accepting = true;
  /** Answers this instead of IPP, or nothing at all. */
  babble: { readonly status: number; readonly body: Buffer } | 'silence' | null = null;
  /** Which operations were asked for. */
  readonly asked: number[] = [];

  /** What came out on paper. */
  get heard(): Buffer {
    return Buffer.concat(this.#jobs.filter(({ state }) => state === jobStates.completed).map(({ bytes }) => bytes));
  }

  get states(): number[] {
    return this.#jobs.map(({ state }) => state);
  }

  /** What the printer, or somebody in the system, does to every job that has not ended. */
  turn(state: number): void {
    for (const job of this.#jobs) if (job.state < jobStates.canceled) job.state = state;
  }

  forget(): void {
    this.#jobs.length = 0;
  }

  async arrive(): Promise<void> {
    rmSync(this.socketPath, { force: true });
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const asked = Buffer.concat(parts);
        this.asked.push(asked.readUInt16BE(2));
        if (this.babble === 'silence') return;
        const { status, body } = this.babble ?? { status: 200, body: this.#answer(request.url ?? '', asked) };
        response.writeHead(status, { 'content-type': 'application/ipp' }).end(body);
      });
    });
    this.#server = server;
    server.listen(this.socketPath);
    await once(server, 'listening');
  }

  async leave(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  async end(): Promise<void> {
    await this.leave();
    rmSync(this.#folder, { recursive: true });
  }

  #answer(path: string, asked: Buffer): Buffer {
    if (path !== '/printers/Loket') return answer(0x0406, []);
    const number = asked.indexOf('job-id') < 0 ? 0 : asked.readInt32BE(asked.indexOf('job-id') + 8);
    const job = this.#jobs[number - 1];
    switch (asked.readUInt16BE(2)) {
      case 0x000b:
        return answer(0, [
          [0x23, 'printer-state', int(this.printerState)],
          [0x44, 'printer-state-reasons', Buffer.from('none')],
          [0x44, '', Buffer.from('other')],
          [0x22, 'printer-is-accepting-jobs', Buffer.of(this.accepting ? 1 : 0)],
        ]);
      case 0x0002: {
        if (!this.accepting) return answer(0x0506, []);
        this.#jobs.push({ state: this.prints ? jobStates.completed : jobStates.processing, bytes: documentOf(asked) });
        return answer(0, [[0x21, 'job-id', int(this.#jobs.length)]]);
      }
      case 0x0009:
        return job ? answer(0, [[0x23, 'job-state', int(job.state)]]) : answer(0x0406, []);
      case 0x0008:
        if (job && job.state < jobStates.canceled) job.state = jobStates.canceled;
        return answer(job ? 0 : 0x0406, []);
      default:
        return answer(0x0501, []);
    }
  }
}

function documentOf(asked: Buffer): Buffer {
  let at = 9;
  while (asked[at] !== 3) {
    const name = asked.readUInt16BE(at + 1);
    at += 5 + name + asked.readUInt16BE(at + 3 + name);
  }
  return asked.subarray(at + 1);
}

function answer(status: number, attributes: [tag: number, name: string, value: Buffer][]): Buffer {
  const parts = attributes.map(([tag, name, value]) =>
    Buffer.concat([Buffer.of(tag), short(name.length), Buffer.from(name), short(value.length), value]),
  );
  return Buffer.concat([Buffer.of(1, 1), short(status), int(1), Buffer.of(1), ...parts, Buffer.of(3)]);
}

function short(value: number): Buffer {
  return Buffer.of(value >> 8, value & 0xff);
}

function int(value: number): Buffer {
  return Buffer.of(value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
}
