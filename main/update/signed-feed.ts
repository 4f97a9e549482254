import type { KeyObject } from 'node:crypto';
import updater, { type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { noteFile, packageFile, type ReleaseNote, readNote } from './release-note.ts';
import { openSigned } from './signed-text.ts';

export interface FeedOptions {
  readonly provider: 'custom';
  readonly updateProvider: typeof SignedFeed;
  /** Folder of the feed on a static server. */
  readonly url: string;
  readonly kind: Pick<ReleaseNote, 'channel' | 'platform' | 'arch'>;
  readonly trusted: readonly KeyObject[];
  /** Called with every note whose signature is right, before electron-updater judges it. */
  readonly noted: (note: ReleaseNote, signed: string) => void;
}

/** electron-updater's way to the feed: nothing of a note is read before one of our keys vouches for it. */
export class SignedFeed extends updater.Provider<UpdateInfo> {
  readonly #options: FeedOptions;

  constructor(options: FeedOptions, _updater: unknown, runtime: ProviderRuntimeOptions) {
    super(runtime);
    this.#options = options;
  }

  /** @throws SignatureRefused, UnreadableNote, or the executor's error */
  override async getLatestVersion(): Promise<UpdateInfo> {
    const { kind, trusted, noted } = this.#options;
    const url = this.#at(noteFile(kind));
    // Caches on the way hold an old release back as well as an attacker would.
    url.search = `noCache=${Date.now().toString(36)}`;
    const signed = (await this.httpRequest(url)) ?? '';
    const note = readNote(openSigned(signed, trusted));
    noted(note, signed);
    const { version, sha512, size, issuedAt } = note;
    const path = packageFile(note);
    return { version, path, sha512, files: [{ url: path, sha512, size }], releaseDate: issuedAt };
  }

  override resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    return info.files.map((file) => ({ url: this.#at(file.url), info: file }));
  }

  #at(name: string): URL {
    const { url } = this.#options;
    return new URL(name, url.endsWith('/') ? url : `${url}/`);
  }
}
