/** What somebody has changed and not saved, over a locked screen: the PIN brings it back, and nobody else sees it. */
export class KeptDrafts {
  readonly #drafts = new Map<string, unknown>();

  /** Null where this person has left nothing. */
  of<D>(person: string, part: string): D | null {
    return (this.#drafts.get(`${person} ${part}`) as D | undefined) ?? null;
  }

  /** @param draft null forgets it */
  keep(person: string, part: string, draft: unknown): void {
    if (draft === null) this.#drafts.delete(`${person} ${part}`);
    else this.#drafts.set(`${person} ${part}`, draft);
  }

  forgetAll(): void {
    this.#drafts.clear();
  }
}
