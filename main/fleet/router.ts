import type { Api } from '../api.ts';
import type { Fleet } from './fleet.ts';

/** The part of the API about what the regency is told. */
export function fleetRouter(api: Api['fleet'], fleet: Fleet) {
  return api.router({
    state: api.state.handler(() => fleet.state()),
    setAddress: api.setAddress.handler(({ input, context }) => fleet.setAddress(context.by, input)),
    makeNow: api.makeNow.handler(({ input, context }) => fleet.makeNow(context.by, input)),
    putAtSecondPlace: api.putAtSecondPlace.handler(({ input, context }) => fleet.putAtSecondPlace(context.by, input)),
    answerMachine: api.answerMachine.handler(({ input, context }) => fleet.answerMachine(context.by, input)),
  });
}
