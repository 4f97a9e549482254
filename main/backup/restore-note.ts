import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../ops/start-error.ts';
import { replaceFile, writeNewFile } from '../store/synced-files.ts';

/** That a lounge came out of a backup: written by the restore, acted on by the next start, shown until a person has looked. */

const note = z.object({
  /** Of this restore; the audit names it. */
  id: z.string(),
  lounge: z.string(),
  sequence: z.int(),
  /** When the backup was made; ISO 8601 with offset. */
  made: z.string(),
  /** When the lounge first ran with it, ISO 8601; null before. */
  settled: z.string().nullable(),
});
export type RestoreNote = z.infer<typeof note>;

export const noteName = 'restored.json';

export function writeRestoreNote(folder: string, its: RestoreNote): void {
  writeNewFile(join(folder, noteName), `${JSON.stringify(its)}\n`);
}

/** The note of a data folder; it goes when somebody has looked at what a restore cannot know. */
export class RestoreNoteFile {
  readonly #path: string;

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, noteName);
  }

  /**
   * @returns null where there was no restore, or somebody has looked since
   * @throws StartError where it cannot be read: nobody would know what must not come back
   */
  read(): RestoreNote | null {
    if (!existsSync(this.#path)) return null;
    try {
      return note.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      throw new StartError(`The file ${this.#path} is damaged; restore the backup again.`);
    }
  }

  settle(its: RestoreNote, at: string): void {
    replaceFile(this.#path, `${JSON.stringify({ ...its, settled: at })}\n`);
  }

  remove(): void {
    rmSync(this.#path, { force: true });
  }
}
