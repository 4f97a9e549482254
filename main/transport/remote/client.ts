import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../contract/index.ts';
import { framePort } from '../node-port.ts';
import type { KnownHub } from './known-hub.ts';
import { type RelayEnd, type RelayOptions, relay } from './relay.ts';

/** The hub, asked by this machine's own program instead of by a page. */
export interface HubClient {
  readonly client: ContractRouterClient<Contract>;
  /** When and how the connection ended; every call and stream on it fails then. */
  readonly ended: Promise<RelayEnd>;
  readonly close: () => void;
}

/** Connects as a window's page does, over a port of its own; never throws: what goes wrong is in `ended`. */
export function connectToHub(hub: KnownHub, options: RelayOptions = {}): HubClient {
  const { port1: ours, port2: served } = new MessageChannel();
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: ours }));
  ours.start();
  return { client, ended: relay(framePort(served), hub, options), close: () => ours.close() };
}
