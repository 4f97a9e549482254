import type Database from 'better-sqlite3';
import type { Bilingual } from '../../contract/base.ts';

/** A service that a supervisor closed for a while. Times in Unix ms; `until` null: the rest of the service day. */
export interface ClosedRow {
  readonly service_id: string;
  readonly reason_id: string;
  readonly reason_en: string;
  readonly until: number | null;
  readonly service_day: string;
  readonly since: number;
  readonly actor: string;
}

/** Which services give no numbers for a while; over a restart too. Each ends by itself. */
export class ClosedServices {
  readonly #day: () => string;
  readonly #rows: Map<string, ClosedRow>;
  readonly #all;
  readonly #put;
  readonly #remove;

  /** @param day the service day now */
  constructor(db: Database.Database, day: () => string) {
    this.#day = day;
    this.#all = db.prepare<[], ClosedRow>('SELECT * FROM closed_now');
    this.#put = db.prepare<[ClosedRow]>(
      `INSERT OR REPLACE INTO closed_now (service_id, reason_id, reason_en, until, service_day, since, actor)
       VALUES (:service_id, :reason_id, :reason_en, :until, :service_day, :since, :actor)`,
    );
    this.#remove = db.prepare<[string]>('DELETE FROM closed_now WHERE service_id = ?');
    this.#rows = new Map(this.#all.all().map((row) => [row.service_id, row]));
  }

  /** Until when a service is closed, and why; null while it is not. */
  of(serviceId: string, wall: number): { until: number | null; reason: Bilingual } | null {
    const row = this.row(serviceId, wall);
    return row && { until: row.until, reason: { id: row.reason_id, en: row.reason_en } };
  }

  row(serviceId: string, wall: number): ClosedRow | null {
    const row = this.#rows.get(serviceId);
    if (!row) return null;
    const closed = row.until === null ? row.service_day === this.#day() : wall < row.until;
    return closed ? row : null;
  }

  /** Call inside the transaction, then `reread` once it was committed. */
  put(row: ClosedRow): void {
    this.#put.run(row);
  }

  /** As `put`. */
  remove(serviceId: string): void {
    this.#remove.run(serviceId);
  }

  reread(): void {
    this.#rows.clear();
    for (const row of this.#all.all()) this.#rows.set(row.service_id, row);
  }
}
