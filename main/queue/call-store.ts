import type Database from 'better-sqlite3';
import type { Priority } from '../../contract/queue.ts';
import type { Standing, TicketRow } from './ticket-row.ts';

/** A call that can be shown and spoken. */
export interface CallRow {
  readonly call_seq: number;
  readonly ticket_id: string;
  readonly number: string;
  readonly counter_id: string;
  readonly at: number;
}

/** Somebody who waits, as a counter sees one. */
export interface LineRow {
  readonly id: string;
  readonly number: string;
  readonly serviceId: string;
  readonly takenTick: number;
  readonly priority: Priority | null;
  readonly need: TicketRow['need'];
}

interface HeadAsked {
  day: string;
  service: string;
  withPriority: 0 | 1;
  accessible: 0 | 1;
  limit: number;
}

/** The SQL of calling. Statements are made once; transactions are the caller's. */
export class CallStore {
  readonly #find;
  readonly #atCounter;
  readonly #heads;
  readonly #callable;
  readonly #move;
  readonly #aside;
  readonly #passed;
  readonly #calls;
  readonly #announced;
  readonly #served;
  readonly #byNumber;
  readonly #around;
  readonly #unserved;
  readonly #run;

  constructor(db: Database.Database) {
    this.#find = db.prepare<[string], TicketRow>('SELECT * FROM ticket WHERE id = ?');
    this.#atCounter = db.prepare<[string], TicketRow>(
      "SELECT * FROM ticket WHERE counter_id = ? AND state IN ('called', 'serving')",
    );
    // Walks ticket_waiting from its first entry, so a thousand who wait cost no more than ten.
    this.#heads = db.prepare<[HeadAsked], LineRow>(
      `SELECT id, number, service_id AS serviceId, taken_tick AS takenTick, priority, need FROM ticket
       WHERE service_day = :day AND service_id = :service AND state = 'waiting'
         AND (priority IS NOT NULL) = :withPriority AND (need IS NULL OR :accessible)
       ORDER BY taken_tick, serial LIMIT :limit`,
    );
    this.#callable = db
      .prepare<[{ day: string; services: string; accessible: 0 | 1 }], number>(
        `SELECT count(*) FROM ticket WHERE service_day = :day AND service_id IN (SELECT value FROM json_each(:services))
         AND state = 'waiting' AND (need IS NULL OR :accessible)`,
      )
      .pluck();
    // The state it was read in is part of the condition, so that two counters can never call one ticket.
    this.#move = db.prepare<[Standing & { id: string; from: string }]>(
      `UPDATE ticket SET ${columns} WHERE id = :id AND state = :from`,
    );
    this.#aside = db.prepare<[string, string], TicketRow>(
      `SELECT * FROM ticket WHERE service_day = ? AND service_id IN (SELECT value FROM json_each(?))
         AND state IN ('no_show', 'parked') ORDER BY left_tick DESC`,
    );
    this.#passed = db
      .prepare<[{ day: string; service: string; seq: number }], number>(
        'SELECT count(*) FROM ticket WHERE service_day = :day AND service_id = :service AND call_seq > :seq',
      )
      .pluck();
    this.#calls = db.prepare<[string, number], CallRow>(
      `SELECT call_seq, id AS ticket_id, number, counter_id, called_at AS at FROM ticket
       WHERE call_seq IS NOT NULL AND service_day = ? ORDER BY call_seq DESC LIMIT ?`,
    );
    this.#announced = db.prepare<[number, number], CallRow>(
      `SELECT e.id AS call_seq, t.id AS ticket_id, t.number, e.counter_id, e.at FROM ticket_event e
       JOIN ticket t ON t.id = e.ticket_id
       WHERE e.id > (SELECT max(id) - ? FROM ticket_event) AND e.kind IN ('called', 'recalled')
         AND e.at >= ? AND t.call_seq >= e.id ORDER BY e.id`,
    );
    this.#served = db
      .prepare<[string, string], number>(
        `SELECT left_tick - serving_tick FROM ticket WHERE service_day = ? AND person_id = ? AND state = 'done'
         AND serving_tick IS NOT NULL ORDER BY 1`,
      )
      .pluck();
    this.#byNumber = db.prepare<[string, string], TicketRow>(
      'SELECT * FROM ticket WHERE service_day = ? AND number = ? LIMIT 4',
    );
    this.#unserved = db.prepare<[string], TicketRow>(
      `SELECT * FROM ticket WHERE service_day = ? AND state IN ('waiting', 'called', 'serving', 'parked')
       ORDER BY taken_tick, id`,
    );
    this.#run = db.prepare<[string, string, number, number], TicketRow>(
      `SELECT * FROM ticket WHERE service_day = ? AND series_id = ? AND serial BETWEEN ? AND ? AND state = 'waiting'
       ORDER BY serial`,
    );
    this.#around = db.prepare<[string, string, number, number], TicketRow>(
      `SELECT * FROM ticket WHERE service_day = ? AND series_id = ? AND taken_at BETWEEN ? AND ?
       ORDER BY serial LIMIT 30`,
    );
  }

  /** Everybody of a day who was not finished, in order of taking. */
  unserved(serviceDay: string): TicketRow[] {
    return this.#unserved.all(serviceDay);
  }

  /** Those of a run of numbers who still wait. */
  waitingRun(serviceDay: string, serviceId: string, from: number, to: number): TicketRow[] {
    return this.#run.all(serviceDay, serviceId, from, to);
  }

  find(id: string): TicketRow | undefined {
    return this.#find.get(id);
  }

  /** Who is called or served at a counter; of an earlier day too, when nobody finished it. */
  atCounter(counterId: string): TicketRow | undefined {
    return this.#atCounter.get(counterId);
  }

  /** The first who wait for one service in one class, in order of taking. */
  heads(day: string, service: string, withPriority: boolean, accessible: boolean, limit: number): LineRow[] {
    return this.#heads.all({
      day,
      service,
      withPriority: withPriority ? 1 : 0,
      accessible: accessible ? 1 : 0,
      limit,
    });
  }

  /** How many a counter with these services may call. */
  callable(day: string, services: readonly string[], accessible: boolean): number {
    return this.#callable.get({ day, services: JSON.stringify(services), accessible: accessible ? 1 : 0 }) as number;
  }

  /** Writes what a step made of a ticket, if it still is in the state the step began from. @returns whether it was */
  move(id: string, from: string, standing: Standing): boolean {
    return this.#move.run({ ...standing, id, from }).changes === 1;
  }

  /** Missed and put aside, the latest first. */
  aside(day: string, services: readonly string[]): TicketRow[] {
    return this.#aside.all(day, JSON.stringify(services));
  }

  /** How many were called for a service after a call. */
  passed(day: string, service: string, seq: number): number {
    return this.#passed.get({ day, service, seq }) as number;
  }

  /** The latest calls of a day that still stand, newest first. */
  calls(serviceDay: string, limit: number): CallRow[] {
    return this.#calls.all(serviceDay, limit);
  }

  /** Calls since `wall` that were not taken back, oldest first; looks at the last `events` events only. */
  announced(events: number, wall: number): CallRow[] {
    return this.#announced.all(events, wall);
  }

  /** Service times (ms) of what one person finished today, shortest first. */
  servedBy(serviceDay: string, personId: string): number[] {
    return this.#served.all(serviceDay, personId);
  }

  byNumber(serviceDay: string, number: string): TicketRow[] {
    return this.#byNumber.all(serviceDay, number);
  }

  /** Tickets of a series taken between two wall times. */
  around(serviceDay: string, serviceId: string, from: number, to: number): TicketRow[] {
    return this.#around.all(serviceDay, serviceId, from, to);
  }
}

const columns = `service_id = :service_id, state = :state, files = :files, need = :need, called_at = :called_at,
  called_tick = :called_tick, waited_ms = :waited_ms, calls = :calls, announced_tick = :announced_tick,
  counter_id = :counter_id, person_id = :person_id, call_seq = :call_seq, serving_tick = :serving_tick,
  left_tick = :left_tick`;
