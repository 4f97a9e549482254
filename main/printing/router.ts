import type { Api } from '../api.ts';
import type { LentPrinters } from './lent/lent-printers.ts';
import type { Outlets } from './outlets.ts';
import type { Prober } from './prober.ts';
import type { Reprints } from './reprints.ts';
import type { SlipList } from './slip-list.ts';
import type { JobNow, Spooler } from './spooler.ts';
import type { Verdicts } from './verdicts.ts';

export interface Printing {
  readonly spooler: Spooler;
  readonly outlets: Outlets;
  readonly lent: LentPrinters;
  readonly reprints: Reprints;
  readonly verdicts: Verdicts;
  readonly list: SlipList;
  readonly prober: Prober;
}

/** Printing's part of the API. */
export function printingRouter(
  api: Api['printing'],
  { spooler, outlets, lent, reprints, verdicts, list, prober }: Printing,
) {
  return api.router({
    watchJob: api.watchJob.handler(({ input, context, signal, errors }) => {
      const watched = spooler.watchJob(input.id, signal);
      if (!watched) throw errors.PRINT_JOB_UNKNOWN();
      return seenFrom(watched, (printerId) => outlets.elsewhere(context.by.device, printerId));
    }),
    answerSlip: api.answerSlip.handler(({ input, context }) => verdicts.answerSlip(context.by, input)),
    jobs: api.jobs.handler(({ input }) => list.at(input.device)),
    settle: api.settle.handler(({ input, context }) => verdicts.settle(context.by, input)),
    testSlip: api.testSlip.handler(({ input, context }) => verdicts.testSlip(context.by, input)),
    answerTest: api.answerTest.handler(({ input, context }) => {
      verdicts.answerTest(context.by, input);
      return {};
    }),
    rollChanged: api.rollChanged.handler(({ input, context }) => verdicts.rollChanged(context.by, input)),
    divert: api.divert.handler(({ input, context }) => {
      outlets.divert(context.by, input);
      return {};
    }),
    reprint: api.reprint.handler(({ input, context }) => reprints.reprint(context.by, input)),
    outlets: api.outlets.handler(() => outlets.list()),
    setOutlet: api.setOutlet.handler(({ input, context }) => {
      outlets.set(context.by, input);
      return {};
    }),
    setProfile: api.setProfile.handler(({ input, context }) => {
      outlets.setProfile(context.by, input);
      return {};
    }),
    probe: api.probe.handler(({ input }) => prober.probe(input.device)),
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

/** A slip as somebody sees it who stands at a device. */
async function* seenFrom(slip: AsyncIterable<JobNow>, elsewhere: (printerId: string) => string | null) {
  for await (const { printerId, state, printer, asks, tear } of slip)
    yield { state, printer, asks, tear, elsewhere: elsewhere(printerId) };
}
