import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import type { Router } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import { RPCHandler } from '@orpc/server/ws';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { type MessageEvent, type WebSocket, WebSocketServer } from 'ws';
import type { Contract } from '../../contract/index.ts';
import type { Actor } from '../../contract/principal.ts';
import type { ApiContext } from '../api.ts';
import { StartError } from '../ops/start-error.ts';
import type { Assets } from './assets.ts';
import { BadFrame, isFrame } from './frames.ts';
import { readBody, sendError, sendJson } from './http.ts';
import { methodsOf } from './rest-methods.ts';
import type { Sessions } from './sessions.ts';

/** Nothing a kiosk sends is larger. */
const maxBodyBytes = 64 * 1024;
const cookieName = 'anjungan';

export interface LoopbackParts {
  readonly port: number;
  readonly router: Router<Contract, ApiContext>;
  readonly sessions: Sessions;
  readonly assets: Assets;
  readonly version: string;
  readonly report: (error: unknown) => void;
}

export interface Loopback {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves REST, WebSocket and the pages on 127.0.0.1 only.
 * @throws StartError when the port is taken
 */
export async function serveLoopback(parts: LoopbackParts): Promise<Loopback> {
  const { router, sessions, assets, report } = parts;
  const rest = new OpenAPIHandler(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: maxBodyBytes })],
    // As oRPC's clients read it, and with `data` always there for everybody else.
    customErrorResponseBodyEncoder: (error) => ({ ...error.toJSON(), data: error.data ?? null }),
  });
  const live = new RPCHandler(router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxBodyBytes });
  let openapi: Promise<unknown> | undefined;
  let origins: ReadonlySet<string> = new Set();
  let hosts: ReadonlySet<string> = new Set();

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      report(error);
      sendError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here');
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] as string;
    if (isForeign(request)) return sendError(response, 403, 'FORBIDDEN', 'Foreign Host or Origin');
    if (path === '/api/openapi.json' && request.method === 'GET') {
      openapi ??= describe(router, parts.version);
      return sendJson(response, 200, await openapi);
    }
    if (path === '/api/session') return signIn(request, response);
    if (path.startsWith('/api/')) {
      const principal = principalOf(request);
      // Before a byte of the body is read.
      if (!principal) return sendError(response, 401, 'UNAUTHORIZED', 'No valid session or token');
      const { matched } = await rest.handle(request, response, { prefix: '/api', context: { principal } });
      if (!matched) sendUnmatched(path, response);
      return;
    }
    const asset = request.method === 'GET' || request.method === 'HEAD' ? await assets.find(path) : null;
    if (!asset) return sendError(response, 404, 'NOT_FOUND', 'There is no such path');
    response.writeHead(200, asset.headers).end(request.method === 'HEAD' ? undefined : asset.body);
  }

  function sendUnmatched(path: string, response: ServerResponse): void {
    const methods = methodsOf(path);
    if (methods.length === 0) return sendError(response, 404, 'NOT_FOUND', 'There is no such path');
    response.setHeader('allow', methods.join(', '));
    sendError(response, 405, 'METHOD_NOT_SUPPORTED', `Use ${methods.join(' or ')}`);
  }

  async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_SUPPORTED', 'Use POST');
    const body = await readBody(request, maxBodyBytes);
    if (body === 'too_large') return sendError(response, 413, 'PAYLOAD_TOO_LARGE', 'The body is too large');
    const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined;
    if (typeof token !== 'string') return sendError(response, 400, 'BAD_REQUEST', 'A token is needed');
    const cookie = sessions.trade(token);
    if (!cookie) return sendError(response, 401, 'UNAUTHORIZED', 'This token is not valid, or was used');
    response.setHeader('set-cookie', `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/; Max-Age=2592000`);
    sendJson(response, 200, {});
  }

  /** A page of another site, or a name that was bent to this address (DNS rebinding). */
  function isForeign(request: IncomingMessage): boolean {
    const { host, origin } = request.headers;
    return !hosts.has(host ?? '') || (origin !== undefined && !origins.has(origin));
  }

  function principalOf(request: IncomingMessage): Actor | null {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
      return token ? sessions.byBearer(token) : null;
    }
    return sessions.byCookie(cookieOf(request));
  }

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', report);
    // A browser always names its origin, so a socket admitted by cookie alone must come from our own page.
    const refused = isForeign(request) || (request.headers.origin === undefined && !request.headers.authorization);
    if (refused) return refuse(socket, '403 Forbidden');
    const principal = principalOf(request);
    if (!principal) return refuse(socket, '401 Unauthorized');
    if (request.url !== '/rpc') return refuse(socket, '404 Not Found');
    sockets.handleUpgrade(request, socket, head, (ws: WebSocket) => {
      ws.on('error', report);
      void live.upgrade(framesOf(ws, report), { context: { principal } });
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(wordListenError(error, parts.port)));
    server.listen(parts.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  hosts = new Set(names);
  origins = new Set(names.map((name) => `http://${name}`));

  return {
    port,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function describe(router: Router<Contract, ApiContext>, version: string): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(router, {
    info: { title: 'Anjungan', version },
    servers: [{ url: '/api' }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    security: [{ bearer: [] }],
    // Live streams belong to the WebSocket.
    filter: ({ contract }) => contract['~orpc'].route.path !== undefined,
  });
}

/** A socket of which the handler sees frames only: what it cannot read it would drop on the floor with a stack trace. */
function framesOf(ws: WebSocket, report: (error: unknown) => void): Pick<WebSocket, 'addEventListener' | 'send'> {
  const readable = (event: MessageEvent) => {
    if (isFrame(event.data)) return true;
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

function cookieOf(request: IncomingMessage): string | undefined {
  return new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
}

function wordListenError(error: NodeJS.ErrnoException, port: number): StartError {
  if (error.code === 'EADDRINUSE')
    return new StartError(`Port ${port} is in use; stop the other program or use another --port.`);
  return new StartError(`Port ${port} cannot be opened (${error.code}); use another --port.`);
}
