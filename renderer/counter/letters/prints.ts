import type { IssuedLetter } from '../../../contract/documents.ts';
import type { LetterPrint, LetterPrinterBoard } from '../../../contract/letter-printing.ts';

/** What a clerk is shown of letters on the office's printer, and may do about them. */

export type PrintAct = 'again' | 'cameOut' | 'cancel';

const onTheWay = ['queued', 'sending', 'sent'] as const;

/** The newest print of a letter; undefined: it was not printed lately. */
export function newestOf(board: LetterPrinterBoard | undefined, letterId: string): LetterPrint | undefined {
  return board?.prints.find((print) => print.letterId === letterId);
}

/** Nobody needs to press anything for it now. */
export function isOnTheWay({ state, retryAt }: LetterPrint): boolean {
  return onTheWay.some((one) => one === state) || (state === 'failed' && retryAt !== null);
}

/** What a person may do about a print, the most likely first. */
export function actsOf({ state, reason }: LetterPrint): readonly PrintAct[] {
  switch (state) {
    case 'unknown':
      return ['cameOut', 'again'];
    case 'failed':
      return ['again', 'cancel'];
    case 'queued':
      return ['cancel'];
    case 'sent':
      return reason === 'cancelling' ? [] : ['cancel'];
    default:
      return [];
  }
}

/** The printer has it and cannot go on until somebody has been there. */
export function isHeldUp({ state, reason }: LetterPrint): boolean {
  return state === 'sent' && reason !== null && reason !== 'cancelling';
}

export type PrintTone = 'calm' | 'good' | 'warning' | 'bad';

export function toneOf(print: LetterPrint): PrintTone {
  const { state } = print;
  if (state === 'done') return 'good';
  if (state === 'unknown') return 'warning';
  if (state === 'failed') return 'bad';
  return isHeldUp(print) ? 'warning' : 'calm';
}

/** The letters that one press prints: those that are made and count, and are neither on their way nor in doubt. */
export function printable(letters: readonly IssuedLetter[], board: LetterPrinterBoard | undefined): IssuedLetter[] {
  return letters.filter(({ id, state, render }) => {
    if (state !== 'issued' || render !== 'rendered') return false;
    const print = newestOf(board, id);
    return print === undefined || print.state === 'done' || print.state === 'cancelled';
  });
}
