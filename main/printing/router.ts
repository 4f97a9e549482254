import type { Api } from '../api.ts';
import type { Spooler } from './spooler.ts';

/** Printing's part of the API. */
export function printingRouter(api: Api['printing'], spooler: Spooler) {
  return api.router({
    watchJob: api.watchJob.handler(({ input, signal, errors }) => {
      const watched = spooler.watchJob(input.id, signal);
      if (!watched) throw errors.PRINT_JOB_UNKNOWN();
      return watched;
    }),
  });
}
