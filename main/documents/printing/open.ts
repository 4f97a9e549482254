import type Database from 'better-sqlite3';
import { LetterPrintStore } from './letter-print-store.ts';
import { LetterPrinters, type LetterPrintersParts } from './letter-printers.ts';
import { LetterPrints, type LetterPrintsParts } from './letter-prints.ts';
import { PrintLanes, type PrintLanesParts } from './print-lanes.ts';

export interface PrintingNeeds
  extends Omit<LetterPrintsParts, 'prints' | 'lanes'>,
    Omit<LetterPrintersParts, 'prints' | 'changed'> {
  readonly db: Database.Database;
  readonly timers: PrintLanesParts['timers'];
  readonly log: PrintLanesParts['log'];
}

export type LetterPrinting = ReturnType<typeof openLetterPrinting>;

/** Builds everything about letters on the office's printers. */
export function openLetterPrinting({ db, timers, log, ...parts }: PrintingNeeds) {
  const store = new LetterPrintStore(db);
  const { letters, numbers, outlet, clock } = parts;
  const lanes = new PrintLanes({
    prints: store,
    outlet,
    timers,
    clock,
    letter: (id) => {
      const letter = letters.find(id);
      const pdf = letters.pdf(id);
      if (!letter || pdf === null || letters.isDestroyed(id)) return null;
      if (numbers.find(letter.number_id)?.state !== 'issued') return null;
      return { pdf, paper: paperOf(letter.document) };
    },
    changed: () => prints.changed(),
    log,
  });
  const prints: LetterPrints = new LetterPrints({ ...parts, prints: store, lanes });
  return {
    prints,
    printers: new LetterPrinters({ ...parts, prints: store, changed: () => prints.changed() }),
    start: () => lanes.start(),
    close: () => lanes.close(),
  };
}

/** On which paper it was set. */
function paperOf(document: string): 'A4' | 'F4' {
  return (JSON.parse(document) as { paper: 'A4' | 'F4' }).paper;
}
