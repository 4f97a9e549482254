import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Listener } from '../../../tests/doubles/printer/listener.ts';
import { eventually, HurriedTimers } from '../../../tests/printing/printing-lounge.ts';
import { openPrinter } from './open.ts';
import { dialTcp } from './tcp.ts';
import { BadPrinterUri, LinkLost, type Transport } from './transport.ts';
import { describeTransport } from './transport-suite.ts';

describeTransport('a printer on the network', async () => {
  const listener = new Listener();
  // Its port is known from its first day on.
  await listener.arrive();
  await listener.leave();
  return {
    flood: 32 * 1024 * 1024,
    proof: 'replies',
    dial: dialTcp(listener.address),
    arrive: () => listener.arrive(),
    leave: () => listener.leave(),
    read: (reads) => listener.read(reads),
    heard: () => listener.heard,
    say: (text) => listener.say(text),
    end: () => listener.leave(),
  };
});

describe('a connection over the network', () => {
  let listener: Listener;
  let heard: string[];
  let transport: Transport;

  beforeEach(async () => {
    listener = new Listener();
    await listener.arrive();
    listener.read(false);
    heard = [];
    transport = openPrinter(
      listener.uri,
      {
        opened: () => heard.push('opened'),
        received: () => heard.push('received'),
        lost: (reason) => heard.push(`lost: ${reason}`),
      },
      new HurriedTimers(),
    );
    transport.start();
    await eventually(() => expect(transport.isOpen && listener.sockets.size === 1).toBe(true));
  });
  afterEach(async () => {
    await transport.close();
    await listener.leave();
  });
  const peer = () => [...listener.sockets][0] as Socket;

  it('loses unsent bytes with a peer that ends and does not read', async () => {
    const written = transport.write(Buffer.alloc(32 * 1024 * 1024));
    peer().end();
    await expect(written).rejects.toThrow(LinkLost);
    await eventually(() => expect(listener.connections).toBe(2));
  });

  it.each([
    ['resets', (socket: Socket) => void socket.resetAndDestroy()],
    ['ends', (socket: Socket) => void socket.end()],
  ])('is made anew when the peer %s it', async (_, leave) => {
    leave(peer());
    await eventually(() => expect(listener.connections).toBe(2));
    await eventually(() => expect(heard).toEqual(['opened', expect.stringMatching(/^lost: /), 'opened']));
  });
});

describe('an address that nobody understands', () => {
  it.each(['', 'machine:x', 'tcp://a:99999', 'cups:-d', 'windows:a,b'])(
    'is refused before anything is tried: %o',
    (uri) => {
      const deaf = { opened: () => undefined, received: () => undefined, lost: () => undefined };
      expect(() => openPrinter(uri, deaf, new HurriedTimers())).toThrow(BadPrinterUri);
    },
  );
});
