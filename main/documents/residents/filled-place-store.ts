import type Database from 'better-sqlite3';

/** The SQL of which answers were filled in from the residents' list. Transactions are the caller's. */
export class FilledPlaceStore {
  readonly #keep;
  readonly #unconfirmed;
  readonly #confirm;

  constructor(db: Database.Database) {
    this.#keep = db.prepare<[string, string]>('INSERT INTO request_from_register (request_id, place) VALUES (?, ?)');
    this.#unconfirmed = db
      .prepare<[string], string>(
        'SELECT place FROM request_from_register WHERE request_id = ? AND confirmed_at IS NULL ORDER BY place',
      )
      .pluck();
    this.#confirm = db.prepare<[number, string, string, string]>(
      `UPDATE request_from_register SET confirmed_at = ?, actor = ?
       WHERE request_id = ? AND place = ? AND confirmed_at IS NULL`,
    );
  }

  keep(requestId: string, places: readonly string[]): void {
    for (const place of places) this.#keep.run(requestId, place);
  }

  /** Places that no clerk has compared yet. */
  unconfirmed(requestId: string): string[] {
    return this.#unconfirmed.all(requestId);
  }

  /** A place that is confirmed already, or was not filled in from the list, stays as it is. */
  confirm(requestId: string, places: readonly string[], at: number, actor: string): void {
    for (const place of places) this.#confirm.run(at, actor, requestId, place);
  }
}
