/** Tells whoever listens to a machine that who sits there, or what it may do, has changed. */
export class Signals {
  readonly #listeners = new Map<string, Set<() => void>>();

  /** @returns how to stop listening */
  on(device: string, changed: () => void): () => void {
    let listeners = this.#listeners.get(device);
    if (!listeners) {
      listeners = new Set();
      this.#listeners.set(device, listeners);
    }
    // Each call is its own entry, whoever listens.
    const own = () => changed();
    listeners.add(own);
    return () => void listeners.delete(own);
  }

  tellAll(): void {
    for (const device of this.#listeners.keys()) this.tell(device);
  }

  tell(device: string): void {
    for (const changed of [...(this.#listeners.get(device) ?? [])]) changed();
  }
}
