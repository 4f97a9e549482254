import type Database from 'better-sqlite3';

export interface KeptList {
  /** A compact JWS. */
  readonly list: string;
  /** The regency's key, 32 bytes in base64url. */
  readonly signer: string;
  readonly sequence: number;
  readonly source: 'file' | 'feed';
  /** Unix ms. */
  readonly taken_at: number;
}

/** The SQL of the list of other offices' keys. Transactions are the caller's. */
export class TrustStore {
  readonly #find;
  readonly #keep;

  constructor(db: Database.Database) {
    this.#find = db.prepare<[], KeptList>('SELECT list, signer, sequence, source, taken_at FROM trust_list');
    this.#keep = db.prepare<KeptList>(
      `INSERT OR REPLACE INTO trust_list (only, list, signer, sequence, source, taken_at)
       VALUES (1, @list, @signer, @sequence, @source, @taken_at)`,
    );
  }

  /** Null before the first. */
  find(): KeptList | null {
    return this.#find.get() ?? null;
  }

  keep(list: KeptList): void {
    this.#keep.run(list);
  }
}
