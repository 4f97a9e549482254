import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { largestMedia, type MediaRefusal, mostMedia } from '../../contract/media.ts';
import type { Actor } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import { Turns } from '../ops/turns.ts';
import type { Audit } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import { freeBytesAt } from '../store/space-watch.ts';
import { syncFolder } from '../store/synced-files.ts';
import { judge } from './format.ts';
import { isMediaName, kindByName } from './names.ts';
import { type MediaShelf, readHead, type ShelvedFile, unfinished } from './shelf.ts';

/** A file on its way in. */
export interface SentFile {
  readonly name: string;
  /** Bytes, as announced; null: it was not said. */
  readonly length: number | null;
  readonly body: AsyncIterable<Buffer>;
}

export interface IntakeParts {
  readonly shelf: MediaShelf;
  readonly store: Store;
  readonly audit: Audit;
  /** Bytes of the disk that pictures never take: the queue writes there too. */
  readonly reserve: number;
}

const refuse = (code: MediaRefusal) => new DomainError(code);

/** Takes files in, one at a time: into a hidden file, looked at, then under their names. */
export class MediaIntake {
  readonly #its: IntakeParts;
  readonly #turns = new Turns(1);

  constructor(parts: IntakeParts) {
    this.#its = parts;
  }

  /**
   * Harmless to repeat: the same bytes under the same name are there already.
   * @throws DomainError with a `MediaRefusal`; nothing is left behind then
   */
  take(by: Actor, sent: SentFile): Promise<void> {
    if (this.#turns.full) return Promise.reject(refuse('MEDIA_BUSY'));
    return this.#turns.take(() => this.#take(by, sent));
  }

  async #take(by: Actor, { name, length, body }: SentFile): Promise<void> {
    const { shelf, reserve } = this.#its;
    this.#expect(name, length);
    const bytes = length as number;
    const part = join(shelf.folder, `${unfinished}${crypto.randomUUID()}`);
    try {
      mkdirSync(shelf.folder, { recursive: true, mode: 0o700 });
      if (freeBytesAt(shelf.folder) - bytes < reserve) throw refuse('STORE_FULL');
      const hash = await write(part, body, bytes);
      const judged = judge(name, await readHead(part));
      if (judged.problem !== null) throw refuse(judged.problem === 'type' ? 'MEDIA_TYPE' : 'MEDIA_DAMAGED');
      const taken = this.#named(name);
      if (taken !== undefined) {
        if (taken.bytes === bytes && (await hashOf(join(shelf.folder, taken.name))) === hash) return;
        throw refuse('MEDIA_TAKEN');
      }
      this.#its.store.immediate(() => {
        this.#its.audit.write(by, 'media_added', hash.slice(0, 16), judged.kind);
        renameSync(part, join(shelf.folder, name));
      });
      syncFolder(shelf.folder);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL' ? refuse('STORE_FULL') : error;
    } finally {
      rmSync(part, { force: true });
    }
    await shelf.look(name);
  }

  /** What can be said before a byte is read. */
  #expect(name: string, length: number | null): void {
    const kind = kindByName(name);
    if (kind === null) throw refuse('MEDIA_TYPE');
    if (!isMediaName(name)) throw refuse('MEDIA_NAME');
    if (length === null) throw refuse('MEDIA_LENGTH');
    if (length > largestMedia[kind]) throw refuse('MEDIA_TOO_LARGE');
    const shown = this.#its.shelf.files.filter(({ problem }) => problem === null).length;
    if (shown >= mostMedia && this.#named(name) === undefined) throw refuse('MEDIA_TOO_MANY');
  }

  /** Capital or small is the same name: on Windows it is the same file. */
  #named(name: string): ShelvedFile | undefined {
    const same = name.toLowerCase();
    return this.#its.shelf.files.find((file) => file.name.toLowerCase() === same);
  }
}

/** Writes a body of so many bytes, on the disk when this resolves. @returns its SHA-256, hex */
async function write(path: string, body: AsyncIterable<Buffer>, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    let written = 0;
    for await (const chunk of whole(body)) {
      written += chunk.length;
      if (written > bytes) throw refuse('MEDIA_TOO_LARGE');
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (written < bytes) throw refuse('MEDIA_CUT');
    await file.sync();
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

/** A sender who goes away in the middle is no fault of ours. */
async function* whole(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* body;
  } catch {
    throw refuse('MEDIA_CUT');
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path);
  for await (const chunk of file.createReadStream()) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
