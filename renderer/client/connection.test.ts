import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, it } from 'vitest';
import { Connection } from './connection.ts';
import { suite } from './connection-suite.ts';
import { type Port, portWire } from './wire.ts';

suite('MessagePort', async (hub) => {
  const handler = new RPCHandler(hub.router);
  const ports = new Set<NodePort>();
  const kill = () => {
    for (const port of ports) port.close();
    ports.clear();
  };
  return {
    dial: async () => {
      const { port1, port2 } = new MessageChannel();
      ports.add(port1);
      handler.upgrade(port1 as unknown as MessagePort);
      port1.start();
      return portWire(port2 as unknown as Port);
    },
    kill,
    close: async () => kill(),
  };
});

it('slows down when every wire closes at once', async () => {
  const pauses: number[] = [];
  const connection = new Connection(
    async () => ({ open: ({ closed }) => closed(), send: () => undefined, close: () => undefined }),
    (ms, then) => {
      const timer = setTimeout(then, ms === 5_000 ? 1_000 : 0);
      if (ms < 5_000) pauses.push(ms);
      return () => clearTimeout(timer);
    },
    () => 0.9,
  );
  const list = () => connection.call((client) => client.queue.services());
  await expect(list()).rejects.toMatchObject({ code: 'UNREACHABLE' });
  await expect(list()).rejects.toMatchObject({ code: 'UNREACHABLE' });
  await expect(list()).rejects.toMatchObject({ code: 'UNREACHABLE' });
  expect(pauses).toEqual([475, 925]);
  connection.close();
});
