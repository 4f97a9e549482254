import type { Api } from '../api.ts';
import type { Diagnostics } from './diagnostics.ts';

/** The part of the API about the machine itself. */
export function diagnosticsRouter(api: Api['diagnostics'], diagnostics: Diagnostics) {
  return api.router({
    run: api.run.handler(({ signal }) => diagnostics.watch(signal)),
    report: api.report.handler(() => diagnostics.report()),
  });
}
