import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { IssuedTicket, Priority } from '../../../contract/queue.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Undefined when it is not JSON. */
  // biome-ignore lint: what an API answers is not known before it is looked at
  readonly body: any;
}

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is; anything but text or bytes as JSON. */
  readonly body?: unknown;
  /** Sends the body in chunks, without a content-length. */
  readonly chunked?: boolean;
  /** False leaves the token out. */
  readonly signed?: boolean;
}

/** A REST client with one connection that it keeps, as a kiosk would. */
export class RestClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #port: number;
  readonly #token: string | undefined;

  constructor(port: number, token: string | undefined) {
    this.#port = port;
    this.#token = token;
  }

  /** @throws when the connection is lost before the whole answer is there */
  async ask(asked: Asked): Promise<Answer> {
    const { method = 'GET', path, headers = {}, body, chunked = false, signed = true } = asked;
    const payload = body === undefined ? undefined : toBytes(body);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const outgoing = request({
      agent: this.#agent,
      host: '127.0.0.1',
      port: this.#port,
      method,
      path,
      headers: {
        ...(signed && this.#token !== undefined ? { authorization: `Bearer ${this.#token}` } : {}),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(payload === undefined || chunked ? {} : { 'content-length': String(payload.length) }),
        ...headers,
      },
    });
    outgoing.once('error', reject);
    outgoing.once('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', reject);
      incoming.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, body: fromJson(text) });
      });
    });
    if (payload !== undefined) outgoing.write(payload);
    outgoing.end();
    return promise;
  }

  get(path: string): Promise<Answer> {
    return this.ask({ path });
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.ask({ method: 'POST', path, body });
  }

  take(serviceId: string, requestKey: string = crypto.randomUUID(), priority: Priority | null = null): Promise<Answer> {
    return this.post('/api/tickets', { serviceId, priority, requestKey });
  }

  /** @throws when no number is given */
  async ticket(serviceId: string, requestKey?: string, priority?: Priority | null): Promise<IssuedTicket> {
    const answer = await this.take(serviceId, requestKey, priority);
    if (answer.status !== 201) throw new Error(`no ticket: ${answer.status} ${answer.text}`);
    return answer.body as IssuedTicket;
  }

  close(): void {
    this.#agent.destroy();
  }
}

function toBytes(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
