import { Agent, request } from 'node:http';
import { serviceAt } from './bench-lounge.ts';
import { type Child, startChild } from './child.ts';

export interface Taken {
  readonly ms: number;
  readonly status: number;
  readonly number: string;
}

/** One client with one connection that is kept. */
export class RestClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: URL;
  readonly #token: string;

  constructor(url: URL, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Takes a number; the time runs from the request to the last byte of the answer. */
  take(serviceId: string): Promise<Taken> {
    const body = JSON.stringify({ serviceId, priority: null, requestKey: crypto.randomUUID() });
    const { promise, resolve, reject } = Promise.withResolvers<Taken>();
    const start = performance.now();
    const asked = request(this.#url, {
      method: 'POST',
      agent: this.#agent,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const ms = performance.now() - start;
        const status = response.statusCode ?? 0;
        const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { number?: string };
        resolve({ ms, status, number: answer.number ?? '' });
      });
    });
    asked.end(body);
    return promise;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** A hub in a process of its own, and clients of it. */
export class RestHub {
  readonly #child: Child;
  readonly #clients: RestClient[] = [];
  #turn = 0;

  private constructor(child: Child) {
    this.#child = child;
  }

  static async start(script: string, ...args: string[]): Promise<RestHub> {
    return new RestHub(await startChild(script, ...args));
  }

  client(): RestClient {
    const url = new URL('/api/tickets', String(this.#child.ready['url']));
    const client = new RestClient(url, String(this.#child.ready['token']));
    this.#clients.push(client);
    return client;
  }

  /** Services in turn. */
  nextService(): string {
    this.#turn += 1;
    return serviceAt(this.#turn);
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.#child.stop();
  }
}
