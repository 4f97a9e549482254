import Database from 'better-sqlite3';
import { unlock } from '../store/open.ts';
import type { Fact, Happening } from './facts.ts';
import type { NamedFact } from './line.ts';

const columns = `t.service_day AS day, t.number, t.series_id, t.service_id,
  CASE WHEN t.series_id = 'SPARE' THEN 'spare'
    WHEN t.follows IS NULL THEN 'taken'
    WHEN (SELECT before.service_day FROM ticket before WHERE before.id = t.follows) < t.service_day THEN 'carried'
    ELSE 'following' END AS origin,
  t.state, t.priority IS NOT NULL AS has_priority, t.files, t.taken_at, t.taken_tick, t.called_at, t.waited_ms,
  CASE WHEN t.state = 'done' THEN t.left_tick - t.serving_tick END AS served_ms,
  t.counter_id, t.person_id, t.promise_point, t.promise_from, t.promise_to`;

/** Reads tickets over a connection of its own that cannot write. */
export class StatisticsStore {
  readonly #db: Database.Database;
  readonly #day;
  readonly #happenings;
  readonly #range;
  readonly #count;
  readonly #people;
  readonly #own;

  /** @param key the database's key, see main/store/key.ts */
  constructor(path: string, key: string) {
    const db = new Database(path, { readonly: true, fileMustExist: true });
    unlock(db, key);
    // The cipher does not cover what is sorted in temporary files.
    db.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;');
    this.#db = db;
    this.#day = db.prepare<[string], NamedFact>(
      `SELECT t.id, ${columns} FROM ticket t WHERE t.service_day = ? ORDER BY t.taken_tick, t.id`,
    );
    this.#happenings = db.prepare<[string], Happening>(
      `SELECT e.id, e.ticket_id, e.kind, e.state, e.at, e.tick FROM ticket t
       JOIN ticket_event e ON e.ticket_id = t.id AND e.kind <> 'taken' WHERE t.service_day = ? ORDER BY e.id`,
    );
    this.#range = db.prepare<[string, string], Fact>(
      `SELECT ${columns} FROM ticket t WHERE t.service_day BETWEEN ? AND ? ORDER BY t.service_day, t.series_id, t.serial`,
    );
    this.#count = db
      .prepare<[string, string], number>('SELECT count(*) FROM ticket WHERE service_day BETWEEN ? AND ?')
      .pluck();
    this.#people = db
      .prepare<[string, string], string>(
        `SELECT DISTINCT person_id FROM ticket WHERE service_day BETWEEN ? AND ? AND person_id IS NOT NULL`,
      )
      .pluck();
    this.#own = db.prepare<[string, string], Fact>(
      `SELECT ${columns} FROM ticket t WHERE t.service_day = ? AND t.person_id = ? AND t.state IN ('done', 'no_show')`,
    );
  }

  /** Of one day, in the order in which they were taken, with their later events; both of one moment. */
  day(day: string): { facts: NamedFact[]; happenings: Happening[] } {
    return this.#db.transaction(() => ({ facts: this.#day.all(day), happenings: this.#happenings.all(day) }))();
  }

  /** In order of day, service and number; read while it is walked through. */
  range(from: string, to: string): IterableIterator<Fact> {
    return this.#range.iterate(from, to);
  }

  count(from: string, to: string): number {
    return this.#count.get(from, to) ?? 0;
  }

  /** Everybody who called somebody. */
  people(from: string, to: string): string[] {
    return this.#people.all(from, to);
  }

  /** What a person has finished on a day. */
  own(day: string, person: string): Fact[] {
    return this.#own.all(day, person);
  }
}
