import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { largestMedia, type MediaFolder, mostMedia } from '../../contract/media.ts';
import type { Actor } from '../../contract/principal.ts';
import { DomainError } from '../ops/domain-error.ts';
import type { Log } from '../ops/log.ts';
import type { Audit } from '../store/audit.ts';
import type { RequestKeys } from '../store/request-keys.ts';
import type { MediaShelf } from './shelf.ts';

export interface MediaParts {
  readonly shelf: MediaShelf;
  readonly keys: RequestKeys;
  readonly audit: Audit;
  readonly log: Log;
  /** Of a machine, for the supervisor; undefined when it was turned away. */
  readonly nameOf: (device: string) => string | undefined;
}

interface Reported {
  readonly name: string;
  readonly version: string;
}

/** What displays show beside the numbers, as supervisors keep it and as displays report of it. */
export class Media {
  readonly #its: MediaParts;
  readonly #unplayable = new Map<string, readonly Reported[]>();

  constructor(parts: MediaParts) {
    this.#its = parts;
  }

  watch(signal: AbortSignal | undefined) {
    return this.#its.shelf.live.watch(signal);
  }

  /** Every file of the folder; looks first, so that one that was just put there is on the list. */
  async list(): Promise<MediaFolder> {
    const { shelf, nameOf } = this.#its;
    await shelf.look();
    const files = shelf.files.map(({ name, kind, version, bytes, problem }) => ({
      name,
      kind,
      version,
      bytes,
      problem,
      unplayable: [...this.#unplayable]
        .filter(([, said]) => said.some((one) => one.name === name && one.version === version))
        .flatMap(([device]) => nameOf(device) ?? []),
    }));
    return { files, most: mostMedia, largest: { ...largestMedia } };
  }

  /** A display says what it cannot play; the log hears of each once. */
  report(by: Actor, { unplayable }: { unplayable: readonly Reported[] }): Record<string, never> {
    const known = this.#unplayable.get(by.device) ?? [];
    const is = (a: Reported) => (b: Reported) => a.name === b.name && a.version === b.version;
    const told = unplayable.filter((one) => this.#its.shelf.files.some(is(one)));
    for (const one of told)
      if (!known.some(is(one)))
        this.#its.log.warn({ device: by.device, file: one.name }, 'a display cannot play a file and leaves it out');
    this.#unplayable.set(by.device, told);
    return {};
  }

  /** @throws DomainError MEDIA_UNKNOWN */
  async remove(by: Actor, { name, requestKey }: { name: string; requestKey: string }): Promise<Record<string, never>> {
    const { shelf, keys, audit } = this.#its;
    const { answer } = keys.once(by, requestKey, ['media.remove', name], () => {
      // Only what was found in the folder has a name: no path leads out of it.
      const file = shelf.files.find((one) => one.name === name);
      if (file === undefined) throw new DomainError('MEDIA_UNKNOWN');
      audit.write(by, 'media_removed', null, file.kind);
      rmSync(join(shelf.folder, file.name), { force: true });
      return {};
    });
    await shelf.look();
    return answer;
  }
}
