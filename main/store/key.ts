import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../ops/start-error.ts';
import { writeNewFile } from './synced-files.ts';

/** Gives the key of the lounge's database: 32 bytes as 64 hexadecimal characters. */
export interface KeyProvider {
  /**
   * @param exists whether there is a database already: then a missing key is an error, never a new key
   * @throws StartError
   */
  obtain(exists: boolean): string;
}

export function newKey(): string {
  return randomBytes(32).toString('hex');
}

export function isKey(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** The key in a file that only the program's user can read, beside the database. */
export class FileKey implements KeyProvider {
  readonly #path: string;

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'lounge.key');
  }

  obtain(exists: boolean): string {
    if (existsSync(this.#path)) {
      const key = readFileSync(this.#path, 'utf8').trim();
      if (isKey(key)) return key;
      throw new StartError(`The key file ${this.#path} is damaged; restore it from a backup.`);
    }
    if (exists)
      throw new StartError(`The key file ${this.#path} is missing; restore it from a backup beside its database.`);
    const key = newKey();
    // On the disk before the first page that needs it.
    writeNewFile(this.#path, `${key}\n`);
    return key;
  }
}
