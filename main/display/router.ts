import type { Api } from '../api.ts';
import type { Display } from './display.ts';

/** The displays' part of the API. */
export function displayRouter(api: Api['display'], display: Display) {
  return api.router({
    watch: api.watch.handler(({ context, signal }) => display.watch(context.by, signal)),
    report: api.report.handler(({ input, context }) => display.report(context.by, input)),
    sounds: api.sounds.handler(() => display.sounds()),
    mute: api.mute.handler(({ input, context }) => display.silence(context.by, input)),
  });
}
