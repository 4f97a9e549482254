import { type Actor, actorId } from '../../../contract/principal.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Audit } from '../audit.ts';
import type { RequestKeys } from '../request-keys.ts';
import type { CatalogueFolder } from './catalogue-folder.ts';
import type { VersionRow, VersionStore } from './version-store.ts';

/** What every kind of settings needs for its versions. */
export interface ChangesNeeds {
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly clock: { wall(): number };
  readonly iso: (wall: number) => string;
  readonly nameOf: (person: string) => string;
  /** A decided change could not be written to its file; it is written at the next start. */
  readonly report: (error: unknown) => void;
}

export interface ChangesParts<Part extends string, Act extends string, Whole> extends ChangesNeeds {
  readonly versions: VersionStore<Part, Act>;
  readonly folder: CatalogueFolder<Part>;
  /** Every part that has a file when the hub starts. */
  readonly parts: readonly Part[];
  /** Lets the whole lounge go by this from now on. */
  readonly adopt: (next: Whole) => void;
}

/** What an act leads to; `next` is null where nothing is to be changed. */
export interface Decided<Whole> {
  readonly revision: number;
  readonly next: Whole | null;
}

/**
 * Versions of files that people change at run time. A change is decided by one transaction (version, audit, the answer to
 * its key, and what is owed to the file); then its file is replaced, then the lounge goes by it. A crash between these is
 * made up for at the next start, before the files are read.
 */
export class Changes<Part extends string, Act extends string, Whole> {
  readonly #its: ChangesParts<Part, Act, Whole>;
  readonly #ownAtStart: ReadonlyMap<Part, string | null>;

  constructor(parts: ChangesParts<Part, Act, Whole>) {
    this.#its = parts;
    const all = new Set([...parts.parts, ...parts.versions.parts()]);
    this.#ownAtStart = new Map([...all].map((part) => [part, parts.folder.own(part)]));
    this.#noteForeignChanges();
  }

  revision(): number {
    return this.#its.versions.revision();
  }

  /** Newest first. */
  history() {
    return this.#its.versions.history().map((row) => this.#shown(row));
  }

  /** What an undo would take back now. */
  undoable() {
    const row = this.#its.versions.undoable();
    return row ? this.#shown(row) : null;
  }

  /** The own file that holds now, as text; null: as shipped. */
  held(part: Part): string | null {
    const newest = this.#its.versions.newest(part);
    return newest ? newest.after : (this.#ownAtStart.get(part) ?? null);
  }

  /** Acts once for its key, then writes the file and lets the lounge go by it. @throws DomainError REQUEST_KEY_REUSED */
  once(by: Actor, requestKey: string, body: unknown, act: () => Decided<Whole>): { revision: number } {
    const { keys, versions, folder, adopt, report } = this.#its;
    let next: Whole | null = null;
    const { answer } = keys.once(by, requestKey, body, () => {
      const decided = act();
      next = decided.next;
      return { revision: decided.revision };
    });
    if (next === null) return answer;
    try {
      versions.settle(folder);
    } catch (error) {
      report(error);
    }
    adopt(next);
    return answer;
  }

  /** @throws DomainError SETTINGS_CHANGED with the newest revision, when that is another than somebody saw */
  expect(revision: number): void {
    const newest = this.revision();
    if (revision !== newest) throw new DomainError('SETTINGS_CHANGED', { revision: newest });
  }

  /** Takes the last change back; what it changed is the caller's to decide. @throws DomainError NOTHING_TO_UNDO */
  takeBack(): VersionRow<Part, Act> {
    const { versions } = this.#its;
    const last = versions.undoable();
    if (!last) throw new DomainError('NOTHING_TO_UNDO');
    versions.takeBack(last.id);
    return last;
  }

  /**
   * Decides a change; in the act of `once`.
   * @param fields names of what differs, for the audit
   * @returns its revision
   */
  decide(by: Actor, change: { part: Part; act: Act; after: string | null }, fields: readonly string[]): number {
    const { versions, audit, clock } = this.#its;
    const { part, act, after } = change;
    const before = this.held(part);
    const revision = versions.add({ ...change, before, at: clock.wall(), actor: actorId(by) });
    versions.owe(part, after);
    audit.write(by, `${versions.name}_${act}`, part, fields.join(' '));
    return revision;
  }

  /** Somebody may edit a file while the hub stands still: that is a version too, so that nobody saves over it unseen. */
  #noteForeignChanges(): void {
    const { versions, clock } = this.#its;
    for (const [part, own] of this.#ownAtStart) {
      const newest = versions.newest(part);
      if (newest && own !== newest.after)
        versions.add({ part, act: 'file', at: clock.wall(), actor: null, before: newest.after, after: own });
    }
  }

  #shown({ id, part, act, at, actor }: Omit<VersionRow<Part, Act>, 'before' | 'after'>) {
    const { iso, nameOf } = this.#its;
    const by = { id: actor ?? '', name: actor === null ? null : nameOf(actor) };
    return { revision: id, part, act, at: iso(at), by };
  }
}

/** Names of the fields in which two files differ. */
export function changedFields(before: object, after: object): string[] {
  const values = (file: object) => new Map(Object.entries(file).map(([name, value]) => [name, JSON.stringify(value)]));
  const was = values(before);
  const is = values(after);
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name));
}

/** A file as it is written: for people too. */
export const textOf = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;
