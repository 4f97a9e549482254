import type { Actor } from '../../../contract/principal.ts';
import type { ResidentPreview, ResidentState } from '../../../contract/residents.ts';
import { DomainError } from '../../ops/domain-error.ts';
import type { RequestKeys } from '../../store/request-keys.ts';
import type { ResidentReader } from './resident-reader.ts';
import type { ReadResidents } from './resident-rows.ts';
import type { Residents } from './residents.ts';

export interface ResidentImportsParts {
  readonly residents: Residents;
  readonly reader: Pick<ResidentReader, 'read'>;
  readonly keys: RequestKeys;
  readonly clock: { wall(): number; tick(): number };
  readonly ids: { next(): string };
  readonly iso: (wall: number) => string;
  readonly nameOf: (actor: string) => string;
}

/** What was read is kept so long. */
const keptMs = 15 * 60_000;

/** How a supervisor takes over the village's list: read it, look at what it would change, take it over or back. */
export class ResidentImports {
  readonly #its: ResidentImportsParts;
  #newest: { readonly id: string; readonly list: ReadResidents; readonly until: number } | null = null;
  #forgetting: NodeJS.Timeout | undefined;

  constructor(parts: ResidentImportsParts) {
    this.#its = parts;
  }

  state(): ResidentState {
    const { residents, iso, nameOf } = this.#its;
    const { its, undoable } = residents.newest();
    return {
      people: residents.count(),
      newest: its && {
        id: its.id,
        at: iso(its.at),
        by: nameOf(its.actor),
        added: its.added,
        changed: its.changed,
        removed: its.removed,
      },
      undoable,
    };
  }

  /**
   * Reads a list and says what taking it over would do; the one that was read before is forgotten.
   * @param file its bytes in base64
   * @throws DomainError FILE_UNREADABLE, FILE_TOO_LARGE, COLUMNS_UNKNOWN
   */
  async preview(file: string): Promise<ResidentPreview> {
    const { residents, reader, clock, ids, iso } = this.#its;
    this.forget();
    const list = await reader.read({ file, today: iso(clock.wall()).slice(0, 10) });
    const id = ids.next();
    const shown = await residents.preview(list);
    this.forget();
    this.#newest = { id, list, until: clock.tick() + keptMs };
    this.#forgetting = setTimeout(() => this.forget(), keptMs).unref();
    return { previewId: id, ...shown };
  }

  /**
   * Takes over what was read.
   * @param asked.whole whom the file does not name goes
   * @throws DomainError PREVIEW_OVER, ROWS_WRONG, REQUEST_KEY_REUSED
   */
  commit(by: Actor, asked: { previewId: string; whole: boolean; requestKey: string }): ResidentState {
    const { residents, keys, clock } = this.#its;
    const { previewId, whole } = asked;
    const { answer, acted } = keys.once(by, asked.requestKey, ['residents.commit', previewId, whole], () => {
      const newest = this.#newest;
      if (newest?.id !== previewId || clock.tick() >= newest.until) throw new DomainError('PREVIEW_OVER');
      residents.commit(by, newest.list, { whole });
      return this.state();
    });
    if (acted) this.forget();
    return answer;
  }

  /** @throws DomainError NOTHING_TO_UNDO, REQUEST_KEY_REUSED */
  undo(by: Actor, { importId, requestKey }: { importId: string; requestKey: string }): ResidentState {
    const { residents, keys } = this.#its;
    const { answer } = keys.once(by, requestKey, ['residents.undo', importId], () => {
      residents.undo(by, importId);
      return this.state();
    });
    return answer;
  }

  /** Forgets what was read. */
  forget(): void {
    clearTimeout(this.#forgetting);
    this.#newest = null;
  }
}
