import type { Standing } from './ticket-row.ts';

/** How long an act can be taken back, on the steady clock. */
const undoMs = 10_000;

export type UndoableAct = 'called' | 'done' | 'no_show';

/** A ticket before and after an act. */
export interface Moved {
  readonly ticketId: string;
  readonly number: string;
  readonly was: Standing;
  readonly became: Standing;
}

interface Last {
  readonly act: UndoableAct;
  /** In the order in which they are to be taken back. */
  readonly moved: readonly Moved[];
  readonly untilTick: number;
}

/** The last act of each counter, for ten seconds. In memory: after a restart it is too late anyway. */
export class Undo {
  readonly #last = new Map<string, Last>();

  keep(counterId: string, act: UndoableAct, moved: readonly Moved[], tick: number): void {
    this.#last.set(counterId, { act, moved, untilTick: tick + undoMs });
  }

  forget(counterId: string): void {
    this.#last.delete(counterId);
  }

  last(counterId: string, tick: number): Last | undefined {
    const last = this.#last.get(counterId);
    return last && tick < last.untilTick ? last : undefined;
  }
}
