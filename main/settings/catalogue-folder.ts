import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CataloguePart } from '../../contract/catalogue.ts';
import { replaceFile, syncFolder } from '../store/synced-files.ts';

/** The catalogue's files: as shipped, and the lounge's own that stand in their place. */
export class CatalogueFolder {
  readonly #shipped: string;
  /** Where the lounge's own files lie. */
  readonly path: string;

  constructor(shipped: string, own: string) {
    this.#shipped = shipped;
    this.path = own;
  }

  shipped(part: CataloguePart): string {
    return readFileSync(join(this.#shipped, nameOf(part)), 'utf8');
  }

  /** The lounge's own file; null where it has none. */
  own(part: CataloguePart): string | null {
    const file = join(this.path, nameOf(part));
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  /** Puts an own file there, or takes it away, so that a power cut leaves the old one or the new one. */
  put(part: CataloguePart, content: string | null): void {
    const file = join(this.path, nameOf(part));
    if (!existsSync(this.path)) {
      mkdirSync(this.path, { recursive: true });
      syncFolder(dirname(this.path));
    }
    if (content !== null) replaceFile(file, content);
    else if (existsSync(file)) {
      rmSync(file);
      syncFolder(this.path);
    }
  }
}

const nameOf = (part: CataloguePart): string => `${part}.json`;
