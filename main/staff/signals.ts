/** Tells those who listen to a machine, or to a program, that something about it has changed. */
export class Signals {
  readonly #listeners = new Map<string, Set<() => void>>();

  /** @returns how to stop listening */
  on(id: string, changed: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners);
    // Each call is its own entry, whoever listens.
    const own = () => changed();
    listeners.add(own);
    return () => void listeners.delete(own);
  }

  /** Whether anybody listens. */
  isHeard(id: string): boolean {
    return (this.#listeners.get(id)?.size ?? 0) > 0;
  }

  tellAll(): void {
    for (const id of this.#listeners.keys()) this.tell(id);
  }

  tell(id: string): void {
    for (const changed of [...(this.#listeners.get(id) ?? [])]) changed();
  }
}
