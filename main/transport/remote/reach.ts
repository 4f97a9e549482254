import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { KnownHub } from './known-hub.ts';
import { connectPinned, type Lookup } from './pinned.ts';

export interface ReachOptions {
  /** Called when the hub was found at another address than the remembered one. */
  readonly moved?: (address: string) => void;
  readonly timeoutMs?: number;
  readonly lookup?: Lookup | undefined;
}

export interface Reached {
  readonly socket: TLSSocket;
  /** What it was found by: `Host` and URL name it so. */
  readonly host: string;
}

/**
 * Connects to the hub where it was last, or else by its names: a router may have given it another address, and its old
 * one to somebody else.
 * @throws the last way's error when none leads there
 */
export async function reachHub(hub: KnownHub, options: ReachOptions = {}): Promise<Reached> {
  const { moved, ...rest } = options;
  let failed: unknown;
  for (const host of [hub.address, ...hub.names]) {
    try {
      const { socket } = await connectPinned({ ...rest, host, port: hub.port, fingerprint: hub.fingerprint });
      const found = socket.remoteAddress;
      if (host !== hub.address && found !== undefined && isIP(found) === 4) moved?.(found);
      return { socket, host };
    } catch (error) {
      failed = error;
    }
  }
  throw failed;
}
