/**
 * A printer in a process of its own that tells when paper begins: the simulated one behind a doorman who reports the
 * moment (shared clock, ms) of every piece that is a slip and not a question about status; and a bare socket beside it.
 */

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { SimulatedPrinter } from '../doubles/printer/simulator.ts';
import { sharedNow } from './measure.ts';

export interface SinkEvent {
  readonly kind: 'first byte' | 'bare byte' | 'cut';
  readonly at: number;
  readonly bytes: number;
}

/** Questions and what clears an unknown state are shorter; a slip is longer. */
const leastSlip = 200;

const tell = (kind: SinkEvent['kind'], bytes = 0) =>
  process.send?.({ kind, at: sharedNow(), bytes } satisfies SinkEvent);

const printer = await SimulatedPrinter.listen({ onCut: () => tell('cut') });
const behind = new URL(printer.uri);

async function listen(greet: (socket: Socket) => void): Promise<Server> {
  const server = createServer({ noDelay: true }, greet).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const doorman = await listen((socket) => {
  const inner = connect({ host: behind.hostname, port: Number(behind.port), noDelay: true });
  socket.on('data', (bytes) => {
    if (bytes.length >= leastSlip) tell('first byte', bytes.length);
  });
  socket.pipe(inner).pipe(socket);
  for (const end of [socket, inner]) end.on('error', () => undefined);
});
const bare = await listen((socket) => {
  socket.on('data', (bytes) => tell('bare byte', bytes.length));
});

const port = (server: Server) => (server.address() as AddressInfo).port;
console.log(JSON.stringify({ ready: true, uri: `tcp://127.0.0.1:${port(doorman)}`, barePort: port(bare) }));
process.on('disconnect', () => process.exit(0));
