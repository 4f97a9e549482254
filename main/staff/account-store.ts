import type Database from 'better-sqlite3';
import type { StaffRole } from '../../contract/principal.ts';

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly active: 0 | 1;
  readonly pin_hash: string;
  readonly wrong_pins: number;
  readonly wrong_tick: number;
  readonly signed_in_at: number | null;
}

/** The people who work here. Methods that change something run in the caller's transaction. */
export class AccountStore {
  readonly #all;
  readonly #find;
  readonly #activeByName;
  readonly #supervisors;
  readonly #insert;
  readonly #change;
  readonly #setPin;
  readonly #setWrong;
  readonly #signedIn;

  constructor(db: Database.Database) {
    this.#all = db.prepare<[], AccountRow>('SELECT * FROM account ORDER BY name COLLATE NOCASE, id');
    this.#find = db.prepare<[string], AccountRow>('SELECT * FROM account WHERE id = ?');
    this.#activeByName = db
      .prepare<[string], string>('SELECT id FROM account WHERE active = 1 AND name = ? COLLATE NOCASE')
      .pluck();
    this.#supervisors = db
      .prepare<[], number>("SELECT count(*) FROM account WHERE active = 1 AND role = 'supervisor'")
      .pluck();
    this.#insert = db.prepare<[string, string, StaffRole, string]>(
      'INSERT INTO account (id, name, role, pin_hash) VALUES (?, ?, ?, ?)',
    );
    this.#change = db.prepare<[string, StaffRole, 0 | 1, string]>(
      'UPDATE account SET name = ?, role = ?, active = ? WHERE id = ?',
    );
    this.#setPin = db.prepare<[string, string]>('UPDATE account SET pin_hash = ?, wrong_pins = 0 WHERE id = ?');
    this.#setWrong = db.prepare<[number, number, string]>(
      'UPDATE account SET wrong_pins = ?, wrong_tick = ? WHERE id = ?',
    );
    this.#signedIn = db.prepare<[number, string]>('UPDATE account SET signed_in_at = ? WHERE id = ?');
  }

  all(): AccountRow[] {
    return this.#all.all();
  }

  find(id: string): AccountRow | undefined {
    return this.#find.get(id);
  }

  /** @returns the id of the active person of that name */
  activeByName(name: string): string | undefined {
    return this.#activeByName.get(name);
  }

  /** How many active supervisors there are. */
  supervisors(): number {
    return this.#supervisors.get() ?? 0;
  }

  insert(id: string, name: string, role: StaffRole, pinHash: string): void {
    this.#insert.run(id, name, role, pinHash);
  }

  change(id: string, its: { readonly name: string; readonly role: StaffRole; readonly active: boolean }): void {
    this.#change.run(its.name, its.role, its.active ? 1 : 0, id);
  }

  setPin(id: string, pinHash: string): void {
    this.#setPin.run(pinHash, id);
  }

  setWrong(id: string, wrong: number, tick: number): void {
    this.#setWrong.run(wrong, tick, id);
  }

  signedIn(id: string, at: number): void {
    this.#signedIn.run(at, id);
  }
}
