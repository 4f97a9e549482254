import type { X509Certificate } from 'node:crypto';
import { isIP, type LookupFunction } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { fingerprintOf } from '../fingerprint.ts';

/** What answered is not the hub whose key is known; nothing was said to it. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';
  readonly found: string | null;

  /** @param found the fingerprint of the key that was shown instead; null: none */
  constructor(host: string, found: string | null) {
    super(`${host} is another machine than the hub: its key is ${found ?? 'missing'}`);
    this.found = found;
  }
}

export interface PinnedOptions {
  /** A name or an address. */
  readonly host: string;
  readonly port: number;
  /** Of the hub's key, as its screen shows it. */
  readonly fingerprint: string;
  /** For all of it: finding, connecting, shaking hands. */
  readonly timeoutMs?: number;
  /** How a name becomes an address; the system's own way unless a test knows better. */
  readonly lookup?: Lookup | undefined;
}

export type Lookup = LookupFunction;

/** A connection to the holder of the key, on which nothing was said yet. */
export interface Pinned {
  readonly socket: TLSSocket;
  readonly certificate: X509Certificate;
}

/**
 * Connects to the hub and to nobody else. The key alone counts, never a name or a date in a certificate: a clock that
 * is wrong on either side cuts nobody off. The handshake proves that the other side has the key.
 * @throws WrongKey, or the system's error
 */
export function connectPinned(options: PinnedOptions): Promise<Pinned> {
  const { host, port, fingerprint, timeoutMs = 4_000, lookup } = options;
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      // An address is not said to the other side: it then shows the certificate for its address.
      servername: isIP(host) ? '' : host,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: false,
      ...(lookup ? { lookup } : {}),
    });
    const late = setTimeout(
      () => fail(Object.assign(new Error(`${host} did not answer`), { code: 'ETIMEDOUT' })),
      timeoutMs,
    );
    const fail = (error: Error) => {
      clearTimeout(late);
      socket.destroy();
      reject(error);
    };
    socket.once('error', fail);
    socket.once('secureConnect', () => {
      // Node gives it once: the second time it is undefined.
      const certificate = socket.getPeerX509Certificate();
      const found = certificate ? fingerprintOf(certificate.publicKey) : null;
      if (!certificate || found !== fingerprint) return fail(new WrongKey(host, found));
      clearTimeout(late);
      socket.off('error', fail);
      resolve({ socket, certificate });
    });
  });
}
