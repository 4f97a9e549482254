import type { Api } from '../api.ts';
import type { LentPrinters } from './lent/lent-printers.ts';
import type { Outlets } from './outlets.ts';
import type { Reprints } from './reprints.ts';
import type { Spooler } from './spooler.ts';

export interface Printing {
  readonly spooler: Spooler;
  readonly outlets: Outlets;
  readonly lent: LentPrinters;
  readonly reprints: Reprints;
}

/** Printing's part of the API. */
export function printingRouter(api: Api['printing'], { spooler, outlets, lent, reprints }: Printing) {
  return api.router({
    watchJob: api.watchJob.handler(({ input, signal, errors }) => {
      const watched = spooler.watchJob(input.id, signal);
      if (!watched) throw errors.PRINT_JOB_UNKNOWN();
      return watched;
    }),
    reprint: api.reprint.handler(({ input, context }) => reprints.reprint(context.by, input)),
    outlets: api.outlets.handler(() => outlets.list()),
    setOutlet: api.setOutlet.handler(({ input, context }) => {
      outlets.set(context.by, input);
      return {};
    }),
    lend: api.lend.handler(({ input, context, signal }) => {
      outlets.lent(context.by.device, input.paper);
      return lent.lend(context.by.device, signal);
    }),
    reportLent: api.reportLent.handler(({ input, context }) => {
      lent.report(context.by.device, input);
      return {};
    }),
  });
}
