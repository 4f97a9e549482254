import type { Api } from '../../api.ts';
import type { Documents } from '../open.ts';

/** The part of the API about the village's list of residents. */
export function residentsRouter(api: Api['residents'], { imports, identify }: Documents['residents']) {
  return api.router({
    state: api.state.handler(() => imports.state()),
    preview: api.preview.handler(({ input }) => imports.preview(input.file)),
    commit: api.commit.handler(({ input, context }) => imports.commit(context.by, input)),
    undo: api.undo.handler(({ input, context }) => imports.undo(context.by, input)),
    identify: api.identify.handler(({ input, context }) => identify.identify(context.by, input)),
    known: api.known.handler(() => identify.known()),
  });
}
