/**
 * A hub as somebody would write it by hand in an afternoon: node:http, JSON.parse, a token and the ticket's transaction.
 * `node tests/bench/floor-server.ts DATA` prints one line with its port and token.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FloorStore } from './floor-store.ts';

const store = new FloorStore(process.argv[2] as string);
const token = randomBytes(24).toString('base64url');
const digest = (text: string) => createHash('sha256').update(text).digest();
const expected = digest(token);

const server = createServer((request, response) => {
  const given = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  if (!timingSafeEqual(digest(given), expected)) return send(response, 401, { code: 'UNAUTHORIZED' });
  if (request.method !== 'POST' || request.url !== '/api/tickets') return send(response, 404, { code: 'NOT_FOUND' });
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { serviceId, requestKey } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    if (typeof serviceId !== 'string' || typeof requestKey !== 'string')
      return send(response, 400, { code: 'BAD_REQUEST' });
    send(response, 201, store.issue(serviceId, requestKey));
  });
});

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}`, token }));
});

const stop = () => {
  server.closeAllConnections();
  server.close(() => {
    store.close();
    process.exit(0);
  });
};
process.on('SIGTERM', stop);
process.on('disconnect', stop);
