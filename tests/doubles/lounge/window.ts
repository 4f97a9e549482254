import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../contract/index.ts';
import type { FramePort } from '../../../main/transport/message-port.ts';
import { framePort } from '../../../main/transport/node-port.ts';

/** A window's page and the port that the main process serves for it. */
export function openWindowPort() {
  const { port1, port2 } = new MessageChannel();
  const closed = new Promise<void>((resolve) => port2.once('close', () => resolve()));
  port2.start();
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port2 }));
  const served: FramePort = framePort(port1);
  return { client, served, closed, page: port2 };
}
