import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { replaceFile } from '../store/synced-files.ts';

const kept = z.object({
  name: z.string(),
  bytes: z.int(),
  /** Unix ms. */
  at: z.number(),
  /** The same moment on the clock that never goes backwards. */
  tick: z.number(),
});
/** The newest backup that was checked. */
export type LastBackup = z.infer<typeof kept>;

/** The last good backup, beside the backups and not in the database, which is what they copy. */
export class LastBackupFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** @returns null where there is none, or its file is damaged: then the next backup is due */
  read(): LastBackup | null {
    try {
      return kept.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return null;
    }
  }

  write(last: LastBackup): void {
    replaceFile(this.#path, `${JSON.stringify(last)}\n`);
  }
}
