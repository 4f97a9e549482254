import type { CounterSettings, ServiceSettings } from '../../contract/catalogue.ts';
import type { PauseReason } from '../../contract/counters.ts';
import { type Actor, actorId } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { CounterEvent, CounterRow, CounterStore } from './counter-store.ts';
import type { Moment } from './paces.ts';

/** A counter as the catalogue has it, with the services it serves in their order. */
export interface KnownCounter extends CounterSettings {
  readonly services: readonly ServiceSettings[];
}

/** Which counters there are, who holds each and whether it works. Methods that change something run in the caller's transaction. */
export class Counters {
  #all: readonly KnownCounter[] = [];
  readonly #nameOf: (person: string) => string;
  #known: ReadonlyMap<string, KnownCounter> = new Map();
  readonly #store: CounterStore;

  /** @param nameOf a person's name by id, for whoever finds the counter held */
  constructor(
    store: CounterStore,
    settings: readonly CounterSettings[],
    services: readonly ServiceSettings[],
    nameOf: (person: string) => string,
  ) {
    this.#nameOf = nameOf;
    this.adopt(settings, services);
    this.#store = store;
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
    return this.#store.find(known) ?? { id, state: 'closed', pause_reason: null, holder: null, since_at: null };
  }

  /** The counter that somebody holds. */
  heldBy(person: string): CounterRow | undefined {
    return this.#store.heldBy(person);
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
    if (before && before.id !== id) this.#change(by, closedRow(before.id, now), 'closed', now);
    const next = { id, state: 'open', pause_reason: null, holder, since_at: now.wall } as const;
    this.#change(by, next, other ? 'taken_over' : row.state === 'paused' ? 'resumed' : 'opened', now);
  }

  pause(by: Actor, id: string, reason: PauseReason, now: Moment): void {
    const { row } = this.ofHolder(by, id);
    this.#change(by, { ...row, state: 'paused', pause_reason: reason, since_at: now.wall }, 'paused', now);
  }

  resume(by: Actor, id: string, now: Moment): void {
    const { row } = this.ofHolder(by, id);
    if (row.state === 'open') return;
    this.#change(by, { ...row, state: 'open', pause_reason: null, since_at: now.wall }, 'resumed', now);
  }

  close(by: Actor, id: string, now: Moment): void {
    if (this.row(id).state === 'closed') return;
    this.ofHolder(by, id);
    this.#change(by, closedRow(id, now), 'closed', now);
  }

  /** Closes it though its holder does not ask: they have gone. */
  closeDeserted(by: Actor, id: string, now: Moment): void {
    this.#change(by, closedRow(id, now), 'closed', now);
  }

  #held({ holder }: CounterRow): DomainError {
    return new DomainError('COUNTER_HELD', {
      holder: holder === null ? null : { id: holder, name: this.#nameOf(holder) },
    });
  }

  #change(by: Actor, row: CounterRow, kind: CounterEvent['kind'], now: Moment): void {
    this.#store.put(row);
    const { wall: at, tick } = now;
    this.#store.addEvent({ counterId: row.id, kind, reason: row.pause_reason, at, tick, actor: actorId(by) });
  }
}

const closedRow = (id: string, now: Moment): CounterRow => ({
  id,
  state: 'closed',
  pause_reason: null,
  holder: null,
  since_at: now.wall,
});
