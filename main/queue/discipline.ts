import type { DisciplineSettings } from '../../contract/catalogue.ts';
import type { Why } from '../../contract/counters.ts';

/** A waiting person as the discipline sees one. `takenTick` in ms on the steady clock. */
export interface Waiting {
  readonly takenTick: number;
  readonly priority: boolean;
}

/** What came before, for the rule that counts: others called since the last priority. */
export interface CallHistory {
  readonly regularSincePriority: number;
}

/**
 * Who is called first. `accumulating` is accumulating priority (Kleinrock 1964; Stanford, Taylor, Ziedins 2014,
 * Queueing Systems 77:297–330): score = rate of the class × time waited, highest first. Nobody starves, and a person
 * with priority overtakes only those who have not waited much longer.
 */
export class Discipline {
  #settings: DisciplineSettings;

  constructor(settings: DisciplineSettings) {
    this.#settings = settings;
  }

  /** Takes another rule from now on. */
  adopt(settings: DisciplineSettings): void {
    this.#settings = settings;
  }

  /** The rule's name as written with each call. */
  get rule(): string {
    return this.#settings.rule;
  }

  /** Priority ms (rate × time waited) of one person at a moment; only `accumulating` uses it. */
  score(person: Waiting, tick: number): number {
    const rate = person.priority && this.#settings.rule === 'accumulating' ? this.#settings.priorityRate : 1;
    return rate * Math.max(0, tick - person.takenTick);
  }

  /**
   * Whether a newcomer of this class simply stands behind everybody, so that counting the line is enough.
   * A fresh ticket has score 0, yet a priority one will overtake on the way.
   */
  standsLast(priority: boolean): boolean {
    return !priority && this.#settings.rule !== 'ratio';
  }

  /**
   * How many would be called before this person if calls were made now, by the scores of now.
   * @param line everybody who waits for the service in order of taking, this person included
   */
  peopleAhead(person: Waiting, line: readonly Waiting[], tick: number, history: CallHistory): number {
    if (this.#settings.rule === 'ratio') return this.callingOrder(line, tick, 0, history).indexOf(person);
    const own = line.indexOf(person);
    return line.reduce((ahead, other, i) => ahead + Number(i !== own && this.#before(other, i, person, own, tick)), 0);
  }

  /**
   * The line in the order in which it will be called, one call every `intervalMs` from now on: scores grow meanwhile,
   * so that a priority ticket overtakes on the way.
   * @param line in order of taking
   */
  callingOrder<W extends Waiting>(line: readonly W[], tick: number, intervalMs: number, history: CallHistory): W[] {
    const regular = line.filter((person) => !person.priority);
    const priority = line.filter((person) => person.priority);
    const order: W[] = [];
    let since = history.regularSincePriority;
    for (let r = 0, p = 0; order.length < line.length; ) {
      const nextRegular = regular[r];
      const nextPriority = priority[p];
      const takesPriority =
        nextPriority !== undefined &&
        (nextRegular === undefined ||
          this.#priorityFirst(nextPriority, nextRegular, tick + (order.length + 1) * intervalMs, since));
      if (takesPriority) {
        order.push(nextPriority);
        p += 1;
        since = 0;
      } else {
        order.push(nextRegular as W);
        r += 1;
        since += 1;
      }
    }
    return order;
  }

  /**
   * Whom to call now, of the first with and the first without priority. @returns the person and the rule that chose
   * @param history read only by the rule that counts
   */
  choose<W extends Waiting>(priority: W | undefined, regular: W | undefined, tick: number, history: () => CallHistory) {
    if (!priority || !regular) {
      const only = priority ?? regular;
      return only && { person: only, rule: 'arrival' };
    }
    const since = this.#settings.rule === 'ratio' ? history().regularSincePriority : 0;
    const person = this.#priorityFirst(priority, regular, tick, since) ? priority : regular;
    return { person, rule: this.#settings.rule };
  }

  /** Why a person stands where they stand. */
  why(person: Waiting, tick: number): Why {
    if (!person.priority) return { rule: 'arrival' };
    switch (this.#settings.rule) {
      case 'accumulating': {
        const minutes = Math.floor(Math.max(0, tick - person.takenTick) / 60_000);
        return { rule: 'priority', rate: this.#settings.priorityRate, minutes };
      }
      case 'strict':
        return { rule: 'strict' };
      case 'ratio':
        return { rule: 'ratio', every: this.#settings.regularPerPriority };
    }
  }

  /** By class or score, by who came first where these are equal, and by class for two of the same moment. */
  #before(other: Waiting, otherPlace: number, person: Waiting, place: number, tick: number): boolean {
    if (this.#settings.rule === 'strict') {
      if (other.priority !== person.priority) return other.priority;
      return otherPlace < place;
    }
    const difference = this.score(other, tick) - this.score(person, tick);
    if (difference !== 0) return difference > 0;
    if (other.takenTick !== person.takenTick) return other.takenTick < person.takenTick;
    return other.priority === person.priority ? otherPlace < place : other.priority;
  }

  #priorityFirst(priority: Waiting, regular: Waiting, tick: number, regularSince: number): boolean {
    switch (this.#settings.rule) {
      case 'strict':
        return true;
      case 'ratio':
        return regularSince >= this.#settings.regularPerPriority;
      case 'accumulating': {
        const difference = this.score(priority, tick) - this.score(regular, tick);
        return difference > 0 || (difference === 0 && priority.takenTick <= regular.takenTick);
      }
    }
  }
}
