import { CallError, unreachable } from './call-error.ts';

/** Where the hub, or this machine in its stead, gives a picture or video. */
export const mediaAddress = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `/media/${encodeURIComponent(name)}?v=${version}`;

/**
 * Sends a file to the hub under a name.
 * @param sent hears how much of it has gone, 0 to 1
 * @throws CallError with one of the contract's `MediaRefusal`s, or as every call
 */
export function sendMedia(file: Blob, name: string, sent: (part: number) => void): Promise<void> {
  // fetch does not tell how far it is, and a film takes its minute.
  const asking = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    asking.upload.onprogress = ({ loaded, total }) => sent(total === 0 ? 0 : loaded / total);
    asking.onload = () => {
      if (asking.status === 200) resolve();
      else reject(refusalIn(asking.responseText));
    };
    asking.onerror = asking.onabort = asking.ontimeout = () => reject(unreachable());
    asking.open('PUT', `/media/${encodeURIComponent(name)}`);
    asking.send(file);
  });
}

/** What an answer of the API says went wrong. */
export function refusalIn(text: string): CallError {
  try {
    const { code, data } = JSON.parse(text) as { code?: unknown; data?: unknown };
    if (typeof code === 'string') return new CallError(code, data);
  } catch {
    // Not an answer of the hub's.
  }
  return new CallError('INTERNAL_SERVER_ERROR', null);
}
