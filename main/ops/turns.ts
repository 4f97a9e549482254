/** Lets one act run after another, and only so many wait. */
export class Turns {
  readonly #most: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  get full(): boolean {
    return this.#waiting >= this.#most;
  }

  take<A>(act: () => Promise<A>): Promise<A> {
    this.#waiting += 1;
    const mine = this.#last.then(act).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
