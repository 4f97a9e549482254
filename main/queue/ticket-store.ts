import type Database from 'better-sqlite3';
import type { Priority, TicketState } from '../../contract/queue.ts';

export interface TicketRow {
  readonly id: string;
  readonly service_day: string;
  readonly service_id: string;
  readonly serial: number;
  readonly number: string;
  readonly priority: Priority | null;
  readonly state: TicketState;
  readonly device_id: string;
  readonly print_job_id: string;
  readonly taken_at: number;
  readonly taken_tick: number;
  readonly people_ahead: number;
  readonly promise_point: number | null;
  readonly promise_from: number | null;
  readonly promise_to: number | null;
  readonly promise_not_before: number | null;
  readonly called_at: number | null;
  readonly called_tick: number | null;
  readonly waited_ms: number | null;
  readonly counter_id: string | null;
  readonly call_seq: number | null;
}

export type NewTicket = Omit<
  TicketRow,
  'state' | 'called_at' | 'called_tick' | 'waited_ms' | 'counter_id' | 'call_seq'
>;

/** How many wait for a service and since when the first of them has (steady ms). */
export interface Line {
  readonly waiting: number;
  readonly headTick: number | null;
}

export interface WaitingRow {
  readonly id: string;
  readonly takenTick: number;
  readonly priority: boolean;
}

export interface ClaimedTicket {
  readonly serviceDay: string;
  readonly serviceId: string;
  readonly takenTick: number;
}

export interface CallRow {
  readonly call_seq: number;
  readonly number: string;
  readonly counter_id: string;
  readonly called_at: number;
}

export interface TicketEvent {
  readonly ticketId: string;
  readonly kind: 'taken' | 'called';
  readonly state: TicketState;
  readonly at: number;
  readonly tick: number;
  readonly actor: string;
  readonly counterId: string | null;
  /** Which rule chose this ticket for a call. */
  readonly rule: string | null;
}

/** The queue's SQL. Statements are made once; transactions are the caller's. */
export class TicketStore {
  readonly #nextSerial;
  readonly #insert;
  readonly #event;
  readonly #find;
  readonly #line;
  readonly #lines;
  readonly #waiting;
  readonly #issued;
  readonly #issuedAll;
  readonly #claim;
  readonly #calls;
  readonly #numberCall;
  readonly #regularSincePriority;

  constructor(db: Database.Database) {
    this.#nextSerial = db
      .prepare<[string, string], number>(
        `INSERT INTO series (service_day, service_id, last) VALUES (?, ?, 1)
         ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last`,
      )
      .pluck();
    this.#insert = db.prepare<[NewTicket]>(
      `INSERT INTO ticket (id, service_day, service_id, serial, number, priority, state, device_id, print_job_id, taken_at,
         taken_tick, people_ahead, promise_point, promise_from, promise_to, promise_not_before)
       VALUES (:id, :service_day, :service_id, :serial, :number, :priority, 'waiting', :device_id, :print_job_id, :taken_at,
         :taken_tick, :people_ahead, :promise_point, :promise_from, :promise_to, :promise_not_before)`,
    );
    this.#event = db.prepare<[TicketEvent]>(
      `INSERT INTO ticket_event (ticket_id, kind, state, at, tick, actor, counter_id, rule)
       VALUES (:ticketId, :kind, :state, :at, :tick, :actor, :counterId, :rule)`,
    );
    this.#find = db.prepare<[string], TicketRow>('SELECT * FROM ticket WHERE id = ?');
    this.#line = db.prepare<[string, string], Line>(
      `SELECT count(*) AS waiting, min(taken_tick) AS headTick FROM ticket
       WHERE service_day = ? AND service_id = ? AND state = 'waiting'`,
    );
    this.#lines = db.prepare<[string], Line & { service_id: string }>(
      `SELECT service_id, count(*) AS waiting, min(taken_tick) AS headTick FROM ticket
       WHERE service_day = ? AND state = 'waiting' GROUP BY service_id`,
    );
    this.#waiting = db.prepare<[string, string], { id: string; takenTick: number; priority: Priority | null }>(
      `SELECT id, taken_tick AS takenTick, priority FROM ticket
       WHERE service_day = ? AND service_id = ? AND state = 'waiting' ORDER BY taken_tick, serial`,
    );
    this.#issued = db
      .prepare<[string, string], number>('SELECT last FROM series WHERE service_day = ? AND service_id = ?')
      .pluck();
    this.#issuedAll = db.prepare<[string], { service_id: string; last: number }>(
      'SELECT service_id, last FROM series WHERE service_day = ?',
    );
    // One statement claims, so that two counters can never call one ticket.
    this.#claim = db.prepare<[{ id: string; at: number; tick: number; counterId: string }], ClaimedTicket>(
      `UPDATE ticket SET state = 'called', called_at = :at, called_tick = :tick, waited_ms = :tick - taken_tick,
         counter_id = :counterId
       WHERE id = :id AND state = 'waiting'
       RETURNING service_day AS serviceDay, service_id AS serviceId, taken_tick AS takenTick`,
    );
    this.#numberCall = db.prepare<[number, string]>('UPDATE ticket SET call_seq = ? WHERE id = ?');
    this.#calls = db.prepare<[string, number], CallRow>(
      `SELECT call_seq, number, counter_id, called_at FROM ticket
       WHERE call_seq IS NOT NULL AND service_day = ? ORDER BY call_seq DESC LIMIT ?`,
    );
    this.#regularSincePriority = db
      .prepare<[{ day: string; service: string }], number>(
        `SELECT count(*) FROM ticket
         WHERE service_day = :day AND service_id = :service AND call_seq > coalesce(
           (SELECT max(call_seq) FROM ticket
            WHERE service_day = :day AND service_id = :service AND priority IS NOT NULL), 0)`,
      )
      .pluck();
  }

  /** The next serial of a service and day, from 1, without gaps as long as the transaction stands. */
  nextSerial(serviceDay: string, serviceId: string): number {
    return this.#nextSerial.get(serviceDay, serviceId) as number;
  }

  insert(ticket: NewTicket): void {
    this.#insert.run(ticket);
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

  issued(serviceDay: string, serviceId: string): number {
    return this.#issued.get(serviceDay, serviceId) ?? 0;
  }

  /** Numbers given today by service id. */
  issuedAll(serviceDay: string): Map<string, number> {
    return new Map(this.#issuedAll.all(serviceDay).map((row) => [row.service_id, row.last]));
  }

  /** Claims a waiting ticket for a counter; undefined when it does not wait (any more). */
  claim(id: string, counterId: string, at: number, tick: number): ClaimedTicket | undefined {
    return this.#claim.get({ id, counterId, at, tick });
  }

  /** Gives a claimed ticket its place among all calls. */
  numberCall(id: string, callSeq: number): void {
    this.#numberCall.run(callSeq, id);
  }

  /** The latest calls of a day, newest first. */
  calls(serviceDay: string, limit: number): CallRow[] {
    return this.#calls.all(serviceDay, limit);
  }

  /** Others called today since the last priority ticket of a service. */
  regularSincePriority(serviceDay: string, serviceId: string): number {
    return this.#regularSincePriority.get({ day: serviceDay, service: serviceId }) as number;
  }
}
