import type { Database, Statement } from 'better-sqlite3';
import type { PrintEvidence, PrintJobState } from '../../contract/printing.ts';
import type { PrintSlip } from './slip.ts';

/** A job that waits for its printer. */
export interface WaitingJob {
  readonly id: string;
  /** JSON as it was queued; an older program may have written it. */
  readonly slip: string;
}

export interface NewPrintJob {
  readonly id: string;
  readonly printerId: string;
  /** Null on a test slip, which comes out before any ticket. */
  readonly ticketId: string | null;
  readonly slip: PrintSlip;
}

/** How a job is born: to wait in line, or held or sent at once, which saves the disk a sync. */
export type Birth = { readonly state: 'queued' | 'sending' } | { readonly state: 'held'; readonly reason: string };

export interface PrintJobRow {
  readonly id: string;
  readonly printerId: string;
  readonly ticketId: string | null;
  readonly nth: number;
  readonly slip: string;
  readonly state: PrintJobState;
  readonly reason: string | null;
  readonly evidence: PrintEvidence | null;
  /** Unix milliseconds. */
  readonly queuedAt: number;
  readonly changedAt: number;
}

/** Unix milliseconds, and the steady clock's milliseconds. */
export interface Moment {
  readonly wall: number;
  readonly tick: number;
}

/** A job that was under way when the last run ended, and what it is taken for. */
export interface Interrupted {
  readonly printerId: string;
  readonly state: 'done' | 'unknown';
}

/** The end of a job, or the doubt in which it is left. */
export interface Fate {
  readonly state: 'printed' | 'done' | 'unknown' | 'cancelled';
  readonly reason: string | null;
  readonly evidence: PrintEvidence | null;
}

// Spelt as in the partial indexes, so that SQLite uses them.
const open = "state IN ('queued', 'held', 'sending', 'sent', 'printed', 'unknown')";
const over = "state IN ('done', 'cancelled')";
/** Of an earlier day, nobody can say any more whether it came out. */
const doubtMs = 18 * 3_600_000;
const keptMs = 30 * 24 * 3_600_000;

const columns = `id, printer_id AS printerId, ticket_id AS ticketId, reprint AS nth, slip, state, reason, evidence,
  queued_at AS queuedAt, changed_at AS changedAt`;

/** The spooler's journal. Every method is one statement and, if it changes anything, one sync of the disk. */
export class PrintJobStore {
  readonly #insert: Statement<
    [string, string, string | null, number, string, string, string | null, number, number, number, number]
  >;
  readonly #next: Statement<[string, number], WaitingJob>;
  readonly #find: Statement<[string], PrintJobRow>;
  readonly #open: Statement<[string], PrintJobRow>;
  readonly #latest: Statement<[string, number], PrintJobRow>;
  readonly #counts: Statement<[string], { waiting: number; unknown: number }>;
  readonly #reprints: Statement<[string], string>;
  readonly #hold: Statement<[string, number, string]>;
  readonly #expire: Statement<[number, string, number]>;
  readonly #sending: Statement<[number, string]>;
  readonly #unsend: Statement<[string, number, string]>;
  readonly #resolve: Statement<[string, string | null, string | null, number, string]>;
  readonly #finish: Statement<[string, string | null, string | null, number, string]>;
  readonly #purge: Statement<[number]>;
  readonly #forget: Statement<[number, number]>;
  readonly #move: Statement<[string, number, string]>;
  readonly #replay: (now: Moment) => Interrupted[];

