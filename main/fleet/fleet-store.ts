import type Database from 'better-sqlite3';
import { type FleetKey, newFleetKey } from './status-text.ts';

interface Row {
  readonly key_d: string;
  readonly key_x: string;
  readonly sequence: number;
  readonly address: string | null;
  readonly sent_at: number | null;
}

/** A status as it was signed. */
export interface KeptStatus {
  readonly sequence: number;
  readonly text: string;
  readonly service_day: string;
  readonly made_tick: number;
}

/** So many wait to be sent at most; older ones say nothing any more. */
export const mostUnsent = 31;

/** The SQL of what this machine tells the regency. Transactions are the caller's. */
export class FleetStore {
  readonly #row;
  readonly #begin;
  readonly #count;
  readonly #address;
  readonly #add;
  readonly #prune;
  readonly #newest;
  readonly #unsent;
  readonly #unsentCount;
  readonly #markSent;
  readonly #sentAt;
  readonly #forget;

  constructor(db: Database.Database) {
    this.#row = db.prepare<[], Row>('SELECT key_d, key_x, sequence, address, sent_at FROM fleet');
    this.#begin = db.prepare<[string, string]>(
      `INSERT INTO fleet (only, key_d, key_x) VALUES (1, ?, ?)
       ON CONFLICT (only) DO UPDATE SET key_d = excluded.key_d, key_x = excluded.key_x, sequence = 0, sent_at = NULL`,
    );
    this.#count = db.prepare<[number]>('UPDATE fleet SET sequence = ?');
    this.#address = db.prepare<[string | null]>('UPDATE fleet SET address = ?');
    this.#add = db.prepare<[KeptStatus]>(
      `INSERT INTO fleet_status (sequence, text, service_day, made_tick)
       VALUES (:sequence, :text, :service_day, :made_tick)`,
    );
    this.#prune = db.prepare(
      `DELETE FROM fleet_status WHERE sequence < (SELECT max(sequence) FROM fleet_status)
       AND (sent = 1 OR sequence NOT IN (SELECT sequence FROM fleet_status ORDER BY sequence DESC LIMIT ${mostUnsent}))`,
    );
    this.#newest = db.prepare<[], KeptStatus>('SELECT * FROM fleet_status ORDER BY sequence DESC LIMIT 1');
    this.#unsent = db.prepare<[], KeptStatus>('SELECT * FROM fleet_status WHERE sent = 0 ORDER BY sequence LIMIT 1');
    this.#unsentCount = db.prepare<[], number>('SELECT count(*) FROM fleet_status WHERE sent = 0').pluck();
    this.#markSent = db.prepare<[number]>('UPDATE fleet_status SET sent = 1 WHERE sequence = ?');
    this.#sentAt = db.prepare<[number]>('UPDATE fleet SET sent_at = ?');
    this.#forget = db.prepare('DELETE FROM fleet_status');
  }

  /** Whether this machine, or the one that its data come from, ever had a key. */
  get hasKey(): boolean {
    return this.#row.get() !== undefined;
  }

  key(): FleetKey {
    const { key_d: d, key_x: x } = this.#its();
    return { d, x };
  }

  /** From now on this is another machine. */
  renewKey(): void {
    const { d, x } = newFleetKey();
    this.#begin.run(d, x);
    this.#forget.run();
  }

  /** `sentAt`: when the newest that was sent was taken over, Unix ms. */
  facts(): { sequence: number; address: string | null; sentAt: number | null } {
    const { sequence, address, sent_at: sentAt } = this.#its();
    return { sequence, address, sentAt };
  }

  setAddress(address: string | null): void {
    this.#its();
    this.#address.run(address);
  }

  keep(status: KeptStatus): void {
    this.#count.run(status.sequence);
    this.#add.run(status);
    this.#prune.run();
  }

  newest(): KeptStatus | undefined {
    return this.#newest.get();
  }

  /** The oldest that is to be sent. */
  unsent(): KeptStatus | undefined {
    return this.#unsent.get();
  }

  unsentCount(): number {
    return this.#unsentCount.get() ?? 0;
  }

  /** @param at when it was taken over, Unix ms; null: it was refused, and is not offered again */
  settle(sequence: number, at: number | null): void {
    this.#markSent.run(sequence);
    if (at !== null) this.#sentAt.run(at);
    this.#prune.run();
  }

  #its(): Row {
    const row = this.#row.get();
    if (row) return row;
    this.renewKey();
    return this.#row.get() as Row;
  }
}
