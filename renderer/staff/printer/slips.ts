import type { PrintJobState, PrintJobView } from '../../../contract/printing.ts';
import type { Catalogue } from '../../i18n/staff.ts';

/** The slips of a printer as a list that staff work through. */

export type Settling = 'came' | 'again' | 'cancelled';

/** What somebody has to decide stands first, then what waits, what is on its way, and what is over. */
const ranks: Record<PrintJobState, number> = {
  unknown: 0,
  held: 1,
  queued: 1,
  sending: 2,
  sent: 2,
  printed: 2,
  done: 3,
  cancelled: 3,
};

/** Within each rank as the hub tells them: the newest first. */
export function inOrder(jobs: readonly PrintJobView[]): PrintJobView[] {
  return jobs.toSorted((a, b) => ranks[a.state] - ranks[b.state]);
}

/** What may be decided about a slip. What is on its way cannot be called back, and a test slip is simply printed anew. */
export function settlings({ state, ticketId }: Pick<PrintJobView, 'state' | 'ticketId'>): readonly Settling[] {
  switch (state) {
    case 'unknown':
      return ticketId === null ? ['came', 'cancelled'] : ['came', 'again', 'cancelled'];
    case 'queued':
    case 'held':
      return ['cancelled'];
    default:
      return [];
  }
}

/** "Sudah keluar · Terbukti tercetak", "Tertahan: Kertas habis". */
export function stateWords({ printers, counter }: Catalogue, { state, reason, evidence }: PrintJobView): string {
  const { states, evidence: proofs, reasons } = printers.jobs;
  // Other words of the spooler's say nothing to a clerk.
  const known: Readonly<Record<string, string>> = { ...counter.printers, ...reasons };
  const why = reason !== null && Object.hasOwn(known, reason) ? `: ${known[reason]}` : '';
  const proof = state === 'done' && evidence !== null ? ` · ${proofs[evidence]}` : '';
  return `${states[state]}${why}${proof}`;
}

/** What a slip is called: its number, or that it is a test. */
export function slipName({ printers }: Catalogue, { number }: Pick<PrintJobView, 'number'>): string {
  return number ?? printers.jobs.test;
}