  constructor(db: Database) {
    this.#insert = db.prepare(
      `INSERT INTO print_job
         (id, printer_id, ticket_id, reprint, slip, state, reason, attempt, queued_at, queued_tick, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    // Without tickets where the parameter is 1. Test slips first: whether the paper is the right way round comes before.
    this.#next = db.prepare(
      `SELECT id, slip FROM print_job
       WHERE printer_id = ? AND ${open} AND state IN ('queued', 'held') AND (? = 0 OR ticket_id IS NULL)
       ORDER BY ticket_id IS NOT NULL, id LIMIT 1`,
    );
    this.#find = db.prepare(`SELECT ${columns} FROM print_job WHERE id = ?`);
    this.#open = db.prepare(
      `SELECT ${columns} FROM print_job WHERE printer_id = ? AND ${open} ORDER BY id DESC LIMIT 100`,
    );
    this.#latest = db.prepare(
      `SELECT ${columns} FROM print_job
       WHERE printer_id = ? AND ${over} ORDER BY id DESC LIMIT ?`,
    );
    this.#counts = db.prepare(
      `SELECT count(*) FILTER (WHERE state IN ('queued', 'held')) AS waiting,
         count(*) FILTER (WHERE state = 'unknown') AS unknown
       FROM print_job WHERE printer_id = ? AND ${open}`,
    );
    this.#reprints = db
      .prepare<[string], string>('SELECT id FROM print_job WHERE ticket_id = ? AND reprint > 0 ORDER BY reprint')
      .pluck();
    this.#hold = db.prepare(
      `UPDATE print_job SET state = 'held', reason = ?, changed_at = ?
       WHERE printer_id = ? AND ${open} AND state = 'queued'`,
    );
    this.#expire = db.prepare(
      `UPDATE print_job SET state = 'cancelled', reason = 'expired', changed_at = ?
       WHERE printer_id = ? AND ${open} AND state = 'held' AND queued_tick < ?`,
    );
    this.#sending = db.prepare(
      `UPDATE print_job SET state = 'sending', reason = NULL, attempt = attempt + 1, changed_at = ?
       WHERE id = ? AND state IN ('queued', 'held')`,
    );
    this.#unsend = db.prepare(
      `UPDATE print_job SET state = 'held', reason = ?, attempt = attempt - 1, changed_at = ?
       WHERE id = ? AND state = 'sending'`,
    );
    this.#resolve = db.prepare('UPDATE print_job SET state = ?, reason = ?, evidence = ?, changed_at = ? WHERE id = ?');
    this.#finish = db.prepare(
      `UPDATE print_job SET state = ?, reason = ?, evidence = ?, changed_at = ?
       WHERE id = ? AND state NOT IN ('done', 'unknown', 'cancelled')`,
    );
    this.#purge = db.prepare(
      `DELETE FROM print_job WHERE id IN (
         SELECT id FROM print_job WHERE ${over} AND changed_at < ? ORDER BY id LIMIT 500)`,
    );
    this.#forget = db.prepare(
      `UPDATE print_job SET state = 'cancelled', reason = 'old', changed_at = ?
       WHERE ${open} AND state = 'unknown' AND changed_at < ?`,
    );
    this.#move = db.prepare(
      `UPDATE print_job SET printer_id = ?, state = 'queued', reason = NULL, changed_at = ?
       WHERE printer_id = ? AND ${open} AND state IN ('queued', 'held') AND ticket_id IS NOT NULL`,
    );
    this.#replay = replaying(db, this.#forget);
  }

  /** Joins the caller's transaction. */
  insert({ id, printerId, ticketId, slip }: NewPrintJob, { wall, tick }: Moment, birth: Birth): void {
    const { state } = birth;
    const reason = birth.state === 'held' ? birth.reason : null;
    const nth = 'reprint' in slip ? (slip.reprint?.nth ?? 0) : 0;
    const attempt = state === 'sending' ? 1 : 0;
    this.#insert.run(id, printerId, ticketId, nth, JSON.stringify(slip), state, reason, attempt, wall, tick, wall);
  }

  /**
   * The first in a printer's line.
   * @param tests test slips only
   */
  next(printerId: string, tests: boolean): WaitingJob | undefined {
    return this.#next.get(printerId, tests ? 1 : 0);
  }

  find(id: string): PrintJobRow | undefined {
    return this.#find.get(id);
  }

  /** Every open job of a printer and the latest others, newest first. */
  list(printerId: string, others: number): PrintJobRow[] {
    return [...this.#open.all(printerId), ...this.#latest.all(printerId, others)];
  }

  /** How many wait, and of how many nobody knows the fate. */
  counts(printerId: string): { readonly waiting: number; readonly unknown: number } {
    return this.#counts.get(printerId) ?? { waiting: 0, unknown: 0 };
  }

  /** The ids of the slips that printed a ticket again, oldest first. */
  reprints(ticketId: string): string[] {
    return this.#reprints.all(ticketId);
  }

  /** Holds everyone in a printer's line. @returns how many were not held before */
  hold(printerId: string, reason: string, wall: number): number {
    return this.#hold.run(reason, wall, printerId).changes;
  }

  /** Cancels held slips queued before `tick`. @returns how many */
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

  /** What became of a slip that was under way. @returns false when a person has said it before */
  finish(id: string, { state, reason, evidence }: Fate, wall: number): boolean {
    return this.#finish.run(state, reason, evidence, wall, id).changes === 1;
  }

  /** What a person says became of it, whatever was believed before. */
  resolve(id: string, { state, reason, evidence }: Fate, wall: number): void {
    this.#resolve.run(state, reason, evidence, wall, id);
  }

  /** Forgets what nobody can say any more, and, 500 a call, slips that were over a month ago. */
  purge(wall: number): void {
    this.#forget.run(wall, wall - doubtMs);
    this.#purge.run(wall - keptMs);
  }

  /** Lets another printer's line take the tickets that wait. @returns how many */
  move(from: string, to: string, wall: number): number {
    return this.#move.run(to, wall, from).changes;
  }

  /** After a start: what was being sent is unknown now. @returns what may still be in a printer */
  replay(now: Moment): Interrupted[] {
    return this.#replay(now);
  }
}

function replaying(db: Database, forget: Statement<[number, number]>): (now: Moment) => Interrupted[] {
  // Every line was on the paper; only the blade had not answered.
  const arrived = db.prepare<[number], Interrupted>(
    `UPDATE print_job SET state = 'done', reason = 'uncut', changed_at = ? WHERE ${open} AND state = 'printed'
     RETURNING printer_id AS printerId, state`,
  );
  const interrupt = db.prepare<[number], Interrupted>(
    `UPDATE print_job SET state = 'unknown', reason = 'restart', changed_at = ?
     WHERE ${open} AND state IN ('sending', 'sent')
     RETURNING printer_id AS printerId, state`,
  );
  // The time the machine was off counts as well: ages are carried over by the wall clock, never below nothing.
  const rebase = db.prepare<[number, number]>(
    `UPDATE print_job SET queued_tick = ? - max(0, ? - queued_at)
     WHERE ${open} AND state IN ('queued', 'held')`,
  );
  return db.transaction(({ wall, tick }: Moment) => {
    rebase.run(tick, wall);
    forget.run(wall, wall - doubtMs);
    return [...arrived.all(wall), ...interrupt.all(wall)];
  });
}
