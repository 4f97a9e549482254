import { StandardRPCJsonSerializer, StandardRPCSerializer } from '@orpc/client/standard';
import type { Router } from '@orpc/server';
import {
  StandardHandler,
  StandardRPCCodec,
  type StandardRPCHandlerOptions,
  StandardRPCMatcher,
} from '@orpc/server/standard';
import { WsHandler } from '@orpc/server/ws';
import type { Contract } from '../../contract/index.ts';
import type { ApiContext } from '../api.ts';

type Serialized = ReturnType<StandardRPCJsonSerializer['serialize']>;

/**
 * Takes a snapshot that many screens follow apart once, not once for each screen: a fifth of what a call costs with
 * fifty displays. Only frozen values are remembered: they say of themselves that they will not change.
 */
export class SnapshotSerializer extends StandardRPCJsonSerializer {
  readonly #plain = new StandardRPCJsonSerializer();
  readonly #known = new WeakMap<object, Serialized>();

  override serialize(data: unknown): Serialized {
    if (typeof data !== 'object' || data === null || !Object.isFrozen(data)) return this.#plain.serialize(data);
    const known = this.#known.get(data);
    if (known) return known;
    const serialized = this.#plain.serialize(data);
    this.#known.set(data, serialized);
    return serialized;
  }
}

/** oRPC's own handler of WebSockets, with the serializer above in it. */
export class LiveHandler extends WsHandler<ApiContext> {
  constructor(router: Router<Contract, ApiContext>, options: StandardRPCHandlerOptions<ApiContext>) {
    const serializer = new StandardRPCSerializer(new SnapshotSerializer());
    super(new StandardHandler(router, new StandardRPCMatcher(options), new StandardRPCCodec(serializer), options));
  }
}
