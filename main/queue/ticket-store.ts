import type Database from 'better-sqlite3';
import type { Priority } from '../../contract/queue.ts';
import type { IssuedRow, TicketEvent, TicketRow } from './ticket-row.ts';

/** A number that is given: it stands in the line of its series. */
export type NewTicket = IssuedRow & { readonly files: number };

/** A pre-printed number: it has a series of its own and no slip. */
export type SpareTicket = Pick<
  TicketRow,
  'id' | 'service_day' | 'series_id' | 'service_id' | 'serial' | 'number' | 'device_id' | 'taken_at' | 'taken_tick'
>;

/** How many wait for a service, with how many files, and since when the first of them has (steady ms). */
export interface Line {
  readonly waiting: number;
  readonly files: number;
  readonly headTick: number | null;
}

export interface WaitingRow {
  readonly id: string;
  readonly takenTick: number;
  readonly priority: boolean;
  readonly files: number;
}

/** Tickets of a service, of today and of days to come, that somebody may still come with. */
export interface OpenTickets {
  readonly waiting: number;
  /** Called or served now. */
  readonly called: number;
  readonly parked: number;
  readonly missed: number;
}

/** The SQL of giving numbers and of the lines they stand in. Statements are made once; transactions are the caller's. */
export class TicketStore {
  readonly #nextSerial;
  readonly #insert;
  readonly #insertSpare;
  readonly #event;
  readonly #find;
  readonly #line;
  readonly #lines;
  readonly #waiting;
  readonly #issued;
  readonly #issuedAll;
  readonly #regularSincePriority;
  readonly #openSince;
  readonly #lettersSince;

