import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { Readable } from 'node:stream';
import { securityHeaders } from '../assets.ts';
import type { KnownHub } from './known-hub.ts';
import { type ReachOptions, reachHub } from './reach.ts';

/** What a page may say of the file it wants, and what it is told of the one it gets. */
const asked = ['range', 'if-range', 'if-none-match'] as const;
const told = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'etag', 'cache-control'] as const;
/** The answers of `/media/NAME` that mean something to a page. */
const passed = new Set([200, 206, 304, 404, 416]);

/** ms without a byte */
const patience = 15_000;

/** Fetches a picture or video of the hub for this machine's window; the page never learns where the hub is. */
export async function fetchHubMedia(
  hub: KnownHub,
  { url, method, headers }: Pick<Request, 'url' | 'method' | 'headers'>,
  options: ReachOptions = {},
): Promise<Response> {
  const { pathname, search } = new URL(url);
  const wanted = asked.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  try {
    const { socket, host } = await reachHub(hub, options);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asking = request({
        host,
        port: hub.port,
        path: `${pathname}${search}`,
        method,
        headers: { ...Object.fromEntries(wanted), authorization: `Bearer ${hub.token}` },
        createConnection: () => socket,
        timeout: patience,
      });
      asking.on('timeout', () => asking.destroy(new Error('the hub fell silent')));
      asking.on('error', reject);
      asking.on('response', resolve);
      asking.end();
    });
    return answerOf(answer, method === 'HEAD');
  } catch {
    return new Response(null, { status: 502, headers: securityHeaders });
  }
}

function answerOf(answer: IncomingMessage, headOnly: boolean): Response {
  const { statusCode = 502 } = answer;
  const status = passed.has(statusCode) ? statusCode : 502;
  const its = told.flatMap((name) => {
    const value = answer.headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const bare = headOnly || status === 304 || (status !== 200 && status !== 206);
  // What is not passed on is read to its end, so that the connection can close.
  if (bare) answer.resume();
  const body = bare ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
  return new Response(body, {
    status,
    headers: { ...securityHeaders, ...(bare && status !== 304 ? {} : Object.fromEntries(its)) },
  });
}
