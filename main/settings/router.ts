import type { Api } from '../api.ts';
import type { OpenSettings } from './open.ts';

/** The part of the API in which a supervisor changes the lounge. */
export function settingsRouter(api: Api['settings'], { settings, closeNow, firstStart }: OpenSettings) {
  return api.router({
    get: api.get.handler(() => settings.snapshot()),
    watch: api.watch.handler(({ signal }) => settings.watch(signal)),
    preview: api.preview.handler(({ input }) => settings.preview(input.part, input.content)),
    save: api.save.handler(({ input, context }) => settings.save(context.by, input)),
    undo: api.undo.handler(({ input, context }) => settings.undo(context.by, input)),
    history: api.history.handler(() => settings.history()),
    closeNow: api.closeNow.handler(({ input, context }) => closeNow.close(context.by, input)),
    reopenNow: api.reopenNow.handler(({ input, context }) => closeNow.reopen(context.by, input)),
    firstStart: api.firstStart.handler(() => firstStart.state()),
    finishFirstStart: api.finishFirstStart.handler(({ input, context }) => firstStart.finish(context.by, input)),
  });
}
