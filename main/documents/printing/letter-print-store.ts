import type Database from 'better-sqlite3';
import type { LetterPrintReason, LetterPrintState } from '../../../contract/letter-printing.ts';
import { doubtMs, keptMs, longestBackoffMs, type Standing } from './print-rules.ts';

/** A print of a letter. Times are Unix ms. */
export interface LetterPrintRecord extends Standing {
  readonly id: string;
  readonly letterId: string;
  readonly requestId: string;
  readonly queue: string;
  readonly copies: number;
  readonly at: number;
  readonly since: number;
  readonly actor: string;
  readonly device: string;
}

interface Row {
  readonly id: string;
  readonly letter_id: string;
  readonly request_id: string;
  readonly queue: string;
  readonly copies: number;
  readonly state: LetterPrintState;
  readonly job: string | null;
  readonly failures: number;
  readonly reason: LetterPrintReason | null;
  readonly retry_at: number | null;
  readonly at: number;
  readonly since: number;
  readonly actor: string;
  readonly device_id: string;
}

const columns =
  'id, letter_id, request_id, queue, copies, state, job, failures, reason, retry_at, at, since, actor, device_id';
// Spelt as in the partial index, so that SQLite uses it.
const open = "state IN ('queued', 'sending', 'sent', 'unknown', 'failed')";
/** The office's own row among the printers of counters. */
const office = '';

/** The SQL of letters on printers. Transactions are the caller's. */
export class LetterPrintStore {
  readonly #insert;
  readonly #find;
  readonly #stand;
  readonly #next;
  readonly #underWay;
  readonly #retry;
  readonly #queues;
  readonly #shown;
  readonly #forget;
  readonly #purge;
  readonly #printers;
  readonly #keepPrinter;
  readonly #dropPrinter;

  constructor(db: Database.Database) {
    this.#insert = db.prepare<[Row]>(
      `INSERT INTO letter_print (${columns})
       VALUES (:id, :letter_id, :request_id, :queue, :copies, :state, :job, :failures, :reason, :retry_at, :at, :since,
         :actor, :device_id)`,
    );
    this.#find = db.prepare<[string], Row>(`SELECT ${columns} FROM letter_print WHERE id = ?`);
    this.#stand = db.prepare<
      [Pick<Row, 'id' | 'queue' | 'state' | 'job' | 'failures' | 'reason' | 'retry_at' | 'since'>]
    >(
      `UPDATE letter_print SET queue = :queue, state = :state, job = :job, failures = :failures, reason = :reason,
         retry_at = :retry_at, since = :since WHERE id = :id`,
    );
    this.#next = db.prepare<[string, number, number], Row>(
      `SELECT ${columns} FROM letter_print WHERE queue = ? AND ${open}
         AND (state = 'queued' OR (state = 'failed' AND (retry_at <= ? OR retry_at > ?))) ORDER BY id LIMIT 1`,
    );
    this.#underWay = db.prepare<[string, 'sending' | 'sent'], Row>(
      `SELECT ${columns} FROM letter_print WHERE queue = ? AND ${open} AND state = ? ORDER BY id`,
    );
    this.#retry = db
      .prepare<[string], number | null>(
        `SELECT min(retry_at) FROM letter_print WHERE queue = ? AND ${open} AND state = 'failed'`,
      )
      .pluck();
    this.#queues = db.prepare<[], string>(`SELECT DISTINCT queue FROM letter_print WHERE ${open}`).pluck();
    this.#shown = db.prepare<[number, number], Row>(
      `SELECT ${columns} FROM letter_print WHERE at >= ? OR ${open} ORDER BY id DESC LIMIT ?`,
    );
    this.#forget = db.prepare<[number, number]>(
      `UPDATE letter_print SET state = 'cancelled', reason = 'old', since = ?
       WHERE ${open} AND (state = 'unknown' OR (state = 'failed' AND retry_at IS NULL)) AND since < ?`,
    );
    // A bounded batch, so that a purge never holds the main loop.
    this.#purge = db.prepare<[number]>(
      `DELETE FROM letter_print WHERE id IN (
         SELECT id FROM letter_print WHERE state IN ('done', 'cancelled') AND at < ? LIMIT 500)`,
    );
    this.#printers = db.prepare<[], { device_id: string; queue: string }>(
      'SELECT device_id, queue FROM letter_printer',
    );
    this.#keepPrinter = db.prepare<[string, string]>(
      'INSERT INTO letter_printer (device_id, queue) VALUES (?, ?) ON CONFLICT DO UPDATE SET queue = excluded.queue',
    );
    this.#dropPrinter = db.prepare<[string]>('DELETE FROM letter_printer WHERE device_id = ?');
  }

  insert({ letterId, requestId, retryAt, device, ...rest }: LetterPrintRecord): void {
    this.#insert.run({ ...rest, letter_id: letterId, request_id: requestId, retry_at: retryAt, device_id: device });
  }

  find(id: string): LetterPrintRecord | undefined {
    const row = this.#find.get(id);
    return row && recordOf(row);
  }

  /** Where a print stands now, and at which queue. */
  stand(id: string, queue: string, standing: Standing, since: number): void {
    const { state, job, failures, reason, retryAt } = standing;
    this.#stand.run({ id, queue, state, job, failures, reason, retry_at: retryAt, since });
  }

  /** The first that is to be given to the queue now. */
  next(queue: string, now: number): LetterPrintRecord | undefined {
    const row = this.#next.get(queue, now, now + longestBackoffMs);
    return row && recordOf(row);
  }

  underWay(queue: string, state: 'sending' | 'sent'): LetterPrintRecord[] {
    return this.#underWay.all(queue, state).map(recordOf);
  }

  /** When the next of a queue is tried again by itself; null: none. */
  retryAt(queue: string): number | null {
    return this.#retry.get(queue) ?? null;
  }

  /** Queues with prints that are not over. */
  queues(): string[] {
    return this.#queues.all();
  }

  /** Those asked for since a moment, and whatever is not over; newest first. */
  shown(since: number, most: number): LetterPrintRecord[] {
    return this.#shown.all(since, most).map(recordOf);
  }

  /** Ends the doubts of an earlier day, and forgets what has been over for long. */
  purge(now: number): void {
    this.#forget.run(now, now - doubtMs);
    this.#purge.run(now - keptMs);
  }

  /** The printers by device; under `''` that of the office. */
  printers(): ReadonlyMap<string, string> {
    return new Map(this.#printers.all().map(({ device_id, queue }) => [device_id, queue]));
  }

  /** @param device null: the office; @param queue null: none */
  setPrinter(device: string | null, queue: string | null): void {
    if (queue === null) this.#dropPrinter.run(device ?? office);
    else this.#keepPrinter.run(device ?? office, queue);
  }
}

/** Where the letters of a device come out: its own printer, the office's, or none. */
export function queueOf(printers: ReadonlyMap<string, string>, device: string): string | null {
  return printers.get(device) ?? printers.get(office) ?? null;
}

function recordOf({ letter_id, request_id, retry_at, device_id, ...rest }: Row): LetterPrintRecord {
  return { ...rest, letterId: letter_id, requestId: request_id, retryAt: retry_at, device: device_id };
}
