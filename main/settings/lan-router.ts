import type { Api } from '../api.ts';
import type { LanSettings } from './lan-settings.ts';

/** The part of the API that opens and closes the lounge's own network. */
export function lanRouter(api: Api['lan'], settings: LanSettings) {
  return api.router({
    interfaces: api.interfaces.handler(() => settings.interfaces()),
    get: api.get.handler(() => settings.state()),
    set: api.set.handler(({ input, context }) => settings.set(context.by, input)),
  });
}
