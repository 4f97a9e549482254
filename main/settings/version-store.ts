import type Database from 'better-sqlite3';
import type { SettingsPart, SettingsVersion } from '../../contract/settings.ts';
import type { CatalogueFolder } from './catalogue-folder.ts';

/** A change as it is kept: the file before and after (null: as shipped). */
export interface VersionRow {
  readonly id: number;
  readonly part: SettingsPart;
  readonly act: SettingsVersion['act'];
  readonly at: number;
  readonly actor: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** As many of the latest versions are kept: enough to take fifty changes back, each of which is a version too. */
const keptVersions = 120;

/** The SQL of what supervisors changed. Transactions are the caller's. */
export class VersionStore {
  readonly #revision;
  readonly #add;
  readonly #prune;
  readonly #history;
  readonly #newest;
  readonly #undoable;
  readonly #takeBack;
  readonly #owe;
  readonly #owed;
  readonly #written;

  constructor(db: Database.Database) {
    this.#revision = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM settings_version').pluck();
    this.#add = db
      .prepare<[Omit<VersionRow, 'id'>], number>(
        `INSERT INTO settings_version (part, act, at, actor, before, after)
         VALUES (:part, :act, :at, :actor, :before, :after) RETURNING id`,
      )
      .pluck();
    this.#prune = db.prepare<[number]>('DELETE FROM settings_version WHERE id <= ?');
    this.#history = db.prepare<[], Omit<VersionRow, 'before' | 'after'>>(
      'SELECT id, part, act, at, actor FROM settings_version ORDER BY id DESC',
    );
    this.#newest = db.prepare<[string], VersionRow>(
      'SELECT * FROM settings_version WHERE part = ? ORDER BY id DESC LIMIT 1',
    );
    this.#undoable = db.prepare<[], VersionRow>(
      "SELECT * FROM settings_version WHERE act <> 'undone' AND taken_back = 0 ORDER BY id DESC LIMIT 1",
    );
    this.#takeBack = db.prepare<[number]>('UPDATE settings_version SET taken_back = 1 WHERE id = ?');
    this.#owe = db.prepare<[string, string | null]>(
      'INSERT INTO settings_unwritten (part, content) VALUES (?, ?) ON CONFLICT DO UPDATE SET content = excluded.content',
    );
    this.#owed = db.prepare<[], { part: SettingsPart; content: string | null }>('SELECT * FROM settings_unwritten');
    this.#written = db.prepare<[string]>('DELETE FROM settings_unwritten WHERE part = ?');
  }

  /** Of the newest version; 0 before the first. */
  revision(): number {
    return this.#revision.get() ?? 0;
  }

  /** @returns its revision */
  add(version: Omit<VersionRow, 'id'>): number {
    const revision = this.#add.get(version) as number;
    this.#prune.run(revision - keptVersions);
    return revision;
  }

  /** Newest first. */
  history(): Omit<VersionRow, 'before' | 'after'>[] {
    return this.#history.all();
  }

  newest(part: SettingsPart): VersionRow | undefined {
    return this.#newest.get(part);
  }

  /** The last change that nobody has taken back. */
  undoable(): VersionRow | undefined {
    return this.#undoable.get();
  }

  takeBack(revision: number): void {
    this.#takeBack.run(revision);
  }

  /** This is decided and still has to go to its file. */
  owe(part: SettingsPart, content: string | null): void {
    this.#owe.run(part, content);
  }

  /** Writes to the files what is owed to them. @throws when a file cannot be written; it is owed still */
  settle(folder: CatalogueFolder): void {
    for (const { part, content } of this.#owed.all()) {
      folder.put(part, content);
      this.#written.run(part);
    }
  }
}