  constructor(db: Database.Database) {
    this.#nextSerial = db
      .prepare<[string, string], number>(
        `INSERT INTO series (service_day, service_id, last) VALUES (?, ?, 1)
         ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last`,
      )
      .pluck();
    this.#insert = db.prepare<[NewTicket]>(
      `INSERT INTO ticket (id, service_day, series_id, service_id, serial, number, priority, state, device_id, print_job_id,
         taken_at, taken_tick, people_ahead, promise_point, promise_from, promise_to, promise_not_before, follows, files)
       VALUES (:id, :service_day, :series_id, :series_id, :serial, :number, :priority, 'waiting', :device_id, :print_job_id,
         :taken_at, :taken_tick, :people_ahead, :promise_point, :promise_from, :promise_to, :promise_not_before, :follows,
         :files)`,
    );
    this.#insertSpare = db.prepare<[SpareTicket]>(
      `INSERT INTO ticket (id, service_day, series_id, service_id, serial, number, state, device_id, taken_at, taken_tick,
         people_ahead)
       VALUES (:id, :service_day, :series_id, :service_id, :serial, :number, 'waiting', :device_id, :taken_at, :taken_tick, 0)
       ON CONFLICT (service_day, series_id, serial) DO NOTHING`,
    );
    this.#event = db.prepare<[TicketEvent]>(
      `INSERT INTO ticket_event (ticket_id, kind, state, service_id, at, tick, actor, counter_id, rule)
       VALUES (:ticketId, :kind, :state, :serviceId, :at, :tick, :actor, :counterId, :rule)`,
    );
    this.#find = db.prepare<[string], TicketRow>('SELECT * FROM ticket WHERE id = ?');
    this.#line = db.prepare<[string, string], Line>(
      `SELECT count(*) AS waiting, coalesce(sum(files), 0) AS files, min(taken_tick) AS headTick FROM ticket
       WHERE service_day = ? AND service_id = ? AND state = 'waiting'`,
    );
    this.#lines = db.prepare<[string], Line & { service_id: string }>(
      `SELECT service_id, count(*) AS waiting, sum(files) AS files, min(taken_tick) AS headTick FROM ticket
       WHERE service_day = ? AND state = 'waiting' GROUP BY service_id`,
    );
    this.#waiting = db.prepare<
      [string, string],
      { id: string; takenTick: number; priority: Priority | null; files: number }
    >(
      `SELECT id, taken_tick AS takenTick, priority, files FROM ticket
       WHERE service_day = ? AND service_id = ? AND state = 'waiting' ORDER BY taken_tick, serial`,
    );
    this.#issued = db
      .prepare<[string, string], number>('SELECT count(*) FROM ticket WHERE service_day = ? AND series_id = ?')
      .pluck();
    this.#issuedAll = db.prepare<[string], { series_id: string; given: number }>(
      'SELECT series_id, count(*) AS given FROM ticket WHERE service_day = ? GROUP BY series_id',
    );
    this.#regularSincePriority = db
      .prepare<[{ day: string; services: string }], number>(
        `SELECT count(*) FROM ticket
         WHERE service_day = :day AND service_id IN (SELECT value FROM json_each(:services)) AND call_seq > coalesce(
           (SELECT max(call_seq) FROM ticket
            WHERE service_day = :day AND service_id IN (SELECT value FROM json_each(:services))
              AND priority IS NOT NULL), 0)`,
      )
      .pluck();
    this.#openSince = db.prepare<[string], OpenTickets & { service: string }>(
      `SELECT service_id AS service, sum(state = 'waiting') AS waiting, sum(state IN ('called', 'serving')) AS called,
         sum(state = 'parked') AS parked, sum(state = 'no_show') AS missed
       FROM ticket WHERE service_day >= ? GROUP BY service_id`,
    );
    this.#lettersSince = db.prepare<[string], { letter: string; series: string }>(
      `SELECT DISTINCT rtrim(number, '0123456789') AS letter, series_id AS series FROM ticket WHERE service_day >= ?`,
    );
  }

  /** The next serial of a service and day, from 1, without gaps as long as the transaction stands. */
  nextSerial(serviceDay: string, serviceId: string): number {
    return this.#nextSerial.get(serviceDay, serviceId) as number;
  }

  insert(ticket: NewTicket): void {
    this.#insert.run(ticket);
  }

  /** @returns false when the number was used that day */
  insertSpare(ticket: SpareTicket): boolean {
    return this.#insertSpare.run(ticket).changes === 1;
  }

  /** @returns the event's id, which grows with every event */
  addEvent(event: TicketEvent): number {
    return Number(this.#event.run(event).lastInsertRowid);
  }

  find(id: string): TicketRow | undefined {
    return this.#find.get(id);
  }

  line(serviceDay: string, serviceId: string): Line {
    return this.#line.get(serviceDay, serviceId) as Line;
  }

  /** Lines by service id; services where nobody waits are absent. */
  lines(serviceDay: string): Map<string, Line> {
    return new Map(this.#lines.all(serviceDay).map((row) => [row.service_id, row]));
  }

  /** Everybody who waits for a service, in order of taking. */
  waiting(serviceDay: string, serviceId: string): WaitingRow[] {
    return this.#waiting.all(serviceDay, serviceId).map((row) => ({ ...row, priority: row.priority !== null }));
  }

  /** How many numbers of a series were given: after a restore fewer than its last serial. */
  issued(serviceDay: string, serviceId: string): number {
    return this.#issued.get(serviceDay, serviceId) ?? 0;
  }

  /** Numbers given today by service id. */
  issuedAll(serviceDay: string): Map<string, number> {
    return new Map(this.#issuedAll.all(serviceDay).map((row) => [row.series_id, row.given]));
  }

  /** By service, of this day and days to come. */
  openSince(serviceDay: string): (OpenTickets & { service: string })[] {
    return this.#openSince.all(serviceDay);
  }

  /** Which series gave numbers with which letters, on this day and days to come. */
  lettersSince(serviceDay: string): { letter: string; series: string }[] {
    return this.#lettersSince.all(serviceDay);
  }

  /** Others called today since the last priority ticket of these services. */
  regularSincePriority(serviceDay: string, services: readonly string[]): number {
    return this.#regularSincePriority.get({ day: serviceDay, services: JSON.stringify(services) }) as number;
  }
}
