import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { ORPCError, type Router } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import { type MessageEvent, type WebSocket, WebSocketServer } from 'ws';
import type { Contract } from '../../contract/index.ts';
import type { ApiContext } from '../api.ts';
import type { Caller } from '../ops/caller.ts';
import type { Asset, Assets } from './assets.ts';
import { describe } from './describe.ts';
import { type Doorkeeper, Doors, type SelfTest, type Workshop } from './doors.ts';
import { BadFrame, isFrame, longestFrame, maySendFiles } from './frames.ts';
import { answerHealth, type HealthTeller, healthPath } from './health.ts';
import { maxBodyBytes, sendError, sendJson, sendSlowDown } from './http.ts';
import type { Limits } from './limits.ts';
import { LiveHandler } from './live-handler.ts';
import { MediaDoor, type MediaFiles } from './media-door.ts';
import { methodsOf } from './rest-methods.ts';
import { type Sessions, setCookie } from './sessions.ts';

/** A machine that lost its power says nothing; one that does not answer for so long is gone. */
const heartbeatMs = 15_000;

/** What the lounge shows wherever it is served. */
export interface FrontParts {
  readonly router: Router<Contract, ApiContext>;
  readonly sessions: Sessions;
  readonly doorkeeper: Doorkeeper;
  readonly workshop: Workshop;
  readonly diagnostics: SelfTest;
  readonly health: HealthTeller;
  readonly assets: Assets;
  readonly media: MediaFiles;
  readonly version: string;
  readonly report: (error: unknown) => void;
}

/** What differs between this machine and the network. */
export interface Place {
  /** On 127.0.0.1: this run's own tokens are good here and nobody is told to slow down. Elsewhere it is over TLS. */
  readonly local: boolean;
  readonly limits: Limits | null;
  /** Files beside the pages, by their path. */
  readonly files: ReadonlyMap<string, Asset>;
}

/** REST, WebSocket and the pages, behind one door each: the same on 127.0.0.1 as on the lounge's network. */
export class Front {
  readonly #its: FrontParts;
  readonly #place: Place;
  readonly #rest: OpenAPIHandler<ApiContext>;
  readonly #live: LiveHandler;
  readonly #doors: Doors;
  readonly #media: MediaDoor;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: maxBodyBytes });
  /** Of counters, where a supervisor may send a whole file. */
  readonly #counterSockets = new WebSocketServer({ noServer: true, maxPayload: longestFrame });
  readonly #renewals = new WeakMap<IncomingMessage, string>();
  readonly #alive = new WeakSet<WebSocket>();
  readonly #heartbeat: NodeJS.Timeout | undefined;
  #openapi: Promise<unknown> | undefined;
  #origins: ReadonlySet<string> = new Set();
  #hosts: ReadonlySet<string> = new Set();

