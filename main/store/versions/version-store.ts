import type Database from 'better-sqlite3';
import type { CatalogueFolder } from './catalogue-folder.ts';

/** A change as it is kept: the file before and after (null: as shipped). */
export interface VersionRow<Part extends string, Act extends string> {
  readonly id: number;
  readonly part: Part;
  /** `file`: somebody edited the file while the hub stood still. */
  readonly act: Act | 'file';
  readonly at: number;
  readonly actor: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** As many of the latest versions are kept: enough to take fifty changes back, each of which is a version too. */
const keptVersions = 120;

/** The SQL of what supervisors changed, in tables of its own by name. Transactions are the caller's. */
export class VersionStore<Part extends string, Act extends string> {
  readonly name: 'settings' | 'letter_settings';
  readonly #revision;
  readonly #add;
  readonly #prune;
  readonly #history;
  readonly #parts;
  readonly #newest;
  readonly #undoable;
  readonly #takeBack;
  readonly #owe;
  readonly #owed;
  readonly #written;

  constructor(db: Database.Database, name: 'settings' | 'letter_settings') {
    this.name = name;
    const versions = `${name}_version`;
    const unwritten = `${name}_unwritten`;
    type Row = VersionRow<Part, Act>;
    this.#revision = db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${versions}`).pluck();
    this.#add = db
      .prepare<[Omit<Row, 'id'>], number>(
        `INSERT INTO ${versions} (part, act, at, actor, before, after)
         VALUES (:part, :act, :at, :actor, :before, :after) RETURNING id`,
      )
      .pluck();
    // What holds of a part is known as long as it is there.
    this.#prune = db.prepare<[number]>(
      `DELETE FROM ${versions} WHERE id <= ? AND id NOT IN (SELECT max(id) FROM ${versions} GROUP BY part)`,
    );
    this.#history = db.prepare<[], Omit<Row, 'before' | 'after'>>(
      `SELECT id, part, act, at, actor FROM ${versions} ORDER BY id DESC`,
    );
    this.#parts = db.prepare<[], Part>(`SELECT DISTINCT part FROM ${versions}`).pluck();
    this.#newest = db.prepare<[string], Row>(`SELECT * FROM ${versions} WHERE part = ? ORDER BY id DESC LIMIT 1`);
    this.#undoable = db.prepare<[], Row>(
      `SELECT * FROM ${versions} WHERE act <> 'undone' AND taken_back = 0 ORDER BY id DESC LIMIT 1`,
    );
    this.#takeBack = db.prepare<[number]>(`UPDATE ${versions} SET taken_back = 1 WHERE id = ?`);
    this.#owe = db.prepare<[string, string | null]>(
      `INSERT INTO ${unwritten} (part, content) VALUES (?, ?) ON CONFLICT DO UPDATE SET content = excluded.content`,
    );
    this.#owed = db.prepare<[], { part: Part; content: string | null }>(`SELECT * FROM ${unwritten}`);
    this.#written = db.prepare<[string]>(`DELETE FROM ${unwritten} WHERE part = ?`);
  }

  /** Of the newest version; 0 before the first. */
  revision(): number {
    return this.#revision.get() ?? 0;
  }

  /** @returns its revision */
  add(version: Omit<VersionRow<Part, Act>, 'id'>): number {
    const revision = this.#add.get(version) as number;
    this.#prune.run(revision - keptVersions);
    return revision;
  }

  /** Newest first. */
  history(): Omit<VersionRow<Part, Act>, 'before' | 'after'>[] {
    return this.#history.all();
  }

  /** What was ever changed. */
  parts(): Part[] {
    return this.#parts.all();
  }

  newest(part: Part): VersionRow<Part, Act> | undefined {
    return this.#newest.get(part);
  }

  /** The last change that nobody has taken back. */
  undoable(): VersionRow<Part, Act> | undefined {
    return this.#undoable.get();
  }

  takeBack(revision: number): void {
    this.#takeBack.run(revision);
  }

  /** This is decided and still has to go to its file. */
  owe(part: Part, content: string | null): void {
    this.#owe.run(part, content);
  }

  /**
   * Writes to the files what is owed to them.
   * @returns whether anything was
   * @throws when a file cannot be written; it is owed still
   */
  settle(folder: CatalogueFolder<Part>): boolean {
    const owed = this.#owed.all();
    for (const { part, content } of owed) {
      folder.put(part, content);
      this.#written.run(part);
    }
    return owed.length > 0;
  }
}
