import type { LetterValues } from '../../../contract/documents.ts';
import type { Store } from '../../store/open.ts';
import { letterDocument } from '../letters/letter-document.ts';
import { textOf } from '../letters/lines.ts';
import type { Erasure, ErasureList } from './erasure-list.ts';
import type { RetentionStore } from './retention-store.ts';
import { heldByLetters } from './rules.ts';

/** The village's list of residents, as far as a person has to be forgotten there. */
export interface ForgettingResidents {
  /** Everybody of whom something is known. */
  knownNiks(): string[];
  /** Also from what the newest import can be taken back to. */
  forget(nik: string): void;
}

export interface ErasuresParts {
  readonly store: Pick<Store, 'immediate'>;
  readonly kept: RetentionStore;
  readonly list: ErasureList;
  readonly answersOf: (requestId: string) => LetterValues;
  readonly residents: ForgettingResidents;
}

const wipedAtOnce = 4;

/**
 * Takes things away for good: first written down in the list beside the database, then done, in one transaction. If the
 * power goes between the two, the next start does it.
 */
export class Erasures {
  readonly #its: ErasuresParts;

  constructor(parts: ErasuresParts) {
    this.#its = parts;
  }

  /** Writes it down and does it; in the caller's transaction, which runs inside of `whole`. */
  erase(erasure: Erasure): void {
    this.#its.list.append(erasure);
    this.#apply(erasure);
  }

  /** Runs a transaction that erases: all of it holds, in the database and in the list, or nothing. */
  whole<A>(transaction: () => A): A {
    return this.#its.list.whole(transaction);
  }

  /** Wipes what was destroyed, a few at a time: all their pages are written over, and the main loop has its turn between. */
  async wipe(disposalId: string): Promise<void> {
    const { store, kept } = this.#its;
    for (;;) {
      const ids = kept.unwiped(disposalId, wipedAtOnce);
      store.immediate(() => {
        for (const id of ids) kept.wipe(id);
      });
      if (ids.length < wipedAtOnce) return;
      await new Promise((resolve) => void setImmediate(resolve));
    }
  }

  /** A person's mark, which says nothing without the database's key. */
  markOf(nik: string): string {
    return this.#its.list.markOf(nik);
  }

  /**
   * Before anything is served: erases what an older copy of the database has brought back. A list that is not there is
   * written anew from what the database knows.
   * @returns whether anything was erased
   * @throws StartError
   */
  restore(): boolean {
    const { store, kept, list } = this.#its;
    const erasures = list.read();
    if (erasures === null) {
      this.#writeAnew();
      return false;
    }
    const again = this.#broughtBack(erasures);
    if (again.length === 0) return false;
    store.immediate(() => {
      for (const erasure of again) {
        this.#apply(erasure);
        for (const id of erasure.destroyed?.letters ?? []) kept.wipe(id);
      }
      if (again.every(({ forgotten = [] }) => forgotten.length === 0)) return;
      for (const nik of this.#its.residents.knownNiks()) if (list.isForgotten(nik)) this.#its.residents.forget(nik);
    });
    return true;
  }

  /** What of the list the database does not know of, or holds nevertheless. */
  #broughtBack(erasures: readonly Erasure[]): Erasure[] {
    const { kept } = this.#its;
    const live = new Map(kept.live().map(({ id, personal }) => [id, personal]));
    const letters = new Set(kept.keptLetters());
    const marks = new Set(kept.marks());
    const disposals = new Set(kept.disposals().map(({ id }) => id));
    return erasures.flatMap((erasure) => {
      const { destroyed } = erasure;
      const lettersHere = destroyed?.letters.filter((id) => letters.delete(id)) ?? [];
      const again: Erasure = {
        purged: erasure.purged?.filter((id) => live.has(id)) ?? [],
        reduced: erasure.reduced?.filter((id) => live.get(id) === 'whole') ?? [],
        forgotten: erasure.forgotten?.filter((mark) => !marks.has(mark)) ?? [],
        ...(destroyed && (lettersHere.length > 0 || !disposals.has(destroyed.disposal.id))
          ? { destroyed: { letters: lettersHere, disposal: destroyed.disposal } }
          : {}),
      };
      const nothing = [again.purged, again.reduced, again.forgotten].every((ids) => ids?.length === 0);
      return nothing && !again.destroyed ? [] : [again];
    });
  }

  #apply({ purged = [], reduced = [], forgotten = [], destroyed }: Erasure): void {
    const { kept } = this.#its;
    for (const id of purged) kept.purge(id);
    for (const id of reduced) this.#reduce(id);
    for (const mark of forgotten) kept.addMark(mark);
    if (!destroyed) return;
    const { letters, disposal } = destroyed;
    if (!kept.disposal(disposal.id)) kept.addDisposal(disposal);
    for (const id of letters) kept.destroy(id, disposal.id);
  }

  /** Where no letter is left there is nothing that it could say. */
  #reduce(id: string): void {
    const { kept, answersOf } = this.#its;
    const words = kept.wordsOf(id).flatMap((document) => textOf(letterDocument.parse(JSON.parse(document))));
    if (words.length === 0) kept.purge(id);
    else kept.reduce(id, heldByLetters(answersOf(id), words.join('\n')));
  }

  #writeAnew(): void {
    const { kept, list } = this.#its;
    const known = { purged: kept.erased('none'), reduced: kept.erased('letter'), forgotten: kept.marks() };
    if (Object.values(known).some((ids) => ids.length > 0)) list.whole(() => list.append(known));
    for (const { id } of kept.disposals()) {
      const disposal = kept.disposal(id);
      if (disposal) list.whole(() => list.append({ destroyed: { letters: kept.destroyedBy(id), disposal } }));
    }
  }
}
