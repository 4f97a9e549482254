import type { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { z } from 'zod';
import { admission, type KnownHub } from './known-hub.ts';
import { connectPinned, type PinnedOptions } from './pinned.ts';

export interface PairOptions extends Pick<PinnedOptions, 'timeoutMs' | 'lookup'> {
  /** As the supervisor's screen shows it: `https://192.168.1.10:8443`. */
  readonly address: string;
  readonly fingerprint: string;
  readonly code: string;
}

/** The hub did not let this machine in; `code` is its reason: `CODE_WRONG`, `TOO_MANY_REQUESTS`, `BAD_ADDRESS`… */
export class PairingRefused extends Error {
  override readonly name = 'PairingRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const refused = z.object({ code: z.string(), message: z.string() });

/**
 * Joins a hub. The code goes out only after the other side has proved that it holds the key whose fingerprint a person
 * read from the supervisor's screen.
 * @throws WrongKey, PairingRefused, or the system's error
 */
export async function pairWithHub({ address, fingerprint, code, ...rest }: PairOptions): Promise<KnownHub> {
  const { host, port } = readAddress(address);
  const { socket, certificate } = await connectPinned({ ...rest, host, port, fingerprint });
  // Gone from the socket once the hub has closed it.
  const found = socket.remoteAddress ?? host;
  try {
    const answer = await post(socket, host, port, { code });
    const paired = admission.safeParse(answer);
    if (!paired.success) {
      const why = refused.safeParse(answer);
      throw why.success
        ? new PairingRefused(why.data.code, why.data.message)
        : new PairingRefused('BAD_ANSWER', 'The hub gave no answer that this version understands');
    }
    const { token, device } = paired.data;
    return { address: found, port, names: namesOf(certificate), fingerprint, token, device };
  } finally {
    socket.destroy();
  }
}

function readAddress(address: string): { host: string; port: number } {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new PairingRefused('BAD_ADDRESS', 'The address must look like https://192.168.1.10:8443');
  return { host: url.hostname, port: Number(url.port || 443) };
}

/** Under which names the hub may be found later: its own certificate says so. */
function namesOf({ subjectAltName = '' }: X509Certificate): string[] {
  return [...subjectAltName.matchAll(/DNS:([\w.-]+)/g)].map(([, name]) => name as string);
}

async function post(socket: TLSSocket, host: string, port: number, body: unknown): Promise<unknown> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asking = request({
      host,
      port,
      path: '/api/pair',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        'x-anjungan-client': 'program',
      },
      createConnection: () => socket,
      signal: AbortSignal.timeout(10_000),
    });
    asking.on('error', reject);
    asking.on('response', (response) => {
      let received = '';
      response.setEncoding('utf8');
      response.on('error', reject);
      response.on('data', (chunk: string) => {
        received += chunk;
      });
      response.on('end', () => {
        try {
          resolve(JSON.parse(received));
        } catch {
          resolve(null);
        }
      });
    });
    asking.end(text);
  });
}
