/** Why this machine gives nobody a number just now; people who have one are called all the same. */
export type StandstillReason = 'storage_full' | 'new_version';

/** What stands in the way of new numbers on this machine, whoever found it. */
export class Standstill {
  readonly #reasons = new Set<StandstillReason>();
  readonly #changed: () => void;

  /** @param changed the first reason came, or the last one went */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get stands(): boolean {
    return this.#reasons.size > 0;
  }

  get reasons(): readonly StandstillReason[] {
    return [...this.#reasons];
  }

  /** Says whether a reason holds; it may be said again. */
  say(reason: StandstillReason, holds: boolean): void {
    const stood = this.stands;
    if (holds) this.#reasons.add(reason);
    else this.#reasons.delete(reason);
    if (stood !== this.stands) this.#changed();
  }
}
