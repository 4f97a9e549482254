import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from './assets.ts';

/** No page or program sends more in one call, over HTTP or as a frame. */
export const maxBodyBytes = 64 * 1024;

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { ...securityHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** The same shape as every error of the API. */
export function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  sendJson(response, status, { code, status, message, data: null });
}

/** @param seconds after which it may be asked again */
export function sendSlowDown(response: ServerResponse, seconds: number): void {
  response.setHeader('retry-after', seconds);
  const data = { retrySeconds: seconds };
  sendJson(response, 429, { code: 'TOO_MANY_REQUESTS', status: 429, message: 'Slow down', data });
}

/** Reads a small JSON body; undefined when it is not JSON, `'too_large'` when it is too large. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) return 'too_large';
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
