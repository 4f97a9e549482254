import type Database from 'better-sqlite3';

/** A program that was not turned away; times are Unix ms. */
export interface IntegrationRow {
  readonly id: string;
  readonly name: string;
  /** JSON. */
  readonly scopes: string;
  readonly made_at: number;
  /** Id of the person. */
  readonly made_by: string;
  readonly used_at: number | null;
}

const columns = 'id, name, scopes, made_at, made_by, used_at';

/** Programs with a token of their own, and the hashes of these. Methods that change something run in the caller's transaction. */
export class IntegrationStore {
  readonly #all;
  readonly #byToken;
  readonly #isTaken;
  readonly #insert;
  readonly #replaceToken;
  readonly #used;
  readonly #revoke;

  constructor(db: Database.Database) {
    this.#all = db.prepare<[], IntegrationRow>(
      `SELECT ${columns} FROM integration WHERE revoked_at IS NULL ORDER BY name, id`,
    );
    this.#byToken = db.prepare<[Buffer], IntegrationRow>(
      `SELECT ${columns} FROM integration WHERE token_hash = ? AND revoked_at IS NULL`,
    );
    this.#isTaken = db
      .prepare<[string], number>(
        'SELECT EXISTS (SELECT 1 FROM integration WHERE name = ? COLLATE NOCASE AND revoked_at IS NULL)',
      )
      .pluck();
    this.#insert = db.prepare<[string, string, string, Buffer, number, string]>(
      'INSERT INTO integration (id, name, scopes, token_hash, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#replaceToken = db.prepare<[Buffer, string]>(
      'UPDATE integration SET token_hash = ?, used_at = NULL WHERE id = ? AND revoked_at IS NULL',
    );
    this.#used = db.prepare<[number, string]>('UPDATE integration SET used_at = ? WHERE id = ?');
    this.#revoke = db.prepare<[number, string]>(
      'UPDATE integration SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
    );
  }

  all(): IntegrationRow[] {
    return this.#all.all();
  }

  byToken(hash: Buffer): IntegrationRow | undefined {
    return this.#byToken.get(hash);
  }

  /** Whether a program that was not turned away has this name. */
  isTaken(name: string): boolean {
    return this.#isTaken.get(name) === 1;
  }

  insert(its: { id: string; name: string; scopes: string; hash: Buffer; at: number; by: string }): void {
    this.#insert.run(its.id, its.name, its.scopes, its.hash, its.at, its.by);
  }

  /** Nobody has used the new one yet. @returns whether there is such a program */
  replaceToken(id: string, hash: Buffer): boolean {
    return this.#replaceToken.run(hash, id).changes === 1;
  }

  used(id: string, at: number): void {
    this.#used.run(at, id);
  }

  /** The row stays: what the program did names it. @returns whether there was such a program */
  revoke(id: string, at: number): boolean {
    return this.#revoke.run(at, id).changes === 1;
  }
}
