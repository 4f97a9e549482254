import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually, HurriedTimers } from '../../../tests/printing/printing-lounge.ts';
import { parseTcpUri, TcpTransport } from './tcp.ts';
import { BadPrinterUri, LinkLost, NotConnected } from './transport.ts';

let server: Server;
let peers: Socket[];
let heard: string[];
let timers: HurriedTimers;
let transport: TcpTransport;

beforeEach(async () => {
  peers = [];
  heard = [];
  timers = new HurriedTimers();
  server = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => undefined);
    peers.push(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  transport = new TcpTransport(
    `tcp://127.0.0.1:${port}`,
    {
      opened: () => heard.push('opened'),
      received: (bytes) => heard.push(bytes.toString()),
      lost: (reason) => heard.push(`lost: ${reason}`),
    },
    timers,
  );
});

afterEach(async () => {
  await transport.close();
  expect(timers.running).toBe(0);
  for (const peer of peers) peer.destroy();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
});

async function connected(): Promise<Socket> {
  transport.start();
  await eventually(() => expect(peers.length).toBe(1));
  await eventually(() => expect(transport.isOpen).toBe(true));
  return peers[0] as Socket;
}

describe('a TCP printer', () => {
  it.each([
    ['tcp://192.168.1.87:9100', '192.168.1.87', 9100],
    ['tcp://printer-2.lounge.lan:9101/', 'printer-2.lounge.lan', 9101],
    ['tcp://[fe80::1]:9100', 'fe80::1', 9100],
  ])('is written %s', (uri, host, port) => {
    expect(parseTcpUri(uri)).toEqual({ host, port });
  });

  it.each([
    '',
    '192.168.1.87',
    'tcp://192.168.1.87',
    'tcp://a:0',
    'tcp://a:65536',
    'tcp://a b:9100',
    'usb:9100',
    'tcp://a:9100/x',
  ])('is not written %o', (uri) => {
    expect(() => parseTcpUri(uri)).toThrow(BadPrinterUri);
  });

  it('takes bytes and gives replies over one connection', async () => {
    const peer = await connected();
    peer.resume();
    const arrived = new Promise<string>((resolve) => peer.once('data', (bytes) => resolve(bytes.toString())));
    await transport.write(Buffer.from('slip'));
    expect(await arrived).toBe('slip');
    peer.write('reply');
    await eventually(() => expect(heard).toEqual(['opened', 'reply']));
  });

  it('refuses bytes before there is a connection', async () => {
    await expect(transport.write(Buffer.from('slip'))).rejects.toThrow(NotConnected);
  });

  it('calls nothing a success while the peer does not read', async () => {
    await connected();
    let settled = 'pending';
    const written = transport.write(Buffer.alloc(32 * 1024 * 1024)).then(
      () => (settled = 'accepted'),
      (error: unknown) => (settled = error instanceof LinkLost ? 'lost' : 'odd'),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(settled).toBe('pending');
    transport.drop('stalled');
    await written;
    expect(settled).toBe('lost');
  });

  it('loses unsent bytes with a peer that ends and does not read', async () => {
    const peer = await connected();
    const written = transport.write(Buffer.alloc(32 * 1024 * 1024));
    peer.end();
    await expect(written).rejects.toThrow(LinkLost);
    await eventually(() => expect(peers.length).toBe(2));
  });

  it.each([
    ['resets', (peer: Socket) => void peer.resetAndDestroy()],
    ['ends', (peer: Socket) => void peer.end()],
  ])('comes back by itself when the peer %s the connection', async (_, leave) => {
    leave(await connected());
    await eventually(() => expect(peers.length).toBe(2));
    await eventually(() => expect(heard).toEqual(['opened', expect.stringMatching(/^lost: /), 'opened']));
  });

  it('tries ever more slowly while nobody is there', async () => {
    await new Promise((resolve) => server.close(resolve));
    transport.start();
    await new Promise((resolve) => setTimeout(resolve, 500));
    // Four seconds of the lounge's time: after about 0, 0.25, 0.75, 1.75 and 3.75 s.
    expect(heard.length).toBeGreaterThanOrEqual(3);
    expect(heard.length).toBeLessThanOrEqual(6);
    expect(new Set(heard)).toEqual(new Set(['lost: ECONNREFUSED']));
  });

  it('hears and says nothing more once it is closed', async () => {
    const peer = await connected();
    await transport.close();
    peer.write('late');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(['opened']);
    await expect(transport.write(Buffer.from('slip'))).rejects.toThrow(NotConnected);
  });
});
