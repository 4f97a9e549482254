import type { PinDoor } from './pin-door.ts';

const idleMs = 120_000;

/** One opening of the maintenance screen: nothing is allowed before the PIN, and nobody at it for two minutes ends it. */
export class Visit {
  readonly #door: PinDoor;
  readonly #end: () => void;
  #unlocked = false;
  #busy = false;
  #idle: NodeJS.Timeout | undefined;

  /** @param end closes the screen */
  constructor(door: PinDoor, end: () => void) {
    this.#door = door;
    this.#end = end;
    this.stay();
  }

  get isUnlocked(): boolean {
    return this.#unlocked;
  }

  /** @throws DomainError as `PinDoor.check` */
  async unlock(pin: string): Promise<void> {
    await this.#door.check(pin);
    this.#unlocked = true;
    this.stay();
  }

  stay(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (!this.#busy) this.leave();
    }, idleMs).unref();
  }

  /** Work that must not be broken off by the idle limit. */
  async busy<A>(work: () => Promise<A>): Promise<A> {
    this.#busy = true;
    return work().finally(() => {
      this.#busy = false;
      this.stay();
    });
  }

  leave(): void {
    clearTimeout(this.#idle);
    this.#unlocked = false;
    this.#end();
  }

  /** The screen is gone. */
  over(): void {
    clearTimeout(this.#idle);
    this.#unlocked = false;
  }
}
