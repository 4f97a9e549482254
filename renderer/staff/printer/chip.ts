import type { PrinterCondition, PrinterView } from '../../../contract/printing.ts';
import type { Catalogue } from '../../i18n/staff.ts';

/** What a printer's chip says, and how loud. */

/** `soon`: somebody is needed before long; `now`: residents get no paper, or a slip's fate is open. */
export type Tone = 'calm' | 'soon' | 'now';

/** What stands in the way of every slip, so that it comes before any question about slips. */
const faults: ReadonlySet<PrinterCondition> = new Set([
  'paper_out',
  'cover_open',
  'cutter_jammed',
  'head_hot',
  'unreachable',
  'absent',
]);

type Said = Pick<PrinterView, 'condition' | 'stopped' | 'toCheck' | 'divertedTo'>;

/** What needs nobody is quiet; where another printer stands in, nobody has to run. */
export function toneOf({ condition, stopped, toCheck, divertedTo }: Said): Tone {
  const blocked = (faults.has(condition) && condition !== 'head_hot') || condition === 'needs_check';
  if (toCheck > 0) return 'now';
  if (condition === 'absent') return 'calm';
  if (blocked || stopped !== null) return divertedTo === null ? 'now' : 'soon';
  return condition === 'ready' ? 'calm' : 'soon';
}

/** Everything that is true of it now, the first to be seen to first. @param nameOf a kiosk's name by its id */
export function chipWords({ counter, printers }: Catalogue, printer: Said, nameOf: (device: string) => string) {
  const { condition, stopped, toCheck, divertedTo } = printer;
  const matters = [
    faults.has(condition) ? counter.printers[condition] : null,
    stopped === null ? null : printers.stopped,
    toCheck > 0 ? printers.toCheck(toCheck) : condition === 'needs_check' ? counter.printers.needs_check : null,
  ].filter((matter) => matter !== null);
  const now = matters.length === 0 ? [counter.printers[condition]] : matters;
  return divertedTo === null ? now : [...now, printers.divertedTo(nameOf(divertedTo))];
}

/** What to do about the first of these matters, in one sentence. */
export function advice({ printers }: Catalogue, { condition, stopped, toCheck }: Said): string {
  if (faults.has(condition)) return printers.advice[condition];
  if (stopped !== null) return printers.advice[stopped];
  return printers.advice[toCheck > 0 ? 'slips' : condition];
}

/** Names of kiosks by their id; what is not among them keeps the id. */
export function nameAmong(printers: readonly PrinterView[]): (device: string) => string {
  return (device) => printers.find((printer) => printer.device === device)?.name ?? device;
}

/** Printers that could take over: one that is there, and prints its own slips itself; none for one that does so itself. */
export function standIns(printer: PrinterView, printers: readonly PrinterView[]): PrinterView[] {
  if (printers.some(({ divertedTo }) => divertedTo === printer.device)) return [];
  return printers.filter(
    ({ device, condition, divertedTo }) => device !== printer.device && condition !== 'absent' && divertedTo === null,
  );
}
