import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../store/synced-files.ts';

/** The machine's own name, made at its first start. Whoever clones a disk removes the file first. */
export function deviceIdOf(dataFolder: string): string {
  const path = join(dataFolder, 'device-id');
  const known = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (/^[0-9a-f]{32}$/.test(known)) return known;
  const id = randomBytes(16).toString('hex');
  replaceFile(path, `${id}\n`);
  return id;
}
