import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the program's own files are: the same in a checkout, in the built bundle and in a package. */
export interface ProgramFiles {
  readonly version: string;
  /** When this version was released, Unix ms: no clock shows an earlier time rightly. */
  readonly releasedAt: number;
  readonly migrations: string;
  readonly catalogue: string;
  readonly sounds: string;
  /** Type that letters are set in. */
  readonly fonts: string;
  /** Public keys by which a release is known as ours. */
  readonly updateKeys: string;
  readonly renderer: string;
  readonly preload: string;
}

/** @param from a folder inside the program */
export function programFiles(from: string): ProgramFiles {
  let root = from;
  while (!existsSync(join(root, 'package.json'))) {
    if (dirname(root) === root) throw new Error(`no package.json above ${from}`);
    root = dirname(root);
  }
  const { version, releaseDate } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
    releaseDate: string;
  };
  return {
    version,
    releasedAt: Date.parse(releaseDate),
    migrations: join(root, 'main', 'store', 'migrations'),
    catalogue: join(root, 'resources', 'catalogue'),
    sounds: join(root, 'resources', 'sounds'),
    fonts: join(root, 'resources', 'fonts'),
    // In a package they lie beside the archive, where root's program reads them too.
    updateKeys: root.endsWith('.asar') ? join(dirname(root), 'update-keys') : join(root, 'resources', 'update-keys'),
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
  };
}
