import type { PrinterCondition } from '../../contract/printing.ts';
import { canPrint } from './status.ts';

/** A cover was opened and closed again, or a roll put in. */
export interface Closing {
  /** There is another roll in it than before. */
  readonly newRoll: boolean;
  /** The roll before was used up, so that its slips are what a roll gives. */
  readonly usedUp: boolean;
}

/** Where the sensor for the end of a roll is missing, as on many cheap printers, the last roll tells how long one lasts. */
export function isNearlyUsedUp(slips: number, rollSlips: number | null): boolean {
  return rollSlips !== null && rollSlips >= leastRoll && slips >= rollSlips * nearEnd;
}

const nearEnd = 0.9;
/** A roll that ended sooner was not a whole one. */
const leastRoll = 50;

/** Sees in what a printer says that somebody has been at its paper. */
export class RollWatch {
  #opened = false;
  #ended = false;
  #low = false;

  /** @returns what was done, once the printer can print again */
  hear(condition: PrinterCondition): Closing | null {
    if (condition === 'cover_open') this.#opened = true;
    if (condition === 'paper_out') this.#ended = true;
    if (!canPrint(condition)) return null;
    const low = this.#low;
    this.#low = condition === 'paper_low';
    if (!this.#opened && !this.#ended) return null;
    const usedUp = this.#ended;
    this.#opened = false;
    this.#ended = false;
    return { newRoll: usedUp || (low && !this.#low), usedUp };
  }
}
