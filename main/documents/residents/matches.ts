import type { LetterValues } from '../../../contract/documents.ts';

/** A resident who was found for a letter that is being asked for. */
export interface Match {
  readonly nik: string;
  readonly letterId: string;
  /** What the hub fills in, by place. */
  readonly answers: LetterValues;
}

/** Between being found and sending the request off. */
const keptMs = 30 * 60_000;

/**
 * Who was found at which machine: in memory, the newest of each, used once. At a machine stands one person at a time, so
 * whoever is found there next ends what was found before.
 */
export class Matches {
  readonly #of = new Map<string, Match & { readonly id: string; readonly until: number }>();
  readonly #clock: { tick(): number };
  readonly #ids: { next(): string };

  constructor(clock: { tick(): number }, ids: { next(): string }) {
    this.#clock = clock;
    this.#ids = ids;
  }

  /** @returns its id */
  add(device: string, match: Match): string {
    const now = this.#clock.tick();
    for (const [other, { until }] of this.#of) if (until <= now) this.#of.delete(other);
    const id = this.#ids.next();
    this.#of.set(device, { ...match, id, until: now + keptMs });
    return id;
  }

  /** Undefined when it is over, was used, or is another machine's. */
  find(device: string, id: string): Match | undefined {
    const match = this.#of.get(device);
    return match?.id === id && this.#clock.tick() < match.until ? match : undefined;
  }

  used(device: string): void {
    this.#of.delete(device);
  }
}
