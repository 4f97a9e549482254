import type { Api } from '../api.ts';
import type { House } from './house.ts';

/** The house's part of the API. */
export function houseRouter(api: Api['lounge'], house: House) {
  return api.router({
    watch: api.watch.handler(({ context, signal }) => house.live(context.by.device).watch(signal)),
    logo: api.logo.handler(() => house.logo()),
    answerClock: api.answerClock.handler(({ input, context }) => house.answerClock(context.by, input)),
    callForHelp: api.callForHelp.handler(({ input, context }) => house.callForHelp(context.by, input)),
    answerHelp: api.answerHelp.handler(({ input, context }) => house.answerHelp(context.by, input)),
    endHelp: api.endHelp.handler(({ input, context }) => house.endHelp(context.by, input)),
  });
}
