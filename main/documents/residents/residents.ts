import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Actor, actorId } from '../../../contract/principal.ts';
import type { ResidentColumn, ResidentPreview } from '../../../contract/residents.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { Audit } from '../../store/audit.ts';
import type { ReadResidents, Resident } from './resident-rows.ts';
import type { ResidentImportRow, ResidentStore } from './resident-store.ts';
import { isSameName } from './same-name.ts';

export interface ResidentsParts {
  readonly residents: ResidentStore;
  readonly audit: Pick<Audit, 'write'>;
  readonly clock: { wall(): number };
  readonly ids: { next(): string };
  /** Somebody who was forgotten at their own wish; a list does not bring them back. */
  readonly isForgotten: (nik: string) => boolean;
}

/** Wrong rows that are named; a list with more has another fault than these. */
const mostErrors = 1_000;
/** Rows that are compared before others have their turn. */
const atOnce = 500;

/** Who says to be a resident: a NIK, and beside it what stands on another paper. Numbers as plain digits. */
export interface ResidentClaim {
  readonly nik: string;
  readonly kk?: string | undefined;
  readonly name?: string | undefined;
}

/** The village's own list of its residents: taken over from a file, undone, and asked by letters. */
export class Residents {
  readonly #its: ResidentsParts;

  constructor(parts: ResidentsParts) {
    this.#its = parts;
  }

  /** What taking over a list would do. A long one lets others have their turn meanwhile. */
  async preview({ columns, residents, errors }: ReadResidents): Promise<Omit<ResidentPreview, 'previewId'>> {
    let added = 0;
    let changed = 0;
    for (let from = 0; from < residents.length; from += atOnce) {
      const changes = this.#changes(columns, residents.slice(from, from + atOnce));
      const others = changes.filter(({ before }) => before).length;
      changed += others;
      added += changes.length - others;
      await setImmediate();
    }
    return {
      columns: [...columns],
      added,
      changed,
      unchanged: residents.length - added - changed,
      absent: this.#absent(residents).length,
      errors: errors.slice(0, mostErrors),
      wrongRows: new Set(errors.map(({ row }) => row)).size,
    };
  }

  /**
   * Takes over the rows that are right; rows with errors leave what is known of these people as it was. A column that the
   * list does not have changes nothing either. In the caller's transaction.
   * @param whole the list is the whole village: who is not on it goes
   * @throws DomainError ROWS_WRONG where a whole list has rows with errors
   */
  commit(by: Actor, { columns, residents, errors }: ReadResidents, { whole }: { whole: boolean }): ResidentImportRow {
    const { residents: store, audit, clock, ids } = this.#its;
    // Nobody can say who is meant by a row that cannot be read.
    if (whole && errors.length > 0) throw new DomainError('ROWS_WRONG');
    const changes = this.#changes(columns, residents);
    const absent = whole ? this.#absent(residents) : [];
    store.forgetBefore();
    for (const { before, after } of changes) {
      store.keepBefore(after.nik, before);
      store.put(after);
    }
    for (const nik of absent) {
      store.keepBefore(nik, store.find(nik));
      store.remove(nik);
    }
    const added = changes.filter(({ before }) => !before).length;
    const done = {
      id: ids.next(),
      at: clock.wall(),
      actor: actorId(by),
      added,
      changed: changes.length - added,
      removed: absent.length,
    };
    store.insertImport(done);
    audit.write(
      by,
      'residents_imported',
      done.id,
      `added ${done.added}, changed ${done.changed}, removed ${done.removed}`,
    );
    return { ...done, undone_at: null };
  }

  /**
   * Puts everything back as it was before the newest import. In the caller's transaction.
   * @throws DomainError NOTHING_TO_UNDO when it is not the newest one, or undone already
   */
  undo(by: Actor, importId: string): void {
    const { residents: store, audit, clock } = this.#its;
    const newest = store.newestImport();
    if (newest?.id !== importId || newest.undone_at !== null) throw new DomainError('NOTHING_TO_UNDO');
    for (const { nik, before } of store.before()) {
      if (before) store.put(before);
      else store.remove(nik);
    }
    store.forgetBefore();
    store.undone(importId, clock.wall());
    audit.write(by, 'residents_import_undone', importId);
  }

  /** How many the list has. */
  count(): number {
    return this.#its.residents.count();
  }

  /** The newest import that was not taken back, and whether it can be: only the last of all. */
  newest(): { its: ResidentImportRow | null; undoable: boolean } {
    const { residents: store } = this.#its;
    const last = store.newestImport();
    const undoable = last !== undefined && last.undone_at === null;
    return { its: (undoable ? last : store.newestStanding()) ?? null, undoable };
  }

  /**
   * The resident who is meant; null when nobody is, whatever of it was wrong. A NIK holds the date of birth and is read on
   * many papers, so it proves nothing by itself: the number of the family card or the full name must be right as well, and
   * both where both are given.
   */
  match({ nik, kk, name }: ResidentClaim): Resident | null {
    if (kk === undefined && name === undefined) return null;
    const found = this.#its.residents.find(nik);
    if (!found) return null;
    if (kk !== undefined && found.kk !== kk) return null;
    if (name !== undefined && !isSameName(name, found.name)) return null;
    return found;
  }

  /** What the list says otherwise than we. */
  #changes(columns: readonly ResidentColumn[], residents: readonly Resident[]) {
    return residents.flatMap((listed) => {
      if (this.#its.isForgotten(listed.nik)) return [];
      const before = this.#its.residents.find(listed.nik);
      const after: Resident = before
        ? { ...before, ...Object.fromEntries(columns.map((column) => [column, listed[column]])) }
        : listed;
      return isDeepStrictEqual(before, after) ? [] : [{ before, after }];
    });
  }

  #absent(residents: readonly Resident[]): string[] {
    const listed = new Set(residents.map(({ nik }) => nik));
    return this.#its.residents.niks().filter((nik) => !listed.has(nik));
  }
}
