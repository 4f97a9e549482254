import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readAsar } from './asar.ts';

/** One file of ours in an unpacked package; Electron's own are left out. */
export interface PackagedFile {
  /** In the archive or beside it unpacked, or a real file in `resources`. */
  readonly place: 'asar' | 'resources';
  /** With `/`, below its place. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Of the archive: it is a real file beside it. */
  readonly unpacked: boolean;
  readonly read: () => Buffer;
}

/** The part of the package that electron-builder adds to Electron's own files. */
export function packagedFiles(appFolder: string): PackagedFile[] {
  const resources = join(appFolder, 'resources');
  const archive = join(resources, 'app.asar');
  const inside = readAsar(archive).map((file): PackagedFile => ({ place: 'asar', ...file }));
  const known = new Set(inside.filter((file) => file.unpacked).map(({ path }) => path));
  const beside = below(resources)
    .filter(({ path }) => path !== 'app.asar')
    // What the archive names was taken from there; whatever else lies among it is a stray file.
    .filter(({ path }) => !known.has(path.replace(/^app\.asar\.unpacked\//, '')));
  return [...inside, ...beside];
}

function below(folder: string): PackagedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const at = join(entry.parentPath, entry.name);
      const path = relative(folder, at).split(sep).join('/');
      return { place: 'resources', path, size: statSync(at).size, unpacked: false, read: () => readFileSync(at) };
    });
}
