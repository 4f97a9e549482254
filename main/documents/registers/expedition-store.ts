import type Database from 'better-sqlite3';
import type { RegisterPeriod } from './letter-number-store.ts';

/** That a letter with a number was handed over. */
export interface HandedOver {
  readonly number_id: string;
  /** Unix ms. */
  readonly at: number;
}

/** Further from the world's time than any place is, ms. */
const zoneMs = 14 * 3_600_000;

/** The SQL of the Buku Ekspedisi: letters that were handed over, and whose handing over was not taken back. */
export class ExpeditionStore {
  readonly #handedOver;
  readonly #iso: (wall: number) => string;

  /** @param iso time of the lounge's zone */
  constructor(db: Database.Database, iso: (wall: number) => string) {
    this.#iso = iso;
    this.#handedOver = db.prepare<{ from: number; to: number; register: string | null }, HandedOver>(
      `SELECT letter_number.id AS number_id, request_event.at
       FROM request_event
       JOIN request ON request.id = request_event.request_id AND request.state = 'collected'
       JOIN letter ON letter.request_id = request.id
       JOIN letter_number ON letter_number.id = letter.number_id
       WHERE request_event.step = 'hand_over' AND request_event.at >= @from AND request_event.at < @to
         AND (@register IS NULL OR letter_number.register = @register)
         AND NOT EXISTS (SELECT 1 FROM request_event later
           WHERE later.request_id = request_event.request_id AND later.step = 'hand_over' AND later.id > request_event.id)
       ORDER BY request_event.at, request_event.id, letter_number.id`,
    );
  }

  /** In the order in which they were handed over, in a year or month of the lounge's calendar. */
  handedOver({ year, month, register }: RegisterPeriod): HandedOver[] {
    const from = Date.UTC(year, month === null ? 0 : month - 1, 1) - zoneMs;
    const to = Date.UTC(year, month ?? 12, 1) + zoneMs;
    const period = month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
    return this.#handedOver.all({ from, to, register }).filter(({ at }) => this.#iso(at).startsWith(period));
  }
}
