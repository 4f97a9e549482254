import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile, syncFolder } from '../synced-files.ts';

/** Files of the catalogue: as shipped, and the lounge's own that stand in their place. */
export class CatalogueFolder<Part extends string> {
  readonly #shipped: string;
  readonly #fileOf: (part: Part) => string;
  /** Where the lounge's own files lie. */
  readonly path: string;

  /** @param fileOf the file of a part, below the folder */
  constructor(shipped: string, own: string, fileOf: (part: Part) => string = (part) => `${part}.json`) {
    this.#shipped = shipped;
    this.#fileOf = fileOf;
    this.path = own;
  }

  /** Whether the part comes with the program. */
  ships(part: Part): boolean {
    return existsSync(join(this.#shipped, this.#fileOf(part)));
  }

  shipped(part: Part): string {
    return readFileSync(join(this.#shipped, this.#fileOf(part)), 'utf8');
  }

  /** The lounge's own file; null where it has none. */
  own(part: Part): string | null {
    const file = join(this.path, this.#fileOf(part));
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  /** Puts an own file there, or takes it away, so that a power cut leaves the old one or the new one. */
  put(part: Part, content: string | null): void {
    const file = join(this.path, this.#fileOf(part));
    makeFolder(dirname(file));
    if (content !== null) replaceFile(file, content);
    else if (existsSync(file)) {
      rmSync(file);
      syncFolder(dirname(file));
    }
  }
}

function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
  syncFolder(dirname(path));
}
