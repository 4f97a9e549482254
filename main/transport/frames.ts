import { maxBodyBytes } from './http.ts';

/**
 * Whether a message is a call, or the end of one. The handler drops the promise of what it does with a message, so one
 * that it cannot read would end the program as an unhandled rejection.
 */
export function isFrame(message: unknown): message is string {
  if (typeof message !== 'string' || message.length > maxBodyBytes) return false;
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
    /^\/[\w/-]*$/.test(payload['u']) &&
    (payload['m'] === undefined || typeof payload['m'] === 'string') &&
    // Headers announce files and streams; no screen sends one.
    (payload['h'] === undefined || (isObject(payload['h']) && Object.keys(payload['h']).length === 0))
  );
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
