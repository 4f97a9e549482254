import type { CallStore, LineRow } from './call-store.ts';
import type { KnownCounter } from './counters.ts';
import type { Discipline, Waiting } from './discipline.ts';
import type { TicketStore } from './ticket-store.ts';

type Person = Waiting & { readonly row: LineRow };

/** Whom a counter calls: the lines of all its services, as one line under the discipline. */
export class WaitingLine {
  readonly #callings: CallStore;
  readonly #tickets: TicketStore;
  readonly #discipline: Discipline;

  constructor(callings: CallStore, tickets: TicketStore, discipline: Discipline) {
    this.#callings = callings;
    this.#tickets = tickets;
    this.#discipline = discipline;
  }

  /** Whom to call now and by which rule; undefined when nobody waits whom this counter may call. */
  next(day: string, counter: KnownCounter, tick: number): { row: LineRow; rule: string } | undefined {
    const [priority] = this.#first(day, counter, true, 1);
    const [regular] = this.#first(day, counter, false, 1);
    const chosen = this.#discipline.choose(priority, regular, tick, () => this.#history(day, counter));
    return chosen && { row: chosen.person.row, rule: chosen.rule };
  }

  /** The first of the line in the order in which they would be called now. */
  first(day: string, counter: KnownCounter, tick: number, limit: number): Person[] {
    const merged = [...this.#first(day, counter, true, limit), ...this.#first(day, counter, false, limit)];
    merged.sort(byTaking);
    return this.#discipline.callingOrder(merged, tick, 0, this.#history(day, counter)).slice(0, limit);
  }

  #first(day: string, counter: KnownCounter, withPriority: boolean, limit: number): Person[] {
    return counter.services
      .flatMap((service) => this.#callings.heads(day, service.id, withPriority, counter.accessible, limit))
      .map((row) => ({ row, takenTick: row.takenTick, priority: withPriority }))
      .sort(byTaking)
      .slice(0, limit);
  }

  #history(day: string, counter: KnownCounter) {
    if (this.#discipline.rule !== 'ratio') return { regularSincePriority: 0 };
    const services = counter.services.map((service) => service.id);
    return { regularSincePriority: this.#tickets.regularSincePriority(day, services) };
  }
}

/** Ids are time-ordered, so they tell who came first within one millisecond. */
const byTaking = (one: Person, other: Person): number =>
  one.takenTick - other.takenTick || (one.row.id < other.row.id ? -1 : 1);
