import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SafeStorage } from 'electron';
import { StartError } from '../ops/start-error.ts';
import { type KeyProvider, syncFolder } from '../store/key.ts';

/** The key in a file that only this user of this Windows machine can decrypt (DPAPI). */
export class ProtectedKey implements KeyProvider {
  readonly #path: string;
  readonly #safe: SafeStorage;

  constructor(dataFolder: string, safe: SafeStorage) {
    this.#path = join(dataFolder, 'lounge.key.protected');
    this.#safe = safe;
  }

  obtain(exists: boolean): string {
    if (!this.#safe.isEncryptionAvailable())
      throw new StartError(
        'Windows gives no protection for the key of the database; sign in as a user with a profile.',
      );
    if (existsSync(this.#path)) return this.#read();
    if (exists)
      throw new StartError(`The key file ${this.#path} is missing; restore it from a backup beside its database.`);
    const key = randomBytes(32).toString('hex');
    const handle = openSync(this.#path, 'wx', 0o600);
    writeSync(handle, this.#safe.encryptString(key));
    // On the disk before the first page that needs it.
    fsyncSync(handle);
    closeSync(handle);
    syncFolder(dirname(this.#path));
    return key;
  }

  #read(): string {
    let key = '';
    try {
      key = this.#safe.decryptString(readFileSync(this.#path));
    } catch {
      // Of another user or machine, or damaged.
    }
    if (/^[0-9a-f]{64}$/.test(key)) return key;
    throw new StartError(`The key file ${this.#path} is damaged or of another user; restore it from a backup.`);
  }
}
