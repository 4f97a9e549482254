import { connect } from 'node:net';
import type { Dial } from './mending.ts';
import { LinkLost, reasonOf } from './transport.ts';

/** All in milliseconds. */
const connectLimit = 3000;
/** How long the peer may take to close its side. */
const farewell = 500;

/** Raw TCP, usually port 9100. Many printers serve one connection at a time, and opening another steals it. */
export function dialTcp({ host, port }: { readonly host: string; readonly port: number }): Dial {
  return (events, timers) => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    let cancelTimer = timers.after(connectLimit, () => events.ended('no answer'));
    socket.on('connect', () => {
      cancelTimer();
      events.opened();
    });
    socket.on('data', (bytes) => events.received(bytes));
    // A printer that ends its side and does not read never lets 'close' come: the unsent bytes hold it back.
    socket.on('end', () => events.ended('ended by the printer'));
    socket.on('error', (error) => events.ended(reasonOf(error)));
    socket.on('close', () => events.ended('closed'));
    const cut = async () => {
      cancelTimer();
      socket.destroy();
      await closed;
    };
    return {
      write: (bytes) =>
        new Promise((resolve, reject) => {
          socket.write(bytes, (error) => (error ? reject(new LinkLost(reasonOf(error))) : resolve()));
        }),
      cut,
      end: async () => {
        if (socket.connecting) return cut();
        // Bytes the system already took still reach the printer; a destroy could take them back.
        socket.end();
        cancelTimer();
        cancelTimer = timers.after(farewell, () => socket.destroy());
        socket.resume();
        await closed;
        cancelTimer();
      },
    };
  };
}
