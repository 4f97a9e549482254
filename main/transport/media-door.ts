import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type MediaRefusal, mediaReaders, mediaRefusals } from '../../contract/media.ts';
import type { Actor } from '../../contract/principal.ts';
import type { Caller } from '../ops/caller.ts';
import { DomainError } from '../ops/domain-error.ts';
import { securityHeaders } from './assets.ts';
import { sendError, sendJson } from './http.ts';
import { rangeOf } from './range.ts';

/** The lounge's pictures and videos, as far as HTTP needs them. */
export interface MediaFiles {
  open(name: string): Promise<{
    readonly handle: FileHandle;
    readonly bytes: number;
    readonly type: string;
    readonly version: string;
  } | null>;
  /** @throws DomainError with a `MediaRefusal` */
  take(
    by: Actor,
    sent: { readonly name: string; readonly length: number | null; readonly body: AsyncIterable<Buffer> },
  ): Promise<void>;
}

const prefix = '/media/';

/**
 * `/media/NAME`: read by displays and staff, written with PUT by a supervisor. Host and Origin were looked at before, and
 * who asks.
 */
export class MediaDoor {
  readonly #files: MediaFiles;

  constructor(files: MediaFiles) {
    this.#files = files;
  }

  isHere(path: string): boolean {
    return path.startsWith(prefix);
  }

  async answer(path: string, caller: Caller, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const by = caller.actor();
    if (!by) return sendError(response, 401, 'UNAUTHORIZED', 'No valid session or token');
    const name = nameIn(path);
    if (request.method === 'PUT') return this.#take(by, caller, name, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD, PUT');
      return sendError(response, 405, 'METHOD_NOT_SUPPORTED', 'Use GET or PUT');
    }
    if (!mediaReaders.includes(by.role)) return forbid(response);
    const found = name === null ? null : await this.#files.open(name);
    if (found === null) return sendError(response, 404, 'NOT_FOUND', 'There is no such path');
    await send(found, request, response);
  }

  async #take(
    by: Actor,
    caller: Caller,
    name: string | null,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    // A browser always names its origin here; a cookie without one came from no page of ours.
    const ownPage = request.headers.origin !== undefined || request.headers.authorization !== undefined;
    if (by.role !== 'supervisor' || !ownPage) return forbid(response);
    caller.active();
    const said = request.headers['content-length'];
    try {
      await this.#files.take(by, {
        name: name ?? '',
        length: said === undefined ? null : Number(said),
        body: request.iterator({ destroyOnReturn: false }),
      });
    } catch (error) {
      if (!(error instanceof DomainError) || !(error.code in mediaRefusals)) throw error;
      const { status, message } = mediaRefusals[error.code as MediaRefusal];
      return sendError(response, status, error.code, message);
    }
    sendJson(response, 200, {});
  }
}

async function send(
  file: NonNullable<Awaited<ReturnType<MediaFiles['open']>>>,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { handle, bytes, type, version } = file;
  try {
    const tag = `"${version}"`;
    const its = {
      ...securityHeaders,
      'content-type': type,
      'accept-ranges': 'bytes',
      etag: tag,
      // A display asks each time whether the file is still the same: it is removed everywhere at once.
      'cache-control': 'private, no-cache',
    };
    if (headers['if-none-match'] === tag) return void response.writeHead(304, its).end();
    const whole = headers['if-range'] !== undefined && headers['if-range'] !== tag;
    const range = whole ? null : rangeOf(headers.range, bytes);
    if (range === 'none') {
      response.setHeader('content-range', `bytes */${bytes}`);
      return sendError(response, 416, 'RANGE_NOT_SATISFIABLE', 'The file is shorter');
    }
    const { from, to } = range ?? { from: 0, to: bytes - 1 };
    response.writeHead(range === null ? 200 : 206, {
      ...its,
      'content-length': to - from + 1,
      ...(range === null ? {} : { 'content-range': `bytes ${from}-${to}/${bytes}` }),
    });
    if (method === 'HEAD') return void response.end();
    await pipeline(handle.createReadStream({ start: from, end: to, autoClose: false }), response).catch(
      (error: unknown) => {
        // A page that went on to the next picture.
        if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      },
    );
  } finally {
    await handle.close();
  }
}

/** One name, not a path; null when it cannot be read. */
function nameIn(path: string): string | null {
  try {
    const name = decodeURIComponent(path.slice(prefix.length));
    return /[/\\\0]/.test(name) ? null : name;
  } catch {
    return null;
  }
}

function forbid(response: ServerResponse): void {
  sendError(response, 403, 'FORBIDDEN', 'This principal may not do that');
}
