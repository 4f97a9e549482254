import type { Api } from '../api.ts';
import type { Media } from './media.ts';

/** The part of the API about pictures and videos; the files themselves go over HTTP. */
export function mediaRouter(api: Api['media'], media: Media) {
  return api.router({
    watch: api.watch.handler(({ signal }) => media.watch(signal)),
    report: api.report.handler(({ input, context }) => media.report(context.by, input)),
    list: api.list.handler(() => media.list()),
    remove: api.remove.handler(({ input, context }) => media.remove(context.by, input)),
  });
}
