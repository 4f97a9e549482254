import type { Api } from '../api.ts';
import type { UpdateDesk } from './update-desk.ts';

/** The part of the API about new versions. */
export function updatesRouter(api: Api['updates'], desk: UpdateDesk) {
  return api.router({
    state: api.state.handler(() => desk.state()),
    checkNow: api.checkNow.handler(({ input, context }) => desk.checkNow(context.by, input)),
    pause: api.pause.handler(({ input, context }) => desk.pause(context.by, input)),
    resume: api.resume.handler(({ input, context }) => desk.resume(context.by, input)),
  });
}
