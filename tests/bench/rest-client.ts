import { Agent, request } from 'node:http';
import { serviceAt } from './bench-lounge.ts';
import { type Child, startChild } from './child.ts';

export interface Taken {
  readonly ms: number;
  readonly status: number;
  readonly number: string;
}

/** What came back, and how long from the request to the last byte of the answer. */
export interface Answer {
  readonly ms: number;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One client with one connection that is kept. */
export class RestClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: string;
  readonly #token: string;

  /** @param url of the hub, as it said when it was ready */
  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Takes a number. */
  async take(serviceId: string): Promise<Taken> {
    const { ms, status, body } = await this.post('/api/tickets', { serviceId, priority: null });
    const number = body['number'];
    return { ms, status, number: typeof number === 'string' ? number : '' };
  }

  /** Asks for something that changes something, with a request key of its own. */
  post(path: string, content: object): Promise<Answer> {
    return this.#ask('POST', path, JSON.stringify({ ...content, requestKey: crypto.randomUUID() }));
  }

  get(path: string): Promise<Answer> {
    return this.#ask('GET', path, null);
  }

  #ask(method: 'GET' | 'POST', path: string, body: string | null): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const start = performance.now();
    const asked = request(new URL(path, this.#url), {
      method,
      agent: this.#agent,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      },
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const ms = performance.now() - start;
        const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
        resolve({ ms, status: response.statusCode ?? 0, body: answer });
      });
    });
    asked.end(body ?? undefined);
    return promise;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** A hub in a process of its own, and clients of it. */
export class RestHub {
  readonly child: Child;
  readonly #clients: RestClient[] = [];
  #turn = 0;

  private constructor(child: Child) {
    this.child = child;
  }

  static async start(script: string, ...args: string[]): Promise<RestHub> {
    return new RestHub(await startChild(script, ...args));
  }

  /** @param token of the machine that asks; the hub's own kiosk when it is left out */
  client(token = String(this.child.ready['token'])): RestClient {
    const client = new RestClient(String(this.child.ready['url']), token);
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
    await this.child.stop();
  }
}
