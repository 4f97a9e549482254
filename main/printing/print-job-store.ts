import type { Database, Statement } from 'better-sqlite3';
import type { PrintJobState } from '../../contract/printing.ts';
import type { TicketSlip } from './slip.ts';

/** A job that waits for its printer. */
export interface WaitingJob {
  readonly id: string;
  /** JSON as it was queued; an older program may have written it. */
  readonly slip: string;
}

export interface NewPrintJob {
  readonly id: string;
  readonly printerId: string;
  readonly ticketId: string | null;
  readonly slip: TicketSlip;
}

/** Unix milliseconds, and the steady clock's milliseconds. */
export interface Moment {
  readonly wall: number;
  readonly tick: number;
}

// Spelt as in the partial index, so that SQLite uses it.
const open = "state IN ('queued', 'held', 'sending', 'sent', 'unknown')";

/** The spooler's journal. Every method is one statement and, if it changes anything, one sync of the disk. */
export class PrintJobStore {
  readonly #insert: Statement<
    [string, string, string | null, number, string, 'queued' | 'held', string | null, number, number, number]
  >;
  readonly #next: Statement<[string], WaitingJob>;
  readonly #find: Statement<[string], { printerId: string; state: PrintJobState }>;
  readonly #reprints: Statement<[string], string>;
  readonly #hold: Statement<[string, number, string]>;
  readonly #expire: Statement<[number, string, number]>;
  readonly #sending: Statement<[number, string]>;
  readonly #unsend: Statement<[string, number, string]>;
  readonly #finish: Statement<[string, string | null, number, string]>;
  readonly #interrupt: Statement<[number], string>;
  readonly #rebase: Statement<[number, number]>;
  readonly #replay: (now: Moment) => string[];

  constructor(db: Database) {
    this.#insert = db.prepare(
      `INSERT INTO print_job (id, printer_id, ticket_id, reprint, slip, state, reason, queued_at, queued_tick, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#next = db.prepare(
      `SELECT id, slip FROM print_job
       WHERE printer_id = ? AND ${open} AND state IN ('queued', 'held') ORDER BY id LIMIT 1`,
    );
    this.#find = db.prepare('SELECT printer_id AS printerId, state FROM print_job WHERE id = ?');
    this.#reprints = db
      .prepare<[string], string>('SELECT id FROM print_job WHERE ticket_id = ? AND reprint > 0 ORDER BY reprint')
      .pluck();
    this.#hold = db.prepare(
      `UPDATE print_job SET state = 'held', reason = ?, changed_at = ?
       WHERE printer_id = ? AND ${open} AND state = 'queued'`,
    );
    this.#expire = db.prepare(
      `UPDATE print_job SET state = 'cancelled', reason = 'expired', changed_at = ?
       WHERE printer_id = ? AND ${open} AND state = 'held' AND ticket_id IS NOT NULL AND queued_tick < ?`,
    );
    this.#sending = db.prepare(
      `UPDATE print_job SET state = 'sending', reason = NULL, attempt = attempt + 1, changed_at = ?
       WHERE id = ? AND state IN ('queued', 'held')`,
    );
    this.#unsend = db.prepare(
      `UPDATE print_job SET state = 'held', reason = ?, attempt = attempt - 1, changed_at = ?
       WHERE id = ? AND state = 'sending'`,
    );
    this.#finish = db.prepare('UPDATE print_job SET state = ?, reason = ?, changed_at = ? WHERE id = ?');
    this.#interrupt = db
      .prepare<[number], string>(
        `UPDATE print_job SET state = 'unknown', reason = 'restart', changed_at = ?
         WHERE ${open} AND state IN ('sending', 'sent')
         RETURNING printer_id`,
      )
      .pluck();
    // The time the machine was off counts as well: ages are carried over by the wall clock, never below nothing.
    this.#rebase = db.prepare(
      `UPDATE print_job SET queued_tick = ? - max(0, ? - queued_at)
       WHERE ${open} AND state IN ('queued', 'held')`,
    );
    this.#replay = db.transaction((now: Moment) => {
      this.#rebase.run(now.tick, now.wall);
      return this.#interrupt.all(now.wall);
    });
  }

  /**
   * Joins the caller's transaction.
   * @param heldFor why it need not be queued first: that would cost another sync of the disk
   */
  insert({ id, printerId, ticketId, slip }: NewPrintJob, { wall, tick }: Moment, heldFor: string | null = null): void {
    const state = heldFor === null ? 'queued' : 'held';
    const reprint = slip.reprint?.nth ?? 0;
    this.#insert.run(id, printerId, ticketId, reprint, JSON.stringify(slip), state, heldFor, wall, tick, wall);
  }

  /** The first in a printer's line. */
  next(printerId: string): WaitingJob | undefined {
    return this.#next.get(printerId);
  }

  find(id: string): { readonly printerId: string; readonly state: PrintJobState } | undefined {
    return this.#find.get(id);
  }

  /** The ids of the slips that printed a ticket again, oldest first. */
  reprints(ticketId: string): string[] {
    return this.#reprints.all(ticketId);
  }

  /** Holds everyone in a printer's line. @returns how many were not held before */
  hold(printerId: string, reason: string, wall: number): number {
    return this.#hold.run(reason, wall, printerId).changes;
  }

  /** Cancels held tickets queued before `tick`. @returns how many */
  expire(printerId: string, tick: number, wall: number): number {
    return this.#expire.run(wall, printerId, tick).changes;
  }

  /** One attempt more, written before its first byte. @returns false when the job does not wait any more */
  sending(id: string, wall: number): boolean {
    return this.#sending.run(wall, id).changes === 1;
  }

  /** Takes an attempt back of which no byte left. */
  unsend(id: string, reason: string, wall: number): void {
    this.#unsend.run(reason, wall, id);
  }

  finish(id: string, state: 'done' | 'unknown' | 'cancelled', reason: string | null, wall: number): void {
    this.#finish.run(state, reason, wall, id);
  }

  /** After a start: what was being sent is unknown now. @returns its printers, one entry a job */
  replay(now: Moment): string[] {
    return this.#replay(now);
  }
}
