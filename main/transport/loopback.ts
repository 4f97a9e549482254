import { createServer } from 'node:http';
import { StartError } from '../ops/start-error.ts';
import { Front, type FrontParts } from './front.ts';
import { listen, type Served } from './listen.ts';

export interface LoopbackParts extends FrontParts {
  /** 0: any that is free. */
  readonly port: number;
}

/**
 * Serves REST, WebSocket and the pages on 127.0.0.1 only.
 * @throws StartError when the port is taken
 */
export async function serveLoopback({ port, ...parts }: LoopbackParts): Promise<Served> {
  const front = new Front(parts, { local: true, limits: null, files: new Map() });
  const served = await listen(createServer(), front, { port, host: '127.0.0.1' }).catch((error: unknown) => {
    throw wordListenError(error as NodeJS.ErrnoException, port);
  });
  front.openTo([`127.0.0.1:${served.port}`, `localhost:${served.port}`]);
  return served;
}

function wordListenError(error: NodeJS.ErrnoException, port: number): StartError {
  if (error.code === 'EADDRINUSE')
    return new StartError(`Port ${port} is in use; stop the other program or use another --port.`);
  return new StartError(`Port ${port} cannot be opened (${error.code}); use another --port.`);
}
