import type Database from 'better-sqlite3';
import type { Assignment } from './site.ts';

/** What was taken over last. */
export interface TakenSite {
  readonly revision: number;
  readonly code: string;
  readonly assignments: readonly Assignment[];
}

/** The SQL of what a site.json has set. Transactions are the caller's. */
export class SiteStore {
  readonly #find;
  readonly #keep;
  readonly #hasBegun;
  readonly #finish;

  constructor(db: Database.Database) {
    this.#find = db.prepare<[], { revision: number; code: string; assignments: string }>(
      'SELECT revision, code, assignments FROM fleet_site',
    );
    this.#keep = db.prepare<[number, string, string]>(
      `INSERT INTO fleet_site (only, revision, code, assignments) VALUES (1, ?, ?, ?) ON CONFLICT (only) DO UPDATE
       SET revision = excluded.revision, code = excluded.code, assignments = excluded.assignments`,
    );
    this.#finish = db.prepare<[number, string]>(
      'INSERT INTO first_start (id, done_at, actor) VALUES (1, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#hasBegun = db
      .prepare<[], number>(
        `SELECT EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM ticket) OR EXISTS (SELECT 1 FROM first_start)
         OR EXISTS (SELECT 1 FROM settings_version) OR EXISTS (SELECT 1 FROM letter_settings_version)`,
      )
      .pluck();
  }

  taken(): TakenSite | null {
    const row = this.#find.get();
    return row ? { ...row, assignments: JSON.parse(row.assignments) as Assignment[] } : null;
  }

  keep({ revision, code, assignments }: TakenSite): void {
    this.#keep.run(revision, code, JSON.stringify(assignments));
  }

  /** Nobody needs to go through the set-up pages. */
  finishFirstStart(at: number, author: string): void {
    this.#finish.run(at, author);
  }

  /** Whether somebody has set up or used this lounge. */
  hasBegun(): boolean {
    return this.#hasBegun.get() === 1;
  }
}
