import type { PrintSlip } from '../../main/printing/slip.ts';
import { type Mark, wordsOf } from '../doubles/printer/decoder.ts';
import { sampleReceipt, sampleSlip, sampleTest } from '../printing/sample-slip.ts';

/** Every kind of slip that a printer gets. */
export const slipKinds = ['ticket', 'receipt', 'test slip'] as const;
export type SlipKind = (typeof slipKinds)[number];

/** A slip with a name of its own, which stands on its paper. */
export interface TestedSlip {
  readonly id: string;
  readonly name: string;
  readonly ticketId: string | null;
  readonly slip: PrintSlip;
}

/** @param serial makes the name; the paper of a ticket says A017, a receipt R017-R017, a test slip U017 */
export function slipOf(kind: SlipKind, serial: number): TestedSlip {
  const digits = String(serial).padStart(3, '0');
  const id = digits.padStart(6, '0');
  if (kind === 'ticket') {
    const name = `A${digits}`;
    return { id, name, ticketId: name, slip: sampleSlip({ number: name }) };
  }
  if (kind === 'receipt') {
    const name = `R${digits}-R${digits}`;
    return {
      id,
      name,
      ticketId: null,
      slip: sampleReceipt({ request: { ...sampleReceipt().request, tracking: name } }),
    };
  }
  const name = `U${digits}`;
  return { id, name, ticketId: null, slip: sampleTest({ printer: name }) };
}

/** What came out of one slip. */
export interface Papers {
  /** Cut off, and with everything on it. */
  readonly whole: number;
  /** Cut off with its name on it, whole or not, that do not say CETAK ULANG. */
  readonly unmarked: number;
}

export function papersOf(name: string, cut: readonly (readonly Mark[])[]): Papers {
  const showing = cut.filter((marks) => wordsOf(marks).includes(name));
  return {
    whole: showing.filter((marks) => isWhole(name, marks)).length,
    unmarked: showing.filter((marks) => !wordsOf(marks).some((words) => words.includes('CETAK ULANG'))).length,
  };
}

/** Whether everything of it is on paper, cut off or still hanging in the printer. */
export function isOnPaper(name: string, cut: readonly (readonly Mark[])[], hanging: readonly Mark[]): boolean {
  return [...cut, hanging].some((marks) => hasAllLines(name, marks));
}

/** How many of these slips have to do with one paper, at most: one, or somebody else's number hangs under it. */
export function mostNamesOnOne(slips: readonly TestedSlip[], cut: readonly (readonly Mark[])[]): number {
  const names = new Set(slips.map(({ name }) => name));
  return Math.max(0, ...cut.map((marks) => wordsOf(marks).filter((words) => names.has(words)).length));
}

function isWhole(name: string, marks: readonly Mark[]): boolean {
  return hasAllLines(name, marks) && marks.at(-1)?.kind === 'cut';
}

/** From the words above the name to those below the code. */
function hasAllLines(name: string, marks: readonly Mark[]): boolean {
  const at = marks.findIndex((mark) => mark.kind === 'line' && mark.text.trim() === name);
  const code = marks.findIndex((mark, index) => index > at && mark.kind === 'qr');
  const isWord = (mark: Mark): boolean => mark.kind === 'line' && mark.text.trim() !== '';
  return at > 0 && code > at && marks.slice(code).some(isWord);
}
