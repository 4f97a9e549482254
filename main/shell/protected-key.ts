import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { StartError } from '../ops/start-error.ts';
import { isKey, type KeyProvider, newKey } from '../store/key.ts';
import { writeNewFile } from '../store/synced-files.ts';

/** The key in a file that only this user of this Windows machine can decrypt (DPAPI). */
export class ProtectedKey implements KeyProvider {
  readonly #path: string;
  /** As a restore leaves it, in the clear. */
  readonly #restored: string;
  readonly #safe: SafeStorage;

  constructor(dataFolder: string, safe: SafeStorage) {
    this.#path = join(dataFolder, 'lounge.key.protected');
    this.#restored = join(dataFolder, 'lounge.key');
    this.#safe = safe;
  }

  obtain(exists: boolean): string {
    if (!this.#safe.isEncryptionAvailable())
      throw new StartError(
        'Windows gives no protection for the key of the database; sign in as a user with a profile.',
      );
    if (existsSync(this.#path)) {
      const kept = this.#read();
      // The power went while it was taken over.
      rmSync(this.#restored, { force: true });
      return kept;
    }
    if (exists && existsSync(this.#restored)) return this.#takeOver();
    if (exists)
      throw new StartError(`The key file ${this.#path} is missing; restore it from a backup beside its database.`);
    const key = newKey();
    writeNewFile(this.#path, this.#safe.encryptString(key));
    return key;
  }

  /** Protects the key of a database that was restored from a backup. */
  #takeOver(): string {
    const key = readFileSync(this.#restored, 'utf8').trim();
    if (!isKey(key)) throw new StartError(`The key file ${this.#restored} is damaged; restore the backup again.`);
    writeNewFile(this.#path, this.#safe.encryptString(key));
    rmSync(this.#restored);
    return key;
  }

  #read(): string {
    let key = '';
    try {
      key = this.#safe.decryptString(readFileSync(this.#path));
    } catch {
      // Of another user or machine, or damaged.
    }
    if (isKey(key)) return key;
    throw new StartError(`The key file ${this.#path} is damaged or of another user; restore it from a backup.`);
  }
}
