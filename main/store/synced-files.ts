import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a new name of a folder survive a power cut. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Writes a small file that only its user may read, on the disk when this returns.
 * @throws the system's error, EEXIST where there is one already
 */
export function writeNewFile(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content, { flag: 'wx', mode: 0o600, flush: true });
  syncFolder(dirname(path));
}

/** The same in the place of an older one: after a power cut there is the old one or the new one, whole. */
export function replaceFile(path: string, content: string): void {
  const next = `${path}.new`;
  // Left there by a power cut, perhaps with other access rights.
  rmSync(next, { force: true });
  writeFileSync(next, content, { flag: 'wx', mode: 0o600, flush: true });
  renameSync(next, path);
  syncFolder(dirname(path));
}
