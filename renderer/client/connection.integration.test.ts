import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { suite } from './connection-suite.ts';
import { socketWire } from './wire.ts';

suite('WebSocket', async (hub) => {
  const handler = new RPCHandler(hub.router);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) => void handler.upgrade(socket));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const kill = () => {
    for (const socket of server.clients) socket.terminate();
  };
  return {
    dial: async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`);
      await once(socket, 'open');
      return socketWire(socket);
    },
    kill,
    close: async () => {
      kill();
      await new Promise((resolve) => server.close(resolve));
    },
  };
});
