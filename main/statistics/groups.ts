import type { OwnReport, Summary } from '../../contract/statistics.ts';
import { type Fact, serviceTaken } from './facts.ts';
import { spreadOf } from './spread.ts';
import { Tally } from './tally.ts';

/** Figures by id; names come later, from where they are known. */
export interface Groups {
  readonly services: readonly ({ readonly serviceId: string; movedIn: number; movedOut: number } & Summary)[];
  readonly counters: readonly ({ readonly counterId: string } & WorkFigures)[];
  readonly people: readonly ({ readonly personId: string } & WorkFigures)[];
}

/** What was done at a counter or by a person. */
export type WorkFigures = Pick<OwnReport, 'served' | 'noShow' | 'service'>;

/** Adds up what was finished in one place. */
export class Work {
  readonly #times: number[] = [];
  #served = 0;
  #noShow = 0;

  add(fact: Fact): void {
    this.#served += Number(fact.state === 'done');
    this.#noShow += Number(fact.state === 'no_show');
    if (fact.served_ms !== null) this.#times.push(fact.served_ms);
  }

  get figures(): WorkFigures {
    return { served: this.#served, noShow: this.#noShow, service: spreadOf(this.#times) };
  }
}

/** Adds tickets up by service, counter and person. */
export class Grouping {
  readonly #services = new Map<string, { tally: Tally; movedIn: number; movedOut: number }>();
  readonly #counters = new Map<string, Work>();
  readonly #people = new Map<string, Work>();

  add(fact: Fact): void {
    const first = serviceTaken(fact);
    const last = fact.service_id;
    const from = this.#service(first);
    const to = this.#service(last);
    from.tally.entered(fact);
    to.tally.ended(fact);
    if (first !== last) {
      from.movedOut += 1;
      to.movedIn += 1;
    }
    if (fact.state !== 'done' && fact.state !== 'no_show') return;
    if (fact.counter_id !== null) known(this.#counters, fact.counter_id, () => new Work()).add(fact);
    if (fact.person_id !== null) known(this.#people, fact.person_id, () => new Work()).add(fact);
  }

  get groups(): Groups {
    return {
      services: [...this.#services].map(([serviceId, { tally, movedIn, movedOut }]) => ({
        serviceId,
        ...tally.summary,
        movedIn,
        movedOut,
      })),
      counters: [...this.#counters].map(([counterId, work]) => ({ counterId, ...work.figures })),
      people: [...this.#people].map(([personId, work]) => ({ personId, ...work.figures })),
    };
  }

  #service(id: string) {
    return known(this.#services, id, () => ({ tally: new Tally(), movedIn: 0, movedOut: 0 }));
  }
}

/** The value of a key, made on its first use. */
export function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
