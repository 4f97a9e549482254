import type { PrinterCondition } from '../../contract/printing.ts';
import type { Log } from '../ops/log.ts';
import type { CareStore } from './care-store.ts';
import type { Means } from './proof.ts';
import { RollWatch } from './roll-watch.ts';
import { canPrint } from './status.ts';

export interface AttendantParts {
  readonly printerId: string;
  readonly care: CareStore;
  /** Queues a test slip. */
  readonly test: (printerId: string) => void;
  readonly log: Log;
}

/** Keeps what a printer tells beside its slips. None of it stands in the way of printing. */
export class Attendant {
  readonly #its: AttendantParts;
  readonly #roll = new RollWatch();
  #lastLoss = '';

  constructor(parts: AttendantParts) {
    this.#its = parts;
  }

  /** After somebody was at its paper, a test slip: a roll the wrong way round prints nothing, and proves it perfectly. */
  heard(condition: PrinterCondition): void {
    if (canPrint(condition)) this.#lastLoss = '';
    const closing = this.#roll.hear(condition);
    if (closing === null) return;
    const { printerId, care, test } = this.#its;
    this.#keep('a change of paper could not be written', () => {
      if (closing.newRoll) care.newRoll(printerId, closing.usedUp);
      test(printerId);
    });
  }

  /** What it answers, for the next run. */
  learnt(means: Means): void {
    const { printerId, care, log } = this.#its;
    log.info({ printer: printerId, means }, 'printer answers');
    this.#keep('what a printer answers could not be written', () => care.learn(printerId, means));
  }

  /** A printer that is off for a night is one line, not ten thousand. */
  lost(reason: string): void {
    if (reason === this.#lastLoss) return;
    this.#lastLoss = reason;
    this.#its.log.info({ printer: this.#its.printerId, reason }, 'printer connection lost');
  }

  #keep(trouble: string, write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#its.log.error({ printer: this.#its.printerId, error }, trouble);
    }
  }
}