  constructor(parts: FrontParts, place: Place) {
    this.#its = parts;
    this.#place = place;
    const { router, sessions, doorkeeper, workshop, diagnostics } = parts;
    this.#rest = new OpenAPIHandler(router, {
      plugins: [new BodyLimitPlugin({ maxBodySize: maxBodyBytes })],
      // As oRPC's clients read it, and with `data` always there for everybody else.
      customErrorResponseBodyEncoder: (error) => ({ ...error.toJSON(), data: error.data ?? null }),
    });
    this.#live = new LiveHandler(router, {
      clientInterceptors: [
        (call) => {
          this.#slowDown(call.context.caller);
          return call.next();
        },
      ],
    });
    this.#doors = new Doors({ sessions, doorkeeper, workshop, diagnostics, local: place.local });
    this.#media = new MediaDoor(parts.media);
    for (const sockets of this.#allSockets)
      sockets.on('headers', (headers: string[], request: IncomingMessage) => {
        const cookie = this.#renewals.get(request);
        if (cookie) headers.push(`Set-Cookie: ${setCookie(cookie, !place.local)}`);
      });
    if (!place.local) this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs).unref();
  }

  /** Answers a server's requests; all of them are refused until `openTo` has said by which names it is reached. */
  attach(server: Server): void {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.#answer(request, response).catch((error: unknown) => {
        this.#its.report(error);
        sendError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here');
      });
    });
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.#upgrade(request, socket, head),
    );
  }

  /** @param hosts each with its port, as a browser's `Host` names it */
  openTo(hosts: readonly string[]): void {
    this.#hosts = new Set(hosts);
    this.#origins = new Set(hosts.map((host) => `${this.#place.local ? 'http' : 'https'}://${host}`));
  }

  /** Ends every WebSocket. */
  close(): void {
    clearInterval(this.#heartbeat);
    for (const sockets of this.#allSockets) {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    }
  }

  get #allSockets(): WebSocketServer[] {
    return [this.#sockets, this.#counterSockets];
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] as string;
    const { router, sessions, version } = this.#its;
    const { local, limits } = this.#place;
    if (this.#isForeign(request)) return sendError(response, 403, 'FORBIDDEN', 'Foreign Host or Origin');
    if (path === '/api/openapi.json' && request.method === 'GET') {
      this.#openapi ??= describe(router, version);
      return sendJson(response, 200, await this.#openapi);
    }
    if (path === healthPath)
      return answerHealth({ sessions, health: this.#its.health, local, limits }, request, response);
    if (this.#doors.isOne(path)) {
      // Whoever shows a code or a token; asking whether one is known here is free.
      const shows = request.method === 'POST';
      const seconds = (shows && limits?.stranger(request.socket.remoteAddress)) || 0;
      return seconds > 0 ? sendSlowDown(response, seconds) : this.#doors.answer(path, request, response);
    }
    const { caller, renew } = sessions.admit(request, local);
    if (renew) response.setHeader('set-cookie', setCookie(renew, !local));
    const isMedia = this.#media.isHere(path);
    if (isMedia || path.startsWith('/api/')) {
      // Before a byte of the body is read.
      if (!caller) return sendError(response, 401, 'UNAUTHORIZED', 'No valid session or token');
      const seconds = limits?.caller(caller) ?? 0;
      if (seconds > 0) return sendSlowDown(response, seconds);
      if (isMedia) return this.#media.answer(path, caller, request, response);
      const { matched } = await this.#rest.handle(request, response, { prefix: '/api', context: { caller } });
      if (!matched) sendUnmatched(path, response);
      return;
    }
    await this.#sendFile(path, request, response);
  }

  async #sendFile(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const asset = reads ? (this.#place.files.get(path) ?? (await this.#its.assets.find(path))) : null;
    if (!asset) return sendError(response, 404, 'NOT_FOUND', 'There is no such path');
    response.writeHead(200, asset.headers).end(request.method === 'HEAD' ? undefined : asset.body);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { report, sessions } = this.#its;
    socket.on('error', report);
    // A browser always names its origin, so a socket admitted by cookie alone must come from our own page.
    const refused =
      this.#isForeign(request) || (request.headers.origin === undefined && !request.headers.authorization);
    if (refused) return refuse(socket, '403 Forbidden');
    const { caller, renew } = sessions.admit(request, this.#place.local);
    if (!caller) return refuse(socket, '401 Unauthorized');
    if (request.url !== '/rpc') return refuse(socket, '404 Not Found');
    if (renew) this.#renewals.set(request, renew);
    const sockets = caller.device?.kind === 'counter' ? this.#counterSockets : this.#sockets;
    sockets.handleUpgrade(request, socket, head, (ws: WebSocket) => {
      ws.on('error', report);
      this.#alive.add(ws);
      ws.on('pong', () => this.#alive.add(ws));
      // An answer to a ping comes after the long frame that is being sent.
      socket.on('data', () => this.#alive.add(ws));
      // A page that is gone does not answer a close.
      const leave = caller.connect(() => ws.terminate());
      ws.once('close', leave);
      void this.#live.upgrade(framesOf(ws, caller, report), { context: { caller } });
    });
  }

  /** A page of another site, or a name that was bent to this address (DNS rebinding). */
  #isForeign(request: IncomingMessage): boolean {
    const { host, origin } = request.headers;
    return !this.#hosts.has((host ?? '').toLowerCase()) || (origin !== undefined && !this.#origins.has(origin));
  }

  /** @throws ORPCError */
  #slowDown(caller: Caller | null): void {
    const retrySeconds = (caller && this.#place.limits?.caller(caller)) || 0;
    if (retrySeconds > 0)
      throw new ORPCError('TOO_MANY_REQUESTS', { status: 429, message: 'Slow down', data: { retrySeconds } });
  }

  #beat(): void {
    for (const socket of this.#allSockets.flatMap(({ clients }) => [...clients])) {
      if (!this.#alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }
}

function sendUnmatched(path: string, response: ServerResponse): void {
  const methods = methodsOf(path);
  if (methods.length === 0) return sendError(response, 404, 'NOT_FOUND', 'There is no such path');
  response.setHeader('allow', methods.join(', '));
  sendError(response, 405, 'METHOD_NOT_SUPPORTED', `Use ${methods.join(' or ')}`);
}

/** A socket of which the handler sees frames only: what it cannot read it would drop on the floor with a stack trace. */
function framesOf(
  ws: WebSocket,
  caller: Caller,
  report: (error: unknown) => void,
): Pick<WebSocket, 'addEventListener' | 'send'> {
  const readable = (event: MessageEvent) => {
    if (isFrame(event.data, () => maySendFiles(caller))) return true;
    report(new BadFrame());
    ws.close(1008);
    return false;
  };
  return {
    addEventListener: ((type: 'message' | 'close', listen: (event: unknown) => void) =>
      ws.addEventListener(type as 'message', (event) => {
        if (type !== 'message' || readable(event)) listen(event);
      })) as WebSocket['addEventListener'],
    send: ws.send.bind(ws) as WebSocket['send'],
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
