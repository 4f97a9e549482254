import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a hand-written hub does with one request, and what it closes in the end. */
export interface ByHand {
  readonly answer: (path: string, body: Readonly<Record<string, unknown>>) => { status: number; body: unknown };
  readonly close: () => void;
}

/**
 * A hub's HTTP as somebody would write it by hand in an afternoon: node:http, JSON.parse and a token. Prints one line
 * with its address and token, and ends with its parent.
 */
export function serveByHand({ answer, close }: ByHand): void {
  const token = randomBytes(24).toString('base64url');
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(token);
  const server = createServer((request, response) => {
    const given = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (!timingSafeEqual(digest(given), expected)) return send(response, 401, { code: 'UNAUTHORIZED' });
    if (request.method !== 'POST') return send(response, 404, { code: 'NOT_FOUND' });
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      const { status, body } = answer(request.url ?? '', asked);
      send(response, status, body);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}`, token }));
  });
  const stop = () => {
    server.closeAllConnections();
    server.close(() => {
      close();
      process.exit(0);
    });
  };
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
