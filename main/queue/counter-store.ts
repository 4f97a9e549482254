import type Database from 'better-sqlite3';
import type { CounterState, PauseReason } from '../../contract/counters.ts';

/** A counter at work. Times in Unix ms; `holder` is a person's id. */
export interface CounterRow {
  readonly id: string;
  readonly state: CounterState;
  readonly pause_reason: PauseReason | null;
  readonly holder: string | null;
  readonly since_at: number | null;
}

export interface CounterEvent {
  readonly counterId: string;
  readonly kind: 'opened' | 'taken_over' | 'paused' | 'resumed' | 'closed';
  readonly reason: PauseReason | null;
  readonly at: number;
  readonly tick: number;
  readonly actor: string;
}

/** The SQL of counters at work; transactions are the caller's. A counter without a row is closed. */
export class CounterStore {
  readonly #find;
  readonly #heldBy;
  readonly #put;
  readonly #event;

  constructor(db: Database.Database) {
    this.#find = db.prepare<[string], CounterRow>('SELECT * FROM counter WHERE id = ?');
    this.#heldBy = db.prepare<[string], CounterRow>('SELECT * FROM counter WHERE holder = ?');
    this.#put = db.prepare<[CounterRow]>(
      `INSERT INTO counter (id, state, pause_reason, holder, since_at)
       VALUES (:id, :state, :pause_reason, :holder, :since_at)
       ON CONFLICT (id) DO UPDATE SET state = excluded.state, pause_reason = excluded.pause_reason,
         holder = excluded.holder, since_at = excluded.since_at`,
    );
    this.#event = db.prepare<[CounterEvent]>(
      `INSERT INTO counter_event (counter_id, kind, reason, at, tick, actor)
       VALUES (:counterId, :kind, :reason, :at, :tick, :actor)`,
    );
  }

  find(id: string): CounterRow | undefined {
    return this.#find.get(id);
  }

  /** The counter that somebody holds. */
  heldBy(person: string): CounterRow | undefined {
    return this.#heldBy.get(person);
  }

  put(row: CounterRow): void {
    this.#put.run(row);
  }

  addEvent(event: CounterEvent): void {
    this.#event.run(event);
  }
}
