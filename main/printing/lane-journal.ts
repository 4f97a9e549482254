import type { Database } from 'better-sqlite3';
import type { PrintEvidence, PrintJobState } from '../../contract/printing.ts';
import type { CareStore } from './care-store.ts';
import type { Fate, Moment, PrintJobStore, WaitingJob } from './print-job-store.ts';

export interface LaneJournalParts {
  readonly db: Database;
  readonly store: PrintJobStore;
  readonly care: CareStore;
  readonly printerId: string;
  readonly now: () => Moment;
  /** The state of a slip has changed, on the disk or beyond it. */
  readonly onChange: () => void;
}

/**
 * The steps of one printer's slips. What has happened is told to people whatever the disk says, and written as soon as
 * the disk takes it.
 */
export class LaneJournal {
  readonly #its: LaneJournalParts;
  /** What happened and a full disk would not take; written before anything else is done. */
  readonly #unwritten = new Map<string, { readonly state: PrintJobState; readonly write: () => void }>();
  /** Where the slip that is out stands, ahead of its row: after a restart both mean the same. */
  #ahead: { id: string; state: 'sent' | 'printed' } | null = null;

  constructor(parts: LaneJournalParts) {
    this.#its = parts;
  }

  /** Where a slip stands, if that is further than its row says. */
  stateBeyond(id: string): PrintJobState | undefined {
    return this.#unwritten.get(id)?.state ?? (this.#ahead?.id === id ? this.#ahead.state : undefined);
  }

  /** Everything that has happened is on the disk. */
  get isUpToDate(): boolean {
    return this.#unwritten.size === 0;
  }

  /**
   * Writes what the disk would not take before.
   * @returns whether there was anything
   * @throws SqliteError while the disk is full
   */
  catchUp(): boolean {
    const ids = [...this.#unwritten.keys()];
    for (const id of ids) this.#write(id);
    return ids.length > 0;
  }

  next(tests: boolean): WaitingJob | undefined {
    return this.#its.store.next(this.#its.printerId, tests);
  }

  /** Before the first byte. @returns false when the slip does not wait any more */
  sending(id: string): boolean {
    return this.#its.store.sending(id, this.#its.now().wall);
  }

  /** The slip is with the printer; nothing is written for it. */
  reached(id: string, state: 'sent' | 'printed'): void {
    this.#ahead = { id, state };
    this.#its.onChange();
  }

  /** The last line is on the paper, and the blade hangs: after a restart that is known. */
  hangs(id: string, evidence: PrintEvidence): void {
    const { store, now } = this.#its;
    const fate: Fate = { state: 'printed', reason: null, evidence };
    try {
      this.#note(id, 'printed', () => store.finish(id, fate, now().wall));
    } catch {
      // The printer has said it in the middle of a conversation, which a full disk must not end: it is written later.
    }
  }

  settle(id: string, fate: Fate): void {
    const { db, store, care, printerId, now } = this.#its;
    const { wall } = now();
    this.#ahead = null;
    this.#note(id, fate.state, () =>
      db.transaction(() => {
        // Somebody has settled it meanwhile, and was told so.
        if (!store.finish(id, fate, wall)) return;
        if (fate.state === 'done') care.printed(printerId, fate.reason === 'uncut');
        if (fate.state === 'unknown') care.doubted(printerId);
        if (fate.state !== 'done' && care.of(printerId).reads === id) care.ask(printerId, null);
      })(),
    );
  }

  /** Not one byte of it left. */
  unsend(id: string, reason: string): void {
    const { store, now } = this.#its;
    const { wall } = now();
    this.#ahead = null;
    this.#note(id, 'held', () => store.unsend(id, reason, wall));
  }

  #note(id: string, state: PrintJobState, write: () => void): void {
    this.#unwritten.set(id, { state, write });
    try {
      this.#write(id);
    } finally {
      this.#its.onChange();
    }
  }

  #write(id: string): void {
    this.#unwritten.get(id)?.write();
    this.#unwritten.delete(id);
  }
}
