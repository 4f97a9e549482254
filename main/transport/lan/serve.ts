import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Asset } from '../assets.ts';
import { securityHeaders } from '../assets.ts';
import { Front, type FrontParts } from '../front.ts';
import type { Limits } from '../limits.ts';
import { listen, type Served } from '../listen.ts';
import type { Credentials } from './authority.ts';

export interface ServeLanParts extends FrontParts {
  /** IPv4 of the chosen network: the one address that is listened on. */
  readonly address: string;
  readonly port: number;
  /** DNS names under which the hub may be found. */
  readonly names: readonly string[];
  readonly credentials: Credentials;
  readonly limits: Limits;
}

/** Far more than a lounge has machines, each with its few connections. */
const maxConnections = 1_000;

/**
 * Serves REST, WebSocket and the pages over TLS on one address, and the hub's authorities at `/ca.crt`.
 * @throws the system's error when it cannot be listened on
 */
export async function serveLan(parts: ServeLanParts): Promise<Served> {
  const { address, port, names, credentials, limits, ...front } = parts;
  const { key, byName, byAddress } = credentials;
  const contextByName = createSecureContext({ key, cert: byName.leaf, minVersion: 'TLSv1.2' });
  const server = createServer({
    key,
    cert: byAddress.leaf,
    minVersion: 'TLSv1.2',
    handshakeTimeout: 10_000,
    // Called only for those who say a name: a browser that came by the address says none.
    SNICallback: (_name, done: (error: Error | null, context?: SecureContext) => void) => done(null, contextByName),
  });
  server.maxConnections = maxConnections;
  const shown = new Front(front, {
    local: false,
    limits,
    files: new Map([['/ca.crt', authorities(byName.ca, byAddress.ca)]]),
  });
  const served = await listen(server, shown, { port, host: address });
  shown.openTo([address, ...names].map((host) => `${host}:${served.port}`));
  return served;
}

function authorities(...pems: readonly string[]): Asset {
  // What a person sees who opens it: nothing but certificates that say what they are.
  const body = pems.map((pem) => `# ${new X509Certificate(pem).subject}\n${pem}`).join('');
  return {
    body: Buffer.from(body),
    headers: { ...securityHeaders, 'content-type': 'application/x-pem-file', 'cache-control': 'no-cache' },
  };
}
