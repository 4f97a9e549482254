import type Database from 'better-sqlite3';
import { residentColumns } from '../../../contract/residents.ts';
import type { Resident } from './resident-rows.ts';

export interface ResidentImportRow {
  readonly id: string;
  /** Unix ms. */
  readonly at: number;
  readonly actor: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly undone_at: number | null;
}

const names = residentColumns.join(', ');

/** SQL of the village's list of residents. Methods that change something run in the caller's transaction. */
export class ResidentStore {
  readonly #find;
  readonly #count;
  readonly #niks;
  readonly #put;
  readonly #remove;
  readonly #forgetBefore;
  readonly #keepBefore;
  readonly #before;
  readonly #insertImport;
  readonly #newestImport;
  readonly #newestStanding;
  readonly #undone;
  readonly #removeBefore;
  readonly #known;
  readonly #knownNiks;

  constructor(db: Database.Database) {
    this.#find = db.prepare<[string], Resident>(`SELECT ${names} FROM resident WHERE nik = ?`);
    this.#count = db.prepare<[], number>('SELECT count(*) FROM resident').pluck();
    this.#niks = db.prepare<[], string>('SELECT nik FROM resident ORDER BY nik').pluck();
    this.#put = db.prepare<Resident>(
      `INSERT OR REPLACE INTO resident (${names}) VALUES (${residentColumns.map((column) => `@${column}`).join(', ')})`,
    );
    this.#remove = db.prepare<[string]>('DELETE FROM resident WHERE nik = ?');
    this.#forgetBefore = db.prepare<[]>('DELETE FROM resident_before');
    this.#keepBefore = db.prepare<[string, string | null]>('INSERT INTO resident_before (nik, before) VALUES (?, ?)');
    this.#before = db.prepare<[], { nik: string; before: string | null }>('SELECT nik, before FROM resident_before');
    this.#insertImport = db.prepare<[string, number, string, number, number, number]>(
      'INSERT INTO resident_import (id, at, actor, added, changed, removed) VALUES (?, ?, ?, ?, ?, ?)',
    );
    // Ids are time-ordered.
    this.#newestImport = db.prepare<[], ResidentImportRow>('SELECT * FROM resident_import ORDER BY id DESC LIMIT 1');
    this.#newestStanding = db.prepare<[], ResidentImportRow>(
      'SELECT * FROM resident_import WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1',
    );
    this.#undone = db.prepare<[number, string]>('UPDATE resident_import SET undone_at = ? WHERE id = ?');
    this.#known = db
      .prepare<[{ nik: string }], string>('SELECT before FROM resident_before WHERE nik = :nik AND before IS NOT NULL')
      .pluck();
    this.#knownNiks = db.prepare<[], string>('SELECT nik FROM resident UNION SELECT nik FROM resident_before').pluck();
    this.#removeBefore = db.prepare<[string]>('DELETE FROM resident_before WHERE nik = ?');
  }

  find(nik: string): Resident | undefined {
    return this.#find.get(nik);
  }

  count(): number {
    return this.#count.get() ?? 0;
  }

  niks(): string[] {
    return this.#niks.all();
  }

  put(resident: Resident): void {
    this.#put.run(resident);
  }

  remove(nik: string): void {
    this.#remove.run(nik);
  }

  /** Whatever is known of a person, be it only that the newest import can be taken back to it. */
  known(nik: string): Resident | undefined {
    const before = this.#known.get({ nik });
    return this.find(nik) ?? (before === undefined ? undefined : (JSON.parse(before) as Resident));
  }

  /** Everybody of whom something is known. */
  knownNiks(): string[] {
    return this.#knownNiks.all();
  }

  /** Also from what the newest import can be taken back to. */
  forget(nik: string): void {
    this.#remove.run(nik);
    this.#removeBefore.run(nik);
  }

  forgetBefore(): void {
    this.#forgetBefore.run();
  }

  keepBefore(nik: string, before: Resident | undefined): void {
    this.#keepBefore.run(nik, before ? JSON.stringify(before) : null);
  }

  before(): { nik: string; before: Resident | null }[] {
    return this.#before
      .all()
      .map(({ nik, before }) => ({ nik, before: before ? (JSON.parse(before) as Resident) : null }));
  }

  insertImport(its: Omit<ResidentImportRow, 'undone_at'>): void {
    this.#insertImport.run(its.id, its.at, its.actor, its.added, its.changed, its.removed);
  }

  newestImport(): ResidentImportRow | undefined {
    return this.#newestImport.get();
  }

  newestStanding(): ResidentImportRow | undefined {
    return this.#newestStanding.get();
  }

  undone(id: string, at: number): void {
    this.#undone.run(at, id);
  }
}
