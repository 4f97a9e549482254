import type { Api } from '../../api.ts';
import type { Trust } from './trust.ts';

/** Which other offices' letters can be checked here. */
export function trustRouter(api: Api['trust'], trust: Trust) {
  return api.router({
    state: api.state.handler(() => trust.state()),
    take: api.take.handler(({ input, context }) => trust.take(context.by, input)),
  });
}
