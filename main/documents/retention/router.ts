import type { Api } from '../../api.ts';
import type { Retention } from './open.ts';

/** The part of the API about how long things are kept. */
export function retentionRouter(api: Api['retention'], { disposals, persons }: Retention) {
  return api.router({
    state: api.state.handler(() => disposals.state()),
    due: api.due.handler(({ input }) => disposals.due(input)),
    exportDue: api.exportDue.handler(() => disposals.exportDue()),
    destroy: api.destroy.handler(({ input, context }) => disposals.destroy(context.by, input)),
    minutes: api.minutes.handler(({ input }) => disposals.minutes(input)),
    find: api.find.handler(({ input }) => persons.find(input)),
    exportPerson: api.exportPerson.handler(({ input, context }) => persons.export(context.by, input)),
    erasePerson: api.erasePerson.handler(({ input, context }) => persons.erase(context.by, input)),
  });
}
