import type Database from 'better-sqlite3';
import type { StaffRole } from '../../contract/principal.ts';

/** Somebody at a machine; ticks of the steady clock, ms. */
export interface SignInRow {
  readonly device_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly begun_tick: number;
  readonly active_tick: number;
  readonly locked: 0 | 1;
}

const columns = `device_id, person_id, name, role, begun_tick, active_tick, locked
  FROM sign_in JOIN account ON account.id = person_id`;

/** Who sits where. Methods that change something run in the caller's transaction. */
export class SignInStore {
  readonly #all;
  readonly #at;
  readonly #of;
  readonly #isAway;
  readonly #begin;
  readonly #end;
  readonly #lock;
  readonly #active;

  constructor(db: Database.Database) {
    this.#all = db.prepare<[], SignInRow>(`SELECT ${columns}`);
    this.#at = db.prepare<[string], SignInRow>(`SELECT ${columns} WHERE device_id = ?`);
    this.#of = db.prepare<[string], SignInRow>(`SELECT ${columns} WHERE person_id = ?`);
    this.#isAway = db
      .prepare<[{ id: string }], 0 | 1>(
        `SELECT EXISTS (SELECT 1 FROM account WHERE id = :id)
         AND NOT EXISTS (SELECT 1 FROM sign_in WHERE person_id = :id)`,
      )
      .pluck();
    this.#begin = db.prepare<[string, string, number, number]>(
      'INSERT INTO sign_in (device_id, person_id, begun_tick, active_tick, locked) VALUES (?, ?, ?, ?, 0)',
    );
    this.#end = db.prepare<[string]>('DELETE FROM sign_in WHERE device_id = ?');
    this.#lock = db.prepare<[0 | 1, string]>('UPDATE sign_in SET locked = ? WHERE device_id = ?');
    this.#active = db.prepare<[number, string]>('UPDATE sign_in SET active_tick = ? WHERE device_id = ?');
  }

  all(): SignInRow[] {
    return this.#all.all();
  }

  at(device: string): SignInRow | undefined {
    return this.#at.get(device);
  }

  of(person: string): SignInRow | undefined {
    return this.#of.get(person);
  }

  /** Whether an id is that of a person who sits nowhere. */
  isAway(id: string): boolean {
    return this.#isAway.get({ id }) === 1;
  }

  begin(device: string, person: string, tick: number): void {
    this.#begin.run(device, person, tick, tick);
  }

  end(device: string): void {
    this.#end.run(device);
  }

  setLocked(device: string, locked: boolean): void {
    this.#lock.run(locked ? 1 : 0, device);
  }

  setActive(device: string, tick: number): void {
    this.#active.run(tick, device);
  }
}
