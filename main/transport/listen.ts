import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Front } from './front.ts';

/** A server that answers, until it is closed. */
export interface Served {
  readonly port: number;
  readonly isOpen: () => boolean;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** Opens the port and lets the front answer there. @throws the system's error, after which nothing is left open */
export async function listen(
  server: HttpServer | HttpsServer,
  front: Front,
  at: { readonly port: number; readonly host: string },
): Promise<Served> {
  front.attach(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  }).catch((error: unknown) => {
    front.close();
    throw error;
  });
  return {
    port: (server.address() as AddressInfo).port,
    isOpen: () => server.listening,
    close: async () => {
      front.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
