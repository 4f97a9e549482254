import type { Caller } from '../ops/caller.ts';
import { maxBodyBytes } from './http.ts';

/** Calls that carry a whole file; a supervisor alone may make them. Characters are bytes: a file comes in base64. */
const longCalls: readonly string[] = ['/residents/preview'];

/** The longest frame that carries one: 28 million characters of file (see `contract/residents.ts`), and what is around. */
export const longestFrame = 28_000_000 + maxBodyBytes;

/**
 * Whether a message is a call, or the end of one. The handler drops the promise of what it does with a message, so one
 * that it cannot read would end the program as an unhandled rejection.
 * @param mayBeLong whether whoever sent it may send a whole file
 */
export function isFrame(message: unknown, mayBeLong: () => boolean = () => false): message is string {
  if (typeof message !== 'string') return false;
  const long = message.length > maxBodyBytes;
  // Nothing long is read of whoever has none to send.
  if (long && (message.length > longestFrame || !mayBeLong())) return false;
  let frame: unknown;
  try {
    frame = JSON.parse(message);
  } catch {
    return false;
  }
  if (!isObject(frame) || typeof frame['i'] !== 'string') return false;
  const { t: type, p: payload } = frame;
  if (type === 4) return true; // aborted
  return (
    (type === undefined || type === 1) &&
    isObject(payload) &&
    typeof payload['u'] === 'string' &&
    (!long || longCalls.includes(payload['u'])) &&
    /^\/[\w/-]*$/.test(payload['u']) &&
    (payload['m'] === undefined || typeof payload['m'] === 'string') &&
    // Headers announce files and streams; no screen sends one.
    (payload['h'] === undefined || (isObject(payload['h']) && Object.keys(payload['h']).length === 0))
  );
}

/** Whether somebody may send a whole file in a frame. */
export function maySendFiles(caller: Caller): boolean {
  return caller.actor()?.role === 'supervisor';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A page sent what no page of ours sends; its connection is closed. */
export class BadFrame extends TypeError {
  readonly code = 'BAD_FRAME';

  constructor() {
    super('a page sent something that is not a frame');
  }
}
