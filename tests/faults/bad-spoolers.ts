import type { NewPrintJob } from '../../main/printing/print-job-store.ts';
import { type MakeSpooler, ourSpooler, type SpoolerUnderTest } from './hub.ts';

/** Does what many a print program does: a slip whose end it has not seen is sent again. */
export const resending: MakeSpooler = (options) => {
  const spooler = ourSpooler(options);
  const jobs = new Map<string, NewPrintJob>();
  const lookAgain = (): void => {
    for (const [id, job] of jobs) {
      if (spooler.job(id)?.state !== 'unknown') continue;
      jobs.delete(id);
      spooler.enqueue({ ...job, id: `${id} again` });
      spooler.wake(job.printerId);
    }
    options.timers?.after(1000, lookAgain);
  };
  lookAgain();
  return {
    ...actsOf(spooler),
    enqueue(job) {
      jobs.set(job.id, job);
      spooler.enqueue(job);
    },
  };
};

/** Calls every slip done that it has taken, as a program does that writes to a socket and goes home. */
export const boasting: MakeSpooler = (options) => {
  const spooler = ourSpooler(options);
  return {
    ...actsOf(spooler),
    job(id) {
      const now = spooler.job(id);
      return now && { ...now, state: 'done' };
    },
  };
};

function actsOf(spooler: SpoolerUnderTest): SpoolerUnderTest {
  return {
    use: (printer) => spooler.use(printer),
    start: () => spooler.start(),
    enqueue: (job) => spooler.enqueue(job),
    wake: (printerId) => spooler.wake(printerId),
    job: (id) => spooler.job(id),
    condition: (printerId) => spooler.condition(printerId),
  };
}
