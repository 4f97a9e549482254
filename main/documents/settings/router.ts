import type { Api } from '../../api.ts';
import type { LetterSettings } from './letter-settings.ts';

/** The part of the API in which a supervisor changes letters and the office that issues them. */
export function letterSettingsRouter(api: Api['letterSettings'], settings: LetterSettings) {
  return api.router({
    get: api.get.handler(() => settings.snapshot()),
    villages: api.villages.handler(() => settings.villages()),
    letter: api.letter.handler(({ input }) => settings.letter(input)),
    preview: api.preview.handler(({ input }) => settings.preview(input)),
    save: api.save.handler(({ input, context }) => settings.save(context.by, input)),
    backToShipped: api.backToShipped.handler(({ input, context }) => settings.backToShipped(context.by, input)),
    undo: api.undo.handler(({ input, context }) => settings.undo(context.by, input)),
    history: api.history.handler(() => settings.history()),
  });
}
