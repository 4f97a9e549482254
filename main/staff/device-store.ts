import type Database from 'better-sqlite3';
import type { DisplaySetting } from '../../contract/devices.ts';
import type { DeviceKind } from '../../contract/principal.ts';

/** A machine of the lounge; times are Unix ms. */
export interface DeviceRow {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly paired_at: number | null;
  readonly seen_at: number | null;
  /** Of a display: 0 to 1; null: the lounge's. */
  readonly volume: number | null;
  /** Of a display: a JSON list of ids; null: all. */
  readonly counters: string | null;
  readonly language: 'id' | 'en';
}

const columns = 'id, kind, name, paired_at, seen_at, volume, counters, language';

/** Machines that were not turned away, and the hashes of their tokens. */
export class DeviceStore {
  readonly #all;
  readonly #find;
  readonly #insert;
  readonly #rename;
  readonly #seen;
  readonly #setDisplay;
  readonly #revoke;
  readonly #insertToken;
  readonly #byToken;
  readonly #renewToken;
  readonly #dropTokens;

  constructor(db: Database.Database) {
    this.#all = db.prepare<[], DeviceRow>(
      `SELECT ${columns} FROM device WHERE revoked_at IS NULL ORDER BY paired_at, id`,
    );
    this.#find = db.prepare<[string], DeviceRow>(`SELECT ${columns} FROM device WHERE id = ? AND revoked_at IS NULL`);
    this.#insert = db.prepare<[string, DeviceKind, string, number]>(
      'INSERT INTO device (id, kind, name, paired_at) VALUES (?, ?, ?, ?)',
    );
    this.#rename = db.prepare<[string, string]>('UPDATE device SET name = ? WHERE id = ?');
    this.#seen = db.prepare<[number, string]>('UPDATE device SET seen_at = ? WHERE id = ?');
    this.#setDisplay = db.prepare<[number | null, string | null, 'id' | 'en', string]>(
      'UPDATE device SET volume = ?, counters = ?, language = ? WHERE id = ?',
    );
    this.#revoke = db.prepare<[number, string]>('UPDATE device SET revoked_at = ? WHERE id = ?');
    this.#insertToken = db.prepare<[Buffer, string, number]>(
      'INSERT INTO session (token_hash, device_id, renewed_at) VALUES (?, ?, ?)',
    );
    this.#byToken = db.prepare<[Buffer, number], { device_id: string; renewed_at: number }>(
      'SELECT device_id, renewed_at FROM session WHERE token_hash = ? AND renewed_at > ?',
    );
    this.#renewToken = db.prepare<[number, Buffer]>('UPDATE session SET renewed_at = ? WHERE token_hash = ?');
    this.#dropTokens = db.prepare<[string]>('DELETE FROM session WHERE device_id = ?');
  }

  all(): DeviceRow[] {
    return this.#all.all();
  }

  find(id: string): DeviceRow | undefined {
    return this.#find.get(id);
  }

  insert(id: string, kind: DeviceKind, name: string, at: number): void {
    this.#insert.run(id, kind, name, at);
  }

  rename(id: string, name: string): void {
    this.#rename.run(name, id);
  }

  seen(id: string, at: number): void {
    this.#seen.run(at, id);
  }

  setDisplay(id: string, { volume, counters, language }: DisplaySetting): void {
    this.#setDisplay.run(volume, counters && JSON.stringify(counters), language, id);
  }

  /** The row stays: what the machine did names it. */
  revoke(id: string, at: number): void {
    this.#revoke.run(at, id);
    this.#dropTokens.run(id);
  }

  insertToken(hash: Buffer, device: string, at: number): void {
    this.#insertToken.run(hash, device, at);
  }

  /** @param after tokens that were last renewed before are not good any more */
  byToken(hash: Buffer, after: number): { device_id: string; renewed_at: number } | undefined {
    return this.#byToken.get(hash, after);
  }

  renewToken(hash: Buffer, at: number): void {
    this.#renewToken.run(at, hash);
  }
}
