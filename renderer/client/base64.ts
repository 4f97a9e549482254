import { CallError } from './call-error.ts';

/** The bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** Bytes that are written at once: whole groups of three, and not more than a call takes arguments. */
const piece = 3 * 8192;

/**
 * A file's bytes in base64, as a call carries them.
 * @throws CallError FILE_UNREADABLE, e.g. when the stick on which it was is gone
 */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    throw new CallError('FILE_UNREADABLE', undefined, { cause: error });
  });
  let text = '';
  for (let from = 0; from < bytes.byteLength; from += piece) {
    const part = new Uint8Array(bytes, from, Math.min(piece, bytes.byteLength - from));
    text += btoa(String.fromCharCode(...part));
  }
  return text;
}
