import type Database from 'better-sqlite3';
import type { CounterSettings, ServiceSettings } from '../../contract/catalogue.ts';
import type { CounterState, PauseReason } from '../../contract/counters.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Moment } from './paces.ts';

/** A counter at work. Times in Unix ms; `holder` is a person's id. */
export interface CounterRow {
  readonly id: string;
  readonly state: CounterState;
  readonly pause_reason: PauseReason | null;
  readonly holder: string | null;
  readonly since_at: number | null;
}

/** A counter as the catalogue has it, with the services it serves in their order. */
export interface KnownCounter extends CounterSettings {
  readonly services: readonly ServiceSettings[];
}

/** Which counters there are, who holds each and whether it works. Methods that change something run in the caller's transaction. */
export class Counters {
  #all: readonly KnownCounter[] = [];
  readonly #nameOf: (person: string) => string;
  #known: ReadonlyMap<string, KnownCounter> = new Map();
  readonly #find;
  readonly #heldBy;
  readonly #put;
  readonly #event;

  /** @param nameOf a person's name by id, for whoever finds the counter held */
  constructor(
    db: Database.Database,
    settings: readonly CounterSettings[],
    services: readonly ServiceSettings[],
    nameOf: (person: string) => string,
  ) {
    this.#nameOf = nameOf;
    this.adopt(settings, services);
    this.#find = db.prepare<[string], CounterRow>('SELECT * FROM counter WHERE id = ?');
    this.#heldBy = db.prepare<[string], CounterRow>('SELECT * FROM counter WHERE holder = ?');
    this.#put = db.prepare<[CounterRow]>(
      `INSERT INTO counter (id, state, pause_reason, holder, since_at)
       VALUES (:id, :state, :pause_reason, :holder, :since_at)
       ON CONFLICT (id) DO UPDATE SET state = excluded.state, pause_reason = excluded.pause_reason,
         holder = excluded.holder, since_at = excluded.since_at`,
    );
    this.#event = db.prepare<[string, string, string | null, number, number, string]>(
      'INSERT INTO counter_event (counter_id, kind, reason, at, tick, actor) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  get all(): readonly KnownCounter[] {
    return this.#all;
  }

  /** Takes other counters, or other services at them, from now on. Nobody may be at work at one that is left out. */
  adopt(settings: readonly CounterSettings[], services: readonly ServiceSettings[]): void {
    this.#all = settings.map((counter) => ({
      ...counter,
      services: services.filter((service) => service.counters.includes(counter.id)),
    }));
    this.#known = new Map(this.#all.map((counter) => [counter.id, counter]));
  }

  /** @throws DomainError COUNTER_UNKNOWN */
  known(id: string): KnownCounter {
    const counter = this.#known.get(id);
    if (!counter) throw new DomainError('COUNTER_UNKNOWN');
    return counter;
  }

  /** What a counter does now. @throws DomainError COUNTER_UNKNOWN */
  row(id: string): CounterRow {
    const { id: known } = this.known(id);
    return this.#find.get(known) ?? { id, state: 'closed', pause_reason: null, holder: null, since_at: null };
  }

  /** The counter that somebody holds. */
  heldBy(person: string): CounterRow | undefined {
    return this.#heldBy.get(person);
  }

  /**
   * The counter, if it is held by who asks.
   * @throws DomainError COUNTER_UNKNOWN, COUNTER_CLOSED, COUNTER_HELD with the holder
   */
  ofHolder(by: Actor, id: string): { row: CounterRow; counter: KnownCounter } {
    const counter = this.known(id);
    const row = this.row(id);
    if (row.state === 'closed') throw new DomainError('COUNTER_CLOSED');
    if (row.holder !== actorId(by)) throw this.#held(row);
    return { row, counter };
  }

  /** The same, and it works: not paused. */
  working(by: Actor, id: string): KnownCounter {
    const { row, counter } = this.ofHolder(by, id);
    if (row.state !== 'open') throw new DomainError('COUNTER_CLOSED');
    return counter;
  }

  /**
   * Opens a counter and holds it. What it was before, and the other counter this person held, is closed.
   * @throws DomainError COUNTER_HELD when somebody else holds it and `takeOver` was not said
   */
  open(by: Actor, id: string, takeOver: boolean, now: Moment): void {
    const row = this.row(id);
    const holder = actorId(by);
    const other = row.holder !== null && row.holder !== holder;
    if (other && !takeOver) throw this.#held(row);
    if (row.state === 'open' && !other) return;
    const before = this.heldBy(holder);
    if (before && before.id !== id) this.#change(by, before.id, 'closed', closedRow(before.id, now), null, now);
    const next = { id, state: 'open', pause_reason: null, holder, since_at: now.wall } as const;
    this.#change(by, id, other ? 'taken_over' : row.state === 'paused' ? 'resumed' : 'opened', next, null, now);
  }

  pause(by: Actor, id: string, reason: PauseReason, now: Moment): void {
    const { row } = this.ofHolder(by, id);
    const next = { ...row, state: 'paused', pause_reason: reason, since_at: now.wall } as const;
    this.#change(by, id, 'paused', next, reason, now);
  }

  resume(by: Actor, id: string, now: Moment): void {
    const { row } = this.ofHolder(by, id);
    if (row.state === 'open') return;
    this.#change(by, id, 'resumed', { ...row, state: 'open', pause_reason: null, since_at: now.wall }, null, now);
  }

  close(by: Actor, id: string, now: Moment): void {
    if (this.row(id).state === 'closed') return;
    this.ofHolder(by, id);
    this.#change(by, id, 'closed', closedRow(id, now), null, now);
  }

  #held({ holder }: CounterRow): DomainError {
    return new DomainError('COUNTER_HELD', {
      holder: holder === null ? null : { id: holder, name: this.#nameOf(holder) },
    });
  }

  #change(by: Actor, id: string, kind: string, row: CounterRow, reason: string | null, now: Moment): void {
    this.#put.run(row);
    this.#event.run(id, kind, reason, now.wall, now.tick, actorId(by));
  }
}

const closedRow = (id: string, now: Moment): CounterRow => ({
  id,
  state: 'closed',
  pause_reason: null,
  holder: null,
  since_at: now.wall,
});
