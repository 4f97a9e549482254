import type { Finding, StepFinding, StepVerdict } from '../../contract/diagnostics.ts';
import { type PrinterCondition, type PrinterView, printerConditions } from '../../contract/printing.ts';
import { found, type MachineStep } from './step.ts';

const verdicts: Record<PrinterCondition, readonly [StepVerdict, Finding]> = {
  ready: ['good', 'printer_ready'],
  paper_low: ['attention', 'printer_paper_low'],
  paper_out: ['bad', 'printer_paper_out'],
  cover_open: ['bad', 'printer_cover_open'],
  cutter_jammed: ['bad', 'printer_cutter_jammed'],
  head_hot: ['attention', 'printer_head_hot'],
  unreachable: ['bad', 'printer_unreachable'],
  needs_check: ['bad', 'printer_needs_check'],
  absent: ['attention', 'printer_none'],
};

/** The worst first: what to look at before anything else. */
const worst: readonly PrinterCondition[] = [
  'unreachable',
  'needs_check',
  'cutter_jammed',
  'cover_open',
  'paper_out',
  'head_hot',
  'paper_low',
];

export type PrinterSeen = Pick<PrinterView, 'condition' | 'stopped' | 'reads' | 'toCheck'>;

/**
 * What a printer is in, whatever it says: one that calls itself ready while nobody knows what became of its slips has to
 * be looked at, and so has one that says what nobody planned.
 */
function truly({ condition, stopped, reads, toCheck }: PrinterSeen): PrinterCondition {
  if (!printerConditions.includes(condition)) return 'needs_check';
  const doubtful = stopped !== null || reads !== null || toCheck > 0;
  return doubtful && (condition === 'ready' || condition === 'paper_low') ? 'needs_check' : condition;
}

/** How the lounge's printers are, as the spooler hears from them all the time; prints nothing. */
export class PrintersStep implements MachineStep {
  readonly step = 'printer';
  readonly #printers: () => readonly PrinterSeen[];

  constructor(printers: () => readonly PrinterSeen[]) {
    this.#printers = printers;
  }

  look(): StepFinding {
    const conditions = this.#printers().map(truly);
    const there = conditions.filter((condition): boolean => condition !== 'absent');
    if (there.length === 0) return found('printer', ...verdicts.absent);
    const told = worst.find((condition) => there.includes(condition)) ?? 'ready';
    return found('printer', ...verdicts[told], { printers: there.length });
  }
}
