import type { LetterPrintReason } from '../../../contract/letter-printing.ts';
import type { JobNow, QueueNow } from './letter-outlet.ts';

/** What `lp` and `lpstat` of CUPS print, with `LC_ALL=C`. */

/** Whether the programs can name such a queue: blanks and commas end a name, and a dash makes an option of it. */
export function isCupsName(queue: string): boolean {
  return /^[^\s,/#'"\\-][^\s,/#'"\\]*$/.test(queue);
}

/** The number of the job that `lp` has made ("request id is Kantor-12 (0 file(s))"); null: it names none. */
export function jobNumber(out: string, queue: string): string | null {
  const [, name, job] = /^request id is (\S+)-(\d+) \(\d+ file\(s\)\)$/m.exec(out) ?? [];
  return job !== undefined && name?.toLowerCase() === queue.toLowerCase() ? job : null;
}

const refusals: readonly [RegExp, LetterPrintReason][] = [
  [/does not exist|unknown destination|invalid destination|no default destination/i, 'no_queue'],
  [/scheduler (is )?not|unable to connect|connection refused|bad file descriptor/i, 'no_system'],
  [/not accepting|unsupported|not authorized|forbidden|too many active jobs|quota/i, 'refused'],
];

/** Why `lp` has certainly given nothing to the system; null where its words leave that open. */
export function refusalOf(err: string): LetterPrintReason | null {
  return refusals.find(([words]) => words.test(err))?.[1] ?? null;
}

/** Of `lpstat -p`, or with `-l`. */
export function queuesOf(out: string): QueueNow[] {
  return [...out.matchAll(/^printer ([^\s/]+) (.*)$/gm)].map(([, name = '', says = '']) => {
    if (says.startsWith('disabled')) return { name, state: 'stopped' };
    if (says.startsWith('now printing')) return { name, state: 'printing' };
    return { name, state: says.startsWith('is idle') || says.startsWith('is holding') ? 'idle' : 'unknown' };
  });
}

/** Why a printer makes its jobs wait, of `lpstat -l -p`; null: nothing that we know. */
export function troubleOf(out: string): LetterPrintReason | null {
  const alerts = /^\s+Alerts: (.*)$/m.exec(out)?.[1] ?? '';
  // A warning may be about another tray.
  if (/\bmedia-(empty|needed)(-error)?(?![-\w])/.test(alerts)) return 'no_paper';
  return /^printer \S+ disabled/m.test(out) || /\bpaused\b/.test(alerts) ? 'stopped' : null;
}

/** What became of the jobs that `lpstat -l -W all -o` lists, by their numbers. */
export function jobsOf(out: string, queue: string): Map<string, JobNow['is']> {
  const jobs = new Map<string, JobNow['is']>();
  let job: string | null = null;
  for (const line of out.split('\n')) {
    const [, name, number] = /^(\S+)-(\d+)\s/.exec(line) ?? [];
    if (number !== undefined) {
      job = name?.toLowerCase() === queue.toLowerCase() ? number : null;
      if (job !== null) jobs.set(job, 'waiting');
      continue;
    }
    const [, alerts] = /^\s+Alerts: (.*)$/.exec(line) ?? [];
    if (job !== null && alerts !== undefined) jobs.set(job, endOf(alerts));
  }
  return jobs;
}

/** RFC 8011, 5.3.8: the reasons of a job's state. */
function endOf(alerts: string): JobNow['is'] {
  if (/job-completed/.test(alerts)) return 'out';
  if (/job-canceled/.test(alerts)) return 'cancelled';
  return /aborted-by-system|job-aborted/.test(alerts) ? 'given_up' : 'waiting';
}
