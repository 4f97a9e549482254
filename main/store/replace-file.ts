import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './key.ts';

/** Writes a small file so that after a power cut there is the old one or the new one, whole. Only its user may read it. */
export function replaceFile(path: string, content: string): void {
  const next = `${path}.new`;
  // Left there by a power cut, perhaps with other access rights.
  rmSync(next, { force: true });
  const handle = openSync(next, 'wx', 0o600);
  writeSync(handle, content);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(next, path);
  syncFolder(dirname(path));
}
