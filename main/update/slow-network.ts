import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';

export interface SlowNetworkParts {
  /** For packages that are not whole yet; they outlive the program. */
  readonly folder: string;
  readonly bytesPerSecond: number;
  /** ms before a line that was cut is tried again; doubles each time. */
  readonly againMs: number;
  readonly timers: { after(ms: number, act: () => void): unknown };
  /** ms that never jump. */
  readonly monotonic: () => number;
}

/** A line that says nothing for so long is dead, ms. */
const silenceMs = 60_000;
/** After so many cuts of one package the round has failed; the next one goes on where it ended. */
const mostCuts = 5;
/** A note is shorter; what is longer is refused unread. */
const longestText = 16_384;
const cuts = /^(ECONN|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|HTTP_5|HTTP_416)/;

/**
 * electron-updater's way to the network, by Node's own client: it leaves the office most of its line, goes on after a
 * cut where the server lets it, and takes no byte more than was signed.
 */
export class SlowNetwork {
  readonly #its: SlowNetworkParts;
  readonly #closed = new AbortController();
  #expected = 0;

  constructor(parts: SlowNetworkParts) {
    this.#its = parts;
  }

  /** Bytes of the package that is fetched next. */
  expect(bytes: number): void {
    this.#expected = bytes;
  }

  /** A small text; the beginning of a long one. */
  async request(options: RequestOptions): Promise<string> {
    const response = await this.#get(options);
    if (response.statusCode !== 200) throw refusedBy(response);
    let text = '';
    for await (const chunk of response) {
      text += (chunk as Buffer).toString('latin1');
      if (text.length > longestText) break;
    }
    return text;
  }

  /** @throws the network's error, or one with the code ERR_CHECKSUM_MISMATCH */
  async download(url: URL, destination: string, { sha512 }: { readonly sha512?: string | null }): Promise<string> {
    const { folder, againMs } = this.#its;
    const name = `${createHash('sha256').update(`${sha512}`).digest('hex').slice(0, 16)}.part`;
    mkdirSync(folder, { recursive: true });
    for (const other of readdirSync(folder))
      if (other.endsWith('.part') && other !== name) rmSync(join(folder, other), { force: true });
    const part = join(folder, name);
    for (let cut = 1; ; cut += 1) {
      try {
        await this.#goOn(url, part);
        break;
      } catch (error) {
        const isCut = cuts.test(String((error as NodeJS.ErrnoException).code));
        if (!isCut || cut >= mostCuts || this.#closed.signal.aborted) throw error;
        await this.#pause(againMs * 2 ** (cut - 1));
      }
    }
    if ((await sumOf(part)) !== sha512) {
      rmSync(part, { force: true });
      throw coded('ERR_CHECKSUM_MISMATCH', 'the package is another one than was signed');
    }
    renameSync(part, destination);
    return destination;
  }

  /** What is under way is broken off; what was fetched of a package stays. */
  close(): void {
    this.#closed.abort();
  }

  async #goOn(url: URL, part: string): Promise<void> {
    const { bytesPerSecond, monotonic } = this.#its;
    const from = sizeOf(part);
    if (from > 0 && from >= this.#expected) return;
    const response = await this.#get({
      protocol: url.protocol,
      hostname: url.hostname,
      port: url.port,
      path: url.pathname,
      headers: from > 0 ? { range: `bytes=${from}-` } : {},
    });
    const goesOn = response.statusCode === 206 && response.headers['content-range']?.startsWith(`bytes ${from}-`);
    if (!goesOn && response.statusCode !== 200) {
      if (response.statusCode === 416) rmSync(part, { force: true });
      throw refusedBy(response);
    }
    const file = await open(part, goesOn ? 'a' : 'w');
    const began = monotonic();
    let size = goesOn ? from : 0;
    let taken = 0;
    try {
      for await (const chunk of response) {
        const bytes = chunk as Buffer;
        size += bytes.length;
        // The sum will be wrong as well; the disk need not be full first.
        if (size > this.#expected) break;
        await file.writeFile(bytes);
        taken += bytes.length;
        const ahead = (taken / bytesPerSecond) * 1000 - (monotonic() - began);
        if (ahead > 0) await this.#pause(ahead);
      }
      await file.sync();
    } finally {
      response.destroy();
      await file.close();
    }
    if (size > this.#expected) {
      rmSync(part, { force: true });
      throw coded('ERR_CHECKSUM_MISMATCH', 'the package is longer than was signed');
    }
  }

  #get(options: RequestOptions): Promise<IncomingMessage> {
    const send = options.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((answered, failed) => {
      const request = send(
        { ...options, agent: false, timeout: silenceMs, signal: this.#closed.signal },
        (response: IncomingMessage) => answered(response),
      );
      request.on('timeout', () => request.destroy(coded('ETIMEDOUT', 'the server says nothing')));
      request.on('error', failed);
      request.end();
    });
  }

  #pause(ms: number): Promise<void> {
    return new Promise((over) => void this.#its.timers.after(ms, over));
  }
}

function refusedBy(response: IncomingMessage): Error {
  response.destroy();
  return coded(`HTTP_${response.statusCode}`, `the server answers ${response.statusCode}`);
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('base64');
}
